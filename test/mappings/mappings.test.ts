import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closureReasons,
  limits,
  orderKinds,
  reasonProfiles,
  type SuspensionReason,
  suspensionReasons,
} from '../../src/domain/index.ts'
import {
  fromOurs,
  type MappingList,
  type MappingListName,
  type Meaning,
  mappingLists,
  type OurCode,
  standings,
  toOurs,
} from '../../src/mappings/index.ts'

const names = Object.keys(mappingLists) as MappingListName[]
const listOf = (name: MappingListName): MappingList => mappingLists[name]
const entries = names.flatMap((name) =>
  Object.entries(listOf(name).codes).map(([code, { words, ...meaning }]) => ({ name, code, words, meaning })),
)
const ours: readonly OurCode[] = [
  ...suspensionReasons.map((suspension) => ({ suspension })),
  ...closureReasons.map((closure) => ({ closure })),
  ...limits.map((limit) => ({ limit })),
  ...orderKinds.map((order) => ({ order })),
  ...standings.map((standing) => ({ standing })),
]

/** Does the meaning say this of ours: the very code, or an umbrella over it? */
const covers = (meaning: Meaning, code: OurCode): boolean => {
  if ('limit' in code) return meaning.limits?.includes(code.limit) ?? false
  if ('suspension' in code) return isOver(meaning.suspension, code.suspension)
  const [kind = '', value] = Object.entries(code)[0] ?? []
  return Object.entries(meaning).some(([its, said]) => its === kind && said === value)
}
const isOver = (said: SuspensionReason | undefined, code: SuspensionReason): boolean =>
  said === code ||
  (said !== undefined &&
    reasonProfiles[said].umbrella &&
    reasonProfiles[said].category === reasonProfiles[code].category)

describe('a published list', () => {
  it.each(names)('says where it comes from, and has words for every code: %s', (name) => {
    const { source, codes } = listOf(name)
    for (const part of Object.values(source)) expect(part.length).toBeGreaterThan(2)
    expect(source.version).toMatch(/\d/)
    expect(Object.values(codes).every(({ words }) => words.length > 1)).toBe(true)
  })

  it('is not empty, and no two of its codes have the same words unless they mean the same', () => {
    for (const one of entries)
      for (const other of entries)
        if (one.name === other.name && one.words === other.words) expect(one.meaning).toEqual(other.meaning)
  })
})

describe('to our codes', () => {
  it.each(entries)('$name $code means what its entry says', ({ name, code, meaning }) => {
    expect(toOurs(name, code)).toEqual(meaning)
  })

  it('a code that the list does not have survives as it is, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', '', '1', 'other ')),
        (name, raw) => {
          fc.pre(!Object.hasOwn(listOf(name).codes, raw))
          expect(toOurs(name, raw)).toEqual({ unknown: raw })
        },
      ),
    )
  })

  it('关闭 of a merchant is a suspension, and 注销 the end [C-17]', () => {
    expect(toOurs('pcac.merchantStatus', '02')).toEqual({ standing: 'suspended' })
    expect(toOurs('pcac.merchantStatus', '03')).toEqual({ standing: 'closed' })
  })

  it('a suspicion of which a merchant must hear nothing becomes no open reason', () => {
    for (const code of ['29', '35']) expect(toOurs('pcac.riskType', code)).toEqual({})
    expect(toOurs('stripe.accountDisabledReason', 'listed')).toEqual({})
  })
})

describe('from our codes', () => {
  const said = names.flatMap((name) =>
    ours.flatMap((code) => {
      const theirs = fromOurs(name, code)
      return theirs === undefined ? [] : [{ name, code, theirs }]
    }),
  )

  it('every entry of every list is found', () => {
    const written = names.flatMap((name) =>
      Object.values(listOf(name).says).flatMap((table) => Object.keys(table)),
    )
    expect(said.length).toBe(written.length)
  })

  it.each(said)('$name has $theirs for $code', ({ name, theirs }) => {
    expect(Object.keys(listOf(name).codes)).toContain(theirs)
  })

  it('there is an answer or none, and never another word of the list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...ours), (name, code) => {
        const theirs = fromOurs(name, code)
        expect(theirs === undefined || Object.hasOwn(listOf(name).codes, theirs)).toBe(true)
      }),
    )
    expect(fromOurs('pcac.riskType', { suspension: 'RULE_VIOLATION' })).toBeUndefined()
    expect(fromOurs('iso20022.terminalAction', { order: 'eraseDevice' })).toBeUndefined()
    expect(fromOurs('pcac.riskType', { suspension: 'constructor' as 'OTHER' })).toBeUndefined()
  })
})

describe('there and back', () => {
  it('our code comes back as itself, under its umbrella or not at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...ours), (name, code) => {
        const theirs = fromOurs(name, code)
        if (theirs === undefined) return
        const back = toOurs(name, theirs)
        expect(back.unknown).toBeUndefined()
        if (back.unknown !== undefined) return
        // What comes back of the same kind is never another thing.
        const same = Object.keys(code)[0] === 'limit' ? back.limits : back[Object.keys(code)[0] as 'order']
        expect(same === undefined || covers(back, code)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('a foreign code comes back as itself or as one that means the same', () => {
    for (const { name, code, meaning } of entries) {
      const back = codesIn(meaning).flatMap((one) => fromOurs(name, one) ?? [])
      for (const theirs of back)
        expect(
          theirs === code || codesIn(toOurs(name, theirs) as Meaning).some((one) => covers(meaning, one)),
        ).toBe(true)
    }
  })
})

const codesIn = ({ suspension, closure, limits: limited = [], order, standing }: Meaning): OurCode[] => [
  ...(suspension ? [{ suspension }] : []),
  ...(closure ? [{ closure }] : []),
  ...limited.map((limit) => ({ limit })),
  ...(order ? [{ order }] : []),
  ...(standing ? [{ standing }] : []),
]
