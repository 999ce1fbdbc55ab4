import { describe, expect, test } from 'vitest'
import { maskSecrets, secretIn, secretInReference } from '../../../src/domain/index.ts'
import { digits, randomFrom } from '../card-numbers.ts'
import { counted, harmless } from './harmless.ts'
import { told, toldInReferences } from './told.ts'

const asReference = (text: string): string => text.replace(/[^A-Za-z0-9._:-]+/g, '-')

describe('credentials', () => {
  test('are found behind a word, by their form, and as track data [C-01]', () => {
    expect(told.length).toBeGreaterThanOrEqual(60)
    expect(told.filter((text) => secretIn(text) === undefined)).toEqual([])
  })

  test('are found in the middle of a sentence, and masked to the last digit', () => {
    for (const text of told) {
      const sentence = `请注意：${text}，谢谢`
      expect(secretIn(sentence), sentence).toBeDefined()
      expect(maskSecrets(sentence)).not.toMatch(/\d{3}|hunter|abc123|letmein|swordfish/i)
    }
  })

  test('are found in references, as far as those can hold them', () => {
    expect(toldInReferences.filter((text) => secretInReference(text) === undefined)).toEqual([])
  })

  test('have a value: a word alone is no secret', () => {
    expect(harmless.length).toBeGreaterThanOrEqual(60)
    expect([...harmless, ...counted].filter((text) => secretIn(text) !== undefined)).toEqual([])
    expect(harmless.map(asReference).filter((text) => secretInReference(text) !== undefined)).toEqual([])
  })
})

describe('references that others generate are left alone:', () => {
  const random = randomFrom(21)
  const from = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[random(alphabet.length)]).join('')
  const hex = (length: number) => from('0123456789abcdef', length)
  const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

  test.each<[string, () => string]>([
    ['digests', () => hex(64)],
    ['digests with their name', () => `sha256:${hex(64)}`],
    ['UUIDs behind a word', () => `hold-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`],
    ['ULIDs', () => from('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 26)],
    ['KSUIDs', () => from(base62, 27)],
    ['random ids of 21 characters', () => from(`${base62}_-`, 21)],
    ['orders', () => `life-${digits(random, 3)}/${random(99)}/${random(9)}`],
    ['marks in the place of a number', () => `masked-${hex(6)}`],
    ['the token of a payout', () => `ptok-2026-${digits(random, 6)}`],
  ])('%s', (_, make) => {
    const refused = Array.from({ length: 1000 }, make).filter((id) => secretInReference(id) !== undefined)
    expect(refused).toEqual([])
  })
})
