import { describe, expect, test } from 'vitest'
import { secretIn, secretInReference, secretsIn } from '../../../src/domain/index.ts'
import { cardsIn } from '../../../src/domain/secrets/card-number.ts'
import {
  anyCredentialWord,
  credentialReaders,
  credentialsIn,
  credentialWords,
  wordSigns,
} from '../../../src/domain/secrets/credentials.ts'
import { identityNumbersIn } from '../../../src/domain/secrets/identity-number.ts'
import { knownForms, knownFormsIn } from '../../../src/domain/secrets/known-forms.ts'
import { plain } from '../../../src/domain/secrets/plain.ts'
import { randomFrom } from '../card-numbers.ts'
import { disguises, examples, handWritten, spelledByHand } from './skipped.ts'
import { spellingsOf } from './spellings.ts'

/** What the readers find, asked one by one and without what is looked at before them; the forms without their signs. */
const read = (text: string): boolean => {
  const { text: spelled } = plain(text)
  const readings = [identityNumbersIn(spelled), cardsIn(spelled, false), credentialsIn(spelled, false)]
  return (
    readings.some((spans) => spans.next().done !== true) ||
    knownForms.some(([, form]) => spelled.search(form) >= 0)
  )
}

const kinds = Object.keys(credentialWords) as readonly (keyof typeof credentialWords)[]
const spelledWords = kinds.flatMap((kind) =>
  credentialWords[kind].flatMap((word) => spellingsOf(word).map((spelling) => ({ kind, word, spelling }))),
)
/** Values with digits and, where a reader takes them, without any. */
const values = ['739164', '123', 'ABCDEFABCDEFABCD', 'AbCdEfGhIjKlMnOp', 'hunterx', 'Zx81kLm29QWe']

describe('nothing is skipped that a reader finds:', () => {
  test('each of the words that name a credential has a sign in it', () => {
    const signs = new RegExp(wordSigns, 'i')
    for (const { word, spelling } of spelledWords) expect(spelling).toMatch(new RegExp(`^(?:${word})$`, 'i'))
    expect(spelledWords.length).toBeGreaterThan(300)
    expect(spelledWords.filter(({ spelling }) => !signs.test(spelling))).toEqual([])
  })

  test('whatever value the reader of a word takes is found behind it, however both are written', () => {
    const skipped: string[] = []
    let tried = 0
    for (const { kind, spelling } of spelledWords)
      for (const value of values) {
        if (!credentialReaders[kind].some((reads) => reads(`: ${value}`, false))) continue
        tried += 1
        const text = `${spelling}: ${value}`
        const [name = '', disguise] = Object.entries(disguises)[tried % Object.keys(disguises).length] ?? []
        if (secretIn(text) === undefined) skipped.push(text)
        if (disguise && secretsIn(disguise(text)).length === 0) skipped.push(`${text} ${name}`)
      }
    expect(tried).toBeGreaterThan(1000)
    expect(skipped).toEqual([])
  })

  test('each known form has its sign, and an example that is found in a text and in a reference', () => {
    for (const [sign, form] of knownForms) {
      const own = examples.filter((example) => example.search(form) >= 0)
      expect(own.length, `an example of ${form.source}`).toBeGreaterThan(0)
      for (const example of own) {
        expect(example).toMatch(new RegExp(sign))
        expect([...knownFormsIn(example)], example).not.toEqual([])
        expect(secretIn(example), example).toBeDefined()
        expect(secretInReference(example), example).toBeDefined()
      }
    }
    for (const [sign, form] of knownForms)
      for (const one of sign.split('|'))
        expect(
          examples.filter((example) => new RegExp(one).test(example) && example.search(form) >= 0),
          `an example with ${one}`,
        ).not.toEqual([])
  })

  test.each([...handWritten, ...spelledByHand])('%s is found', (text, code) => {
    expect(secretsIn(text)[0]?.code).toBe(code)
    expect(secretIn(text)).toBe(code)
  })

  test.each(Object.entries(disguises))(
    'what is found as it is, is found %s, in texts and in references',
    (_, disguise) => {
      const inText = handWritten.map(([text]) => disguise(text))
      const inReferences = handWritten
        .filter(([text]) => secretInReference(text) !== undefined)
        .map(([text]) => disguise(text))
      expect(inText.filter((text) => secretIn(text) === undefined || secretsIn(text).length === 0)).toEqual(
        [],
      )
      expect(inReferences.length).toBeGreaterThan(40)
      expect(inReferences.filter((text) => secretInReference(text) === undefined)).toEqual([])
    },
  )

  test('in texts of chance, as far as there are readers', () => {
    const random = randomFrom(11)
    const signs = [
      ...values,
      ...spelledWords.map(({ spelling }) => spelling),
      ...examples,
      ...': = - _ ， 。 ： ab 4 ①'.split(' '),
    ]
    const written = [(text: string) => text, ...Object.values(disguises)]
    const skipped: string[] = []
    for (let run = 0; run < 3000; run += 1) {
      const plainly = Array.from({ length: 1 + random(5) }, () => signs[random(signs.length)]).join(
        [' ', '', ': '][random(3)],
      )
      const text = written[random(written.length)]?.(plainly) ?? ''
      if ((secretIn(text) !== undefined) !== read(text)) skipped.push(text)
      if (secretsIn(text).length > 0 !== read(text)) skipped.push(text)
      // A reader that is not asked for its words would find none.
      const { text: spelled } = plain(text)
      if (spelled.search(anyCredentialWord) >= 0 && !new RegExp(wordSigns, 'i').test(spelled))
        skipped.push(text)
    }
    expect(skipped).toEqual([])
  })
})
