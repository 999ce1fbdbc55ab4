import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny } from '../support/samples.ts'

type Sale = Extract<LifecycleEvent, { type: 'transaction.reported' }>
const sale = (more: Partial<Sale>): Sale => ({
  ...{ type: 'transaction.reported', ref: 'a', kind: 'sale', state: 'completed', amount: cny(700) },
  ...{ occurredAt: '2026-03-01T12:00:00+08:00', ...more },
})
const ahead = '2026-12-01T12:00:00+08:00'

/** A sale that was told while the terminal sold has left the record when its statement is agreed on. */
const isOutdated = async (before: readonly Partial<Sale>[], after: readonly Partial<Sale>[]) => {
  const world = openPlay()
  for (const told of before) await world.tell(sys, sale(told))
  await run(world, approved, saleOff, drained)
  await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(50_000) })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
  expect((await world.context()).transactions).toEqual({})
  for (const told of after) await world.tell(sys, sale(told))
  return (await world.context()).closing?.statement?.stale
}

describe('a sale that has left the record before its statement was agreed on', () => {
  it.each<[string, Partial<Sale>[], Partial<Sale>[]]>([
    ['voided, then settled after all', [{}, { state: 'voided' }], [{ state: 'settled' }]],
    ['given back, then settled after all', [{}, { state: 'refunded' }], [{ state: 'settled' }]],
    ['declined at its upload', [{}], [{ state: 'declined' }]],
    ['expired', [{}], [{ state: 'expired' }]],
    ['voided', [{}], [{ state: 'voided' }]],
    ['open again, then voided', [{}], [{ state: 'pending' }, { state: 'voided' }]],
    ['open again, then declined', [{}], [{ state: 'pending' }, { state: 'declined' }]],
    ['authorised late, then expired', [{}], [{ state: 'authorised' }, { state: 'expired' }]],
    ['made by a clock ahead, voided', [{ occurredAt: ahead }], [{ state: 'voided', occurredAt: ahead }]],
    ['corrected to nothing', [{}], [{ amount: cny(0) }]],
    ['settled in another amount', [{}], [{ state: 'settled', amount: cny(900) }]],
    ['never told before', [], [{}]],
  ])('outdates it when it is told as %s', async (_, before, after) => {
    expect(await isOutdated(before, after)).toBe(true)
  })

  it.each<[string, Partial<Sale>[], Partial<Sale>[]]>([
    ['settled, as it was taken', [{}], [{ state: 'settled' }]],
    ['settled once more', [{}, { state: 'settled' }], [{ state: 'settled' }]],
    ['taken, word for word', [{}], [{}]],
    ['a test', [], [{ test: true }]],
    ['money of another currency', [], [{ amount: { amount: 700, currency: 'USD' } }]],
  ])('leaves it as it is when it is told as %s', async (_, before, after) => {
    expect(await isOutdated(before, after)).toBe(false)
  })
})
