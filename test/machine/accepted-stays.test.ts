import { describe, expect, it } from 'vitest'
import { CorruptRecordError } from '../../src/errors/index.ts'
import { createLifecycle, type JournalEntry } from '../../src/machine/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  orderOf,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, digestOf, serial, terminal } from '../support/samples.ts'

const { fold, step } = createLifecycle()

/** A journal as an earlier release may have written it: what it accepted is refused today. */
const told = async (differs: (entry: JournalEntry) => object) => {
  const { tell, entries } = openPlay(terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }))
  await tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE' })
  return entries.map((entry) => ({ ...entry, ...differs(entry) }) as JournalEntry)
}
const changed =
  (type: string, more: object) =>
  ({ cause, actor }: JournalEntry) =>
    'type' in cause && cause.type === type
      ? { cause: { ...cause, ...more }, actor: { ...actor, ...more } }
      : {}

/** Everything on its way back to the merchant, and then more is charged than that leaves. */
const refunding = async () => {
  const world = openPlay()
  await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
  const refund = { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-1' } as const
  await byTwo(world, { ...refund, amount: cny(200_000) })
  const charge = { type: 'charge.raised', chargeId: 'cleaning', kind: 'maintenance' } as const
  return { ...world, charge: { ...charge, amount: cny(2_000), feeTableVersion: 'standard' } as const }
}

describe('An entry that was accepted stays accepted', () => {
  it('also when its time was over before it began', async () => {
    const over = { startsAt: '2026-01-01T00:00:00+08:00', until: '2026-01-02T00:00:00+08:00' }
    const { holds } = fold(await told(changed('hold.placed', over))).context
    expect(holds.works).toMatchObject({ status: 'effective', until: over.until })
  })

  it('and what it did not take back goes on', async () => {
    const { charge, ...world } = await refunding()
    const { tell, entries, context } = world
    await tell(p1, charge)
    const { orders } = await context()
    expect(fold(entries).context.orders).toEqual(orders)
    const orderId = await orderOf(world, 'refundDeposit')
    expect(orders[orderId]?.status).toBe('cancelled')
    // an earlier release let the refund go out all the same, and its entry says nothing of it
    const before = entries.map(({ orderIds, ...entry }, place) => ({
      ...entry,
      orderIds: place === entries.length - 1 ? orderIds.filter((id) => id !== orderId) : orderIds,
    }))
    const left = fold(before)
    expect(left.context.orders[orderId]?.status).toBe('ordered')
    // nobody begins it any more, and whatever is told next takes it back
    const at = world.at()
    const claim = { type: 'order.claimed', orderId } as const
    expect(step(left, { commandId: 'claim', at, actor: sys, event: claim })).toMatchObject({
      blockers: [{ code: 'CHARGES_OUTSTANDING' }],
    })
    const note = { type: 'note.recorded', kind: 'note', text: 'looked at' } as const
    const next = step(left, { commandId: 'note', at, actor: p1, event: note })
    expect(next.accepted && next.record.context.orders[orderId]?.status).toBe('cancelled')
  })

  it('also when its sender may not say it any more', async () => {
    const entries = await told(({ cause, actor, seq }) =>
      'type' in cause
        ? {
            cause: { type: 'device.registered', serial, model: 'N86', by: cause.by, at: cause.at, seq },
            actor: { ...actor, onBehalfOf: 'merchant' },
          }
        : {},
    )
    expect(fold(entries).context.devices[serial]?.model).toBe('N86')
  })

  it('and so does an opening that brings less than is asked for today', async () => {
    const entries = await told(({ cause }) =>
      'opened' in cause
        ? {
            cause: {
              ...cause,
              opened: {
                ...cause.opened,
                devices: cause.opened.devices.map((one) => ({ ...one, lossReport: 'report-7' })),
              },
            },
          }
        : {},
    )
    expect(fold(entries).context.devices[serial]?.lossReport).toBe('report-7')
  })

  it('and what an earlier release noted of a wipe without leave is all that is known of it', async () => {
    const { tell, entries, context } = openPlay(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }),
    )
    await tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' })
    expect(fold(entries).context).toEqual(await context())
    expect((await context()).devices[serial]?.wiped).toEqual({ tried: false, recordsLost: true })
    const before = entries.map(({ issues, ...entry }) => ({
      ...entry,
      issues: issues.map(({ data: _, ...issue }) => issue),
    }))
    const then = fold(before).context
    expect(then.devices[serial]).not.toHaveProperty('wiped')
    expect(then.issues).toEqual(before.flatMap(({ issues }) => issues))
  })

  it('and what it noted of a copy that nobody had read back before the wipe', async () => {
    const { tell, entries, at } = openPlay(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }),
    )
    const copy = { type: 'backup.recorded', serial, method: 'computer', encrypted: true } as const
    const upTo = at()
    await tell(m1, { ...copy, upTo, hash: digestOf('before'), containsCardholderData: false })
    await tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' })
    const before = entries.map(({ issues, ...entry }) => ({
      ...entry,
      issues: issues.map((issue) => ({ ...issue, data: { recordsLost: false } })),
    }))
    expect(fold(entries).context.devices[serial]?.wiped).toEqual({ tried: false, recordsLost: true })
    expect(fold(before).context.devices[serial]?.wiped).toEqual({ tried: false, recordsLost: false })
    expect(fold(before).context.issues).toEqual(before.flatMap(({ issues }) => issues))
  })

  it('but what its state did not hear was never accepted', async () => {
    const event = { type: 'device.declaredUnreturned', serial }
    const entries = await told(({ cause }) =>
      'type' in cause ? { cause: { ...event, by: cause.by, at: cause.at, seq: cause.seq } } : {},
    )
    expect(() => fold(entries)).toThrow(CorruptRecordError)
  })
})
