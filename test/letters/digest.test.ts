import { describe, expect, it } from 'vitest'
import { isGenuine, type Letter, lettersOf } from '../../src/letters/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { m1, p1 } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import { openPlayed } from './kit.ts'

const en = { locale: 'en' } as const

const closed = async () => {
  const world = openPlayed()
  await world.tell(p1, {
    type: 'charge.raised',
    chargeId: 'charge-1',
    kind: 'rental',
    amount: cny(12_300),
    feeTableVersion: 'standard',
  })
  await world.tell(p1, {
    type: 'charge.met',
    chargeId: 'charge-1',
    amount: cny(12_300),
    paymentRef: 'paid-1',
  })
  for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(world)
  return world.source()
}

type Path = readonly string[]
const leaves = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]))
    : [path]

/** A copy with something else at this place. */
const altered = (letter: Letter, path: Path): Letter => {
  const copy = structuredClone(letter) as unknown as Record<string, unknown>
  let at: Record<string, unknown> = copy
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  at[last] = typeof at[last] === 'number' ? (at[last] as number) + 1 : `${String(at[last])}?`
  return copy as unknown as Letter
}

describe('The digest of a letter', () => {
  it('is another one when anything that it says is altered [R-034]', async () => {
    const letters = await lettersOf(await closed(), en)
    let tried = 0
    for (const letter of letters)
      for (const path of leaves(letter)) {
        tried += 1
        expect(await isGenuine(altered(letter, path)), `${letter.name} ${path.join('/')}`).toBe(false)
      }
    expect(tried).toBeGreaterThan(200)
  })

  it('is the same each time, and in another language another one [R-034]', async () => {
    const source = await closed()
    const letters = await lettersOf(source, en)
    expect(await lettersOf(structuredClone(source), en)).toEqual(letters)
    const zhCn = await lettersOf(source, { locale: 'zh-CN' })
    expect(zhCn.map(({ facts }) => facts)).toEqual(letters.map(({ facts }) => facts))
    for (const [place, { digest }] of letters.entries()) expect(zhCn[place]?.digest).not.toBe(digest)
  })

  it("is the same on the provider's copy, which names the entry of the journal", async () => {
    const { record, entries } = await closed()
    const sealed = entries.map((entry) => ({ ...entry, hash: `hash-${entry.seq}` }))
    const own = await lettersOf({ record, entries: sealed }, en)
    const copies = await lettersOf({ record, entries: sealed }, { ...en, viewer: 'provider' })
    expect(copies.map(({ digest }) => digest)).toEqual(own.map(({ digest }) => digest))
    for (const { basis, issuedAt } of copies) {
      expect(sealed[basis.seq ?? -1]).toMatchObject({ at: issuedAt, hash: basis.hash })
      expect(basis.hash).toBe(`hash-${basis.seq}`)
    }
    for (const { basis } of own) expect(Object.keys(basis).sort()).toEqual(['at', 'lifecycleId'])
  })

  it('follows the record: another amount, another reason, another paper', async () => {
    const source = await closed()
    const before = await lettersOf(source, en)
    const changes: readonly [string, (record: LifecycleRecord) => object][] = [
      [
        'settlement_voucher',
        ({ context }) => ({
          charges: {
            ...context.charges,
            'charge-1': { ...context.charges['charge-1'], amount: cny(12_301) },
          },
        }),
      ],
      [
        'deposit_record',
        ({ context }) => ({
          deposits: { 'deposit-1': { ...context.deposits['deposit-1'], amount: cny(200_001) } },
        }),
      ],
      ['result_notice', ({ context }) => ({ closing: { ...context.closing, reason: 'DORMANT' } })],
    ]
    for (const [type, change] of changes) {
      const { record } = source
      const context = { ...record.context, ...change(record) }
      const after = await lettersOf({ ...source, record: { ...record, context } }, en)
      const differs = after.filter(({ digest }, place) => digest !== before[place]?.digest)
      expect(differs.map((letter) => letter.type)).toContain(type)
    }
  })

  it('does not change for what is done later to other things', async () => {
    const world = openPlayed()
    await world.tell(m1, { type: 'note.recorded', kind: 'note', text: 'hello' })
    await approved(world)
    const early = await lettersOf(await world.source(), en)
    for (const part of clearingParts) await part(world)
    const late = await lettersOf(await world.source(), en)
    const lasting = early.filter(({ type }) => type === 'application_record' || type === 'result_notice')
    expect(lasting).toHaveLength(2)
    expect(late).toEqual(expect.arrayContaining(lasting))
  })

  it('needs a journal', async () => {
    const { record } = await closed()
    await expect(lettersOf({ record, entries: [] }, en)).rejects.toThrow(RangeError)
  })
})
