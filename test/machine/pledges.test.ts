import { describe, expect, it } from 'vitest'
import { type Catalogues, defaultPolicy, type PricedFeeTable } from '../../src/domain/index.ts'
import { createLifecycle, type JournalEntry } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { inspected, quiet, shippedBack } from '../blockers/acts.ts'
import { accountVerified, approved, byTwo, erased, keysRemoved, run } from '../support/closure.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial, start, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'

type Price = NonNullable<PricedFeeTable['prices']>[number]
const priced = (...prices: readonly Price[]): Catalogues => ({
  feeTables: [{ version: 'of-today', from: '2026-02-01', prices }],
})
const base: Price = { kind: 'accessory', amount: cny(5_000) }
const screen: Price = { kind: 'damage', model: 'A1', amount: cny(26_000) }

const found = (differs: object): LifecycleEvent => ({ ...inspected, ...differs }) as LifecycleEvent
const incomplete = { accessories: [{ name: 'base', expected: 1, returned: 0 }] }
const cracked = {
  condition: 'damaged',
  damage: { cause: 'undetermined', description: 'the screen is cracked' },
}
const refund = (amount: number): LifecycleEvent => ({
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'r',
  amount: cny(amount),
})
const device = { serial, owner: 'provider', tenancy: 'sole', model: 'A1' } as const

/** A device is back, and what was found of it is not decided on; the pledge is 2 000 yuan. */
const undecided = async (catalogues: Catalogues, ...what: readonly object[]) => {
  const input = terminal({ devices: [device] })
  const entries: JournalEntry[] = []
  const lifecycle = createLifecycle({ catalogues })
  const opened = lifecycle.open(input, { at: start, commandId: 'open', policy: defaultPolicy })
  if (opened.entry) entries.push(opened.entry)
  const step: typeof lifecycle.step = (record, command) => {
    const answer = lifecycle.step(record, command)
    if (answer.accepted && answer.entry) entries.push(answer.entry)
    return answer
  }
  const world = openPlay(input, start, { open: lifecycle.open, step })
  await run(world, approved, ...quiet, erased, keysRemoved, shippedBack, accountVerified)
  await world.tell(p2, found(Object.assign({}, ...what)))
  return { world, entries, lifecycle }
}
const limitOf = async (world: World, amount: number) => {
  await world.tell(p1, { type: 'act.proposed', act: refund(amount) as never })
  const answer = await world.send(p3, refund(amount))
  return answer.accepted ? 'accepted' : answer.blockers.map(({ code, data }) => [code, data?.limit])
}

describe('What an inspection found and nobody has decided on', () => {
  it('keeps back its price, where the fee table has one, and the rest is paid back [R-223 R-224]', async () => {
    const { world, entries } = await undecided(priced(base, screen), incomplete)
    expect(await limitOf(world, 195_001)).toEqual([['AMOUNT_TOO_HIGH', 195_000]])
    // more than there is at all is said once, and what else stands in the way stays
    expect(await limitOf(world, 200_001)).toEqual([['AMOUNT_TOO_HIGH', 195_000]])
    await world.tell(p1, {
      ...{ type: 'charge.raised', chargeId: 'rental-1', kind: 'rental' },
      ...{ amount: cny(1_000), feeTableVersion: 'of-today' },
    })
    expect(await limitOf(world, 195_000)).toEqual([['CHARGES_OUTSTANDING', undefined]])
    await world.tell(p1, {
      type: 'charge.met',
      chargeId: 'rental-1',
      amount: cny(1_000),
      paymentRef: 'pay-1',
    })
    expect(await limitOf(world, 195_000)).toBe('accepted')
    // whatever is published when the journal is read
    expect(createLifecycle().fold(entries)).toEqual(await world.record())
  })

  it('keeps back the sum where several things were found, each at its model’s price [R-224]', async () => {
    const { world } = await undecided(priced(base, screen), incomplete, cracked)
    expect(await limitOf(world, 170_000)).toEqual([['AMOUNT_TOO_HIGH', 169_000]])
    expect(await limitOf(world, 169_000)).toBe('accepted')
  })

  it('keeps back the whole where one of its findings has no price [R-224]', async () => {
    const other: Price = { ...screen, model: 'B2' }
    const tables: readonly Catalogues[] = [{}, { feeTables: [] }, priced(base), priced(base, other)]
    for (const catalogues of tables) {
      const { world } = await undecided(catalogues, incomplete, cracked)
      expect(await limitOf(world, 1)).toEqual([['DAMAGE_UNDECIDED', undefined]])
    }
    const { world } = await undecided(priced({ ...base, amount: cny(200_000) }), incomplete)
    expect(await limitOf(world, 1)).toEqual([['DAMAGE_UNDECIDED', undefined]])
  })

  it('keeps back the highest price that it may still be charged at', async () => {
    const ended = { version: 'of-january', from: '2020-01-01', until: '2026-02-20' }
    const tables = [
      { ...ended, prices: [{ ...base, amount: cny(9_000) }] },
      ...(priced(base).feeTables ?? []),
    ]
    const { world } = await undecided({ feeTables: tables }, incomplete)
    expect(await limitOf(world, 191_001)).toEqual([['AMOUNT_TOO_HIGH', 191_000]])
  })

  it('keeps back the charge that was made of it while that is argued about [R-228]', async () => {
    const { world } = await undecided({}, incomplete)
    const charge = { chargeId: 'base', amount: cny(5_000), feeTableVersion: 'standard', serial } as const
    await world.tell(p1, { type: 'charge.raised', kind: 'accessory', ...charge })
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'base', grounds: 'it was in the box' })
    expect(await limitOf(world, 195_001)).toEqual([['AMOUNT_TOO_HIGH', 195_000]])
    await byTwo(world, refund(195_000))
  })
})
