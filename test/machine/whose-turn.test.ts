import { expect, test } from 'vitest'
import type { EventType } from '../../src/domain/index.ts'
import { type LifecycleRecord, requirements } from '../../src/machine/index.ts'
import { turnOf } from '../../src/machine/questions/turns.ts'
import { waysTo } from '../../src/machine/questions/ways.ts'
import type { LifecycleContext } from '../../src/machine/shape/context.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, cny, serial } from '../support/samples.ts'

const live = await openPlay().context()
const turnsOf = (context: LifecycleContext, code: Parameters<typeof turnOf>[1]['code'], ref: string) =>
  turnOf(context, { code, ref, owner: 'provider', clearedBy: [] }, '2026-03-02T09:00:00+08:00')

test('what was carried over beyond the closure is settled by what belongs to its kind', () => {
  const of = (kind: string, amount = 100) => {
    const carriedOver = { o: { kind, amount: cny(amount) } } as unknown as LifecycleContext['carriedOver']
    return turnsOf({ ...live, carriedOver }, 'OBLIGATION_OPEN', 'o')
  }
  expect(of('charge')).toEqual(['merchant', 'charge.met', 'deposit.deducted', 'obligation.discharged'])
  expect(of('deposit')).toEqual(['provider', 'refund.ordered', 'deposit.deducted', 'obligation.discharged'])
  expect(of('dispute')).toEqual(['provider', 'dispute.closed', 'obligation.discharged'])
  expect(of('settlement')).toEqual(['provider', 'payout.ordered', 'obligation.discharged'])
  // an objection, of which there is nothing to pay
  expect(of('settlement', 0)).toEqual(['provider', 'obligation.discharged'])
})

test('a device is emptied where it is; what nobody has is given up, or its batch closed by the host', () => {
  const of = (custody: string) => {
    const device = { ...live.devices[serial], custody } as NonNullable<LifecycleContext['devices'][string]>
    return turnsOf({ ...live, devices: { [serial]: device } }, 'DEVICE_NOT_DRAINED', serial)
  }
  expect(of('merchant')).toEqual(['merchant', 'batch.uploaded', 'batch.closedByHost'])
  expect(of('received')).toEqual([
    ...['provider', 'batch.uploaded', 'batch.closedByHost', 'device.declaredUnreadable'],
  ])
  for (const custody of ['lost', 'lossAccepted'])
    expect(of(custody)).toEqual(['provider', 'loss.accepted', 'batch.closedByHost'])
})

/** Each phase on the way out, by what it was reached with. */
const phases = async () => {
  const world = openPlay()
  const reached = async () => (await world.record()).context
  const fresh = await reached()
  await world.tell(m1, closureRequested())
  const asked = await reached()
  await run(world, approved)
  const closing = await reached()
  await run(world, ...clearingParts, confirmed, readClosed)
  return { fresh, asked, closing, closed: await reached() }
}

test('of an event that nobody hears yet, what leads to where it is heard', async () => {
  const { fresh, asked, closing, closed } = await phases()
  const applying = ['closure.requested', 'suspension.requested', 'reinstatement.requested']
  const table: readonly (readonly [LifecycleContext, EventType, readonly string[]])[] = [
    [fresh, 'review.approved', applying],
    [asked, 'review.approved', ['application.supplemented', 'application.withdrawn']],
    [asked, 'application.supplemented', ['review.informationRequested', 'review.rejected']],
    [fresh, 'settlement.confirmed', ['closure.requested', 'closure.proposed']],
    [asked, 'settlement.confirmed', ['review.approved', 'application.supplemented', 'closure.proposed']],
    [fresh, 'test.passed', ['hold.placed']],
    [closing, 'review.approved', ['closure.cancelled']],
    [closed, 'review.approved', []],
  ]
  for (const [context, type, ways] of table)
    expect({ type, ways: waysTo(context, type) }).toEqual({ type, ways })
})

test('whoever says nothing of a reader is told what the merchant is told', async () => {
  const world = openPlay()
  await world.tell(p1, {
    type: 'hold.placed',
    holdId: 'secret',
    code: 'RULE_VIOLATION',
    disclosure: 'hidden',
    release: 'evidence',
  })
  const record: LifecycleRecord = await world.record()
  const at = world.at()
  expect(requirements(record, { at })).toEqual(requirements(record, { at, viewer: 'merchant' }))
  expect(requirements(record, { at })).not.toEqual(requirements(record, { at, viewer: 'provider' }))
})
