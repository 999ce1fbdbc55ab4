import { beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import { isGenuine, type Letter, type LetterSource, lettersOf, letterTypes } from '../../src/letters/index.ts'
import { lives, textsOf } from './kit.ts'
import { depositAddsUp, obligationsAddUp, voucherAddsUp } from './sums.ts'

/** What people wrote, and the references by which they call things; everything else is the library's own word. */
const given = ({ facts }: Letter): readonly string[] => {
  const own = new Set([
    'holdId',
    'applicationId',
    'proposalId',
    'statementId',
    'depositId',
    'chargeId',
    'serial',
  ])
  const spoken = new Set(['words', 'message', 'grounds', 'items', 'heldBy', 'digest'])
  const texts = (value: unknown, name = ''): readonly string[] => {
    if (typeof value === 'string') return own.has(name) || spoken.has(name) ? [value] : []
    if (Array.isArray(value)) return value.flatMap((item) => texts(item, name))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, item]) => texts(item, key))
  }
  return [...texts(facts)].sort((one, other) => other.length - one.length)
}
const withoutGiven = (letter: Letter): readonly string[] =>
  textsOf(letter).map((text) => given(letter).reduce((rest, word) => rest.replaceAll(word, '·'), text))

const code = /[A-Z]{2,}_[A-Z]|[a-z][A-Z]|[a-z]_[a-z]|[a-z]\.[a-z]|[{}]|undefined|null|NaN/
const withoutWords = (letter: Letter) => [
  letter.name,
  letter.issuedAt,
  letter.issuedFor,
  letter.facts,
  letter.basis,
]

describe('The letters of every life that the stories tell', () => {
  let all: readonly {
    name: string
    source: LetterSource
    letters: Readonly<Record<string, readonly Letter[]>>
  }[]
  beforeAll(async () => {
    all = await Promise.all(
      (await lives()).map(async ({ name, source }) => ({
        name,
        source,
        letters: Object.fromEntries(
          await Promise.all(locales.map(async (locale) => [locale, await lettersOf(source, { locale })])),
        ),
      })),
    )
  })
  const each = (check: (letter: Letter, name: string) => void) => {
    for (const { name, letters } of all)
      for (const letter of Object.values(letters).flat())
        check(letter, `${name} · ${letter.name} · ${letter.locale}`)
  }

  it('are of every kind', () => {
    const types = new Set(all.flatMap(({ letters }) => letters.en?.map(({ type }) => type) ?? []))
    expect([...types].sort()).toEqual([...letterTypes].sort())
  })

  it('show nobody a code [R-025 R-032]', () => {
    each((letter, name) => {
      for (const text of withoutGiven(letter)) expect.soft(text, name).not.toMatch(code)
    })
  })

  it('speak the language that they are asked for', () => {
    each((letter, name) => {
      const han = withoutGiven(letter).filter((text) => /\p{Script=Han}/u.test(text))
      if (letter.locale === 'en') expect.soft(han, name).toEqual([])
      else expect.soft(han.length, name).toBeGreaterThan(2)
    })
  })

  it('state the same facts in both languages', () => {
    for (const { name, letters } of all)
      expect(letters.en?.map(withoutWords), name).toEqual(letters['zh-CN']?.map(withoutWords))
  })

  it('name nobody: roles stand for people [R-032]', () => {
    const people = /\b(m1|p1|p2|p3|a1|system)\b/
    each((letter, name) => {
      expect.soft(withoutGiven(letter).join('\n'), name).not.toMatch(people)
      expect.soft(JSON.stringify(letter), name).not.toMatch(/personId|signatory|"by":\{|checkedBy/)
    })
  })

  it('have names of their own, and are in the order of their days', () => {
    for (const { name, letters } of all) {
      const names = letters.en?.map((letter) => letter.name) ?? []
      expect(new Set(names).size, name).toBe(names.length)
      const days = letters.en?.map(({ issuedAt }) => Date.parse(issuedAt)) ?? []
      expect(days, name).toEqual(days.toSorted((one, other) => one - other))
    }
  })

  it('are what their digests say, and survive being stored [R-034]', async () => {
    for (const { name, letters } of all)
      for (const letter of Object.values(letters).flat()) {
        expect(await isGenuine(JSON.parse(JSON.stringify(letter))), name).toBe(true)
        expect(Object.keys(letter.basis).sort(), name).toEqual(['at', 'lifecycleId'])
      }
  })

  it('state the sums of the ledger: charges, settlement and deposits of the voucher [R-033]', () => {
    const sums = all.flatMap(({ name, source, letters }) =>
      (letters.en ?? []).filter((letter) => voucherAddsUp(source, letter, name)),
    )
    expect(sums.length).toBeGreaterThan(50)
  })

  it('account for every deposit: what was taken is deducted, refunded, carried over or held [R-220 R-228]', () => {
    const sums = all.flatMap(({ name, source, letters }) =>
      (letters.en ?? []).filter((letter) => depositAddsUp(source, letter, name)),
    )
    expect(sums.length).toBeGreaterThan(200)
  })

  it('state what outlives the closure, to the unit [R-037]', () => {
    const open = all.map(({ name, source }) => obligationsAddUp(source, name))
    expect(open.filter((count) => count > 0).length).toBeGreaterThan(5)
  })
})
