import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, byTwo, drained, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  batch,
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  seen,
  serial,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const second = '123-456-790'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const both = (more: object = {}) => terminal({ devices: [of(serial), of(second)], ...more })

const copied = async (world: World, one: string) => {
  const hash = digestOf(`backup of ${one}`)
  await world.tell(m1, {
    ...{ type: 'backup.recorded', serial: one, upTo: world.at(), hash, method: 'computer' },
    ...{ encrypted: true, containsCardholderData: false },
  })
  await world.tell(sys, { type: 'backup.verified', serial: one, hash })
}

/** What holds for one of several holds for that one, and what all of them owe is owed until the last has done it. */
export const oneOfTwoStories: Stories = {
  'a terminal drains until its last device is empty': async (open) => {
    const world = await open(both())
    const clock = async () => (await world.context()).deadlines.drainDue?.status
    await run(world, approved, saleOff, drained)
    expect(await clock()).toBe('running')
    await world.tell(sys, { ...batch(world.at(), 'batch-2'), serial: second } as LifecycleEvent)
    expect(await clock()).toBe('cancelled')
  },

  'data that are moved need no paper of their copy once every device has one [R-047 R-202]': async (open) => {
    const held = { holdId: 'own', code: 'DATA_MIGRATION' } as const
    const world = await open(both({ holds: [held] }))
    const evidence: [ReturnType<typeof paper>] = [paper('data_migration_plan')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'own', evidence })
    const verified: LifecycleEvent = {
      type: 'hold.remedyVerified',
      holdId: 'own',
      checked: seen('data_migration_plan'),
    }
    await copied(world, serial)
    await world.refuse(p2, verified, 'DOCUMENTS_INCOMPLETE')
    await copied(world, second)
    await world.tell(p2, verified)
  },

  'the number of a payout that was made is never given to another, whatever was paid since': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, accountVerified)
    await world.tell(sys, {
      ...{ type: 'settlement.stated', statementId: 'statement-1' },
      ...{ upTo: world.at(), net: cny(50_000) },
    })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    const paying = (payoutId: string, amount = 10_000): LifecycleEvent => ({
      ...{ type: 'payout.ordered', payoutId },
      amount: cny(amount),
    })
    await world.tell(p3, paying('p-1'))
    await world.refuse(p3, paying('p-1', 9_000), 'REFERENCE_IN_USE')
    const orderId = await orderOf(world, 'payOut')
    await world.tell(sys, { type: 'payout.confirmed', payoutId: 'p-1', orderId, amount: cny(10_000) })
    await world.tell(p3, paying('p-2'))
    await world.refuse(p3, paying('p-1', 9_000), 'REFERENCE_IN_USE')
    const failing = await orderOf(world, 'payOut')
    await world.tell(sys, { type: 'payout.failed', payoutId: 'p-2', orderId: failing, reason: 'closed' })
    // one that did not arrive is paid under its number again
    await world.tell(p3, paying('p-2', 9_000))
  },

  'the number of a refund that was made is never given to another, whatever was paid back since': async (
    open,
  ) => {
    const world = await open(terminal({ devices: [{ ...of(serial), owner: 'merchant' }] }))
    await world.tell(m1, closureRequested({ disposition: 'merchantOwned' }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    await run(world, saleOff, drained, accountVerified)
    const back = (refundId: string, amount = 10_000): LifecycleEvent => ({
      ...{ type: 'refund.ordered', depositId: 'deposit-1', refundId },
      amount: cny(amount),
    })
    await byTwo(world, back('r-1'))
    await byTwo(world, back('r-2'))
    await world.tell(p1, { type: 'act.proposed', act: back('r-1', 9_000) as never })
    await world.refuse(p2, back('r-1', 9_000), 'REFERENCE_IN_USE')
  },

  'each report of a damage is charged once, whatever else was charged [R-225]': async (open) => {
    const world = await open()
    const charged = (chargeId: string, documentId: string): LifecycleEvent => ({
      ...{ type: 'charge.raised', chargeId, kind: 'damage', documentId },
      ...{ amount: cny(1_000), feeTableVersion: 'standard' },
    })
    for (const id of ['report-1', 'report-2'])
      await world.tell(p1, {
        type: 'document.added',
        document: paper('damage_report', id, { cause: 'human' }),
      })
    await world.tell(p1, charged('charge-1', 'report-1'))
    await world.tell(p1, charged('charge-2', 'report-2'))
    await world.refuse(p1, charged('charge-3', 'report-1'), 'CHARGE_ENDED')
  },
}
