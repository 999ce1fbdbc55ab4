import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { capabilities } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  carriedOver,
  clearingParts,
  confirmed,
  drained,
  readClosed,
  refunded,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  batch,
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  serial,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const authority: Actor = { ...p1, onBehalfOf: 'authority' }
const lost: LifecycleEvent = { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') }
const found: LifecycleEvent = { type: 'device.found', serial, where: 'the store room' }
const revoked: LifecycleEvent = { type: 'keys.removed', serial, method: 'revokedAtHost' }
const rescinded = (holdId: string): LifecycleEvent => ({
  type: 'hold.rescinded',
  holdId,
  reason: 'placed in error',
})
const court = (caps: readonly string[], differs: object = {}) =>
  ({
    type: 'hold.placed',
    holdId: 'court',
    code: 'AUTHORITY_ORDER',
    caps,
    orderRef: 'court-1',
    ...differs,
  }) as LifecycleEvent
const violation = { holdId: 'violation', code: 'RULE_VIOLATION' } as const

const holdsOf = async ({ context }: World) => Object.values((await context()).holds)
const lossOf = async (world: World): Promise<string> =>
  (await holdsOf(world)).findLast(({ code }) => code === 'DEVICE_LOST')?.holdId ?? ''

/** How a hold begins, eases and ends, where two of them or two phases of life meet. */
export const holdStories: Stories = {
  'an eased hold that turns out to be another one holds the money again': async (open) => {
    const funds = {
      holdId: 'funds',
      code: 'FUNDS_ISSUE',
      caps: ['sale', 'preAuth', 'payout'],
    } as const
    const world = await open(terminal({ holds: [funds] }))
    await run(world, approved, saleOff, drained, accountVerified)
    await world.tell(sys, {
      type: 'settlement.stated',
      statementId: 'statement-1',
      upTo: world.at(),
      net: cny(50_000),
    })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    await byTwo(world, { type: 'hold.lifted', holdId: 'funds' })
    const court = {
      type: 'hold.reclassified',
      holdId: 'funds',
      code: 'AUTHORITY_ORDER',
      caps: ['sale', 'payout'],
      orderRef: 'court-7',
    } as const
    await world.tell(p1, { type: 'act.proposed', act: court })
    await world.refuse(p2, court, 'REASON_NOT_FOR_INITIATOR')
    await world.tell({ ...p2, onBehalfOf: 'authority' }, court)
    const payout = { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) } as const
    await world.refuse(p3, payout, 'FUNDS_HELD')
  },

  'a hold that two people eased is whole again when the closure is cancelled, also for the next one': async (
    open,
  ) => {
    const funds = { holdId: 'funds', code: 'FUNDS_ISSUE', caps: ['sale', 'payout'] } as const
    const world = await open(terminal({ holds: [funds] }))
    const limited = async () => {
      const { holds, payoutAccount } = await world.context()
      return [holds.funds?.eased, payoutAccount?.verifiedBy !== null]
    }
    await run(world, approved, saleOff, drained, accountVerified)
    await byTwo(world, { type: 'hold.lifted', holdId: 'funds' })
    expect(await limited()).toEqual([true, true])
    await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell again' })
    expect(await limited()).toEqual([false, true])
    await world.tell(
      m1,
      closureRequested({ applicationId: 'application-2', digest: digestOf('application-2') }),
    )
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
    await run(world, saleOff)
    await world.tell(sys, batch(world.at(), 'batch-2'))
    const statementId = 'statement-2'
    await world.tell(sys, { type: 'settlement.stated', statementId, upTo: world.at(), net: cny(50_000) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId })
    const payout = { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) } as const
    await world.refuse(p3, payout, 'FUNDS_HELD')
  },

  'what eases a hold frees payout and erasure, and nothing at the host': async (open) => {
    const caps = ['sale', 'preAuth', 'refund', 'payout', 'erasure'] as const
    const world = await open(terminal({ holds: [{ ...violation, caps }] }))
    await run(world, approved, saleOff)
    await byTwo(world, { type: 'hold.lifted', holdId: 'violation' })
    expect(capabilities(await world.record()).desired).toMatchObject({ refund: false, payout: true })
    await run(world, drained, backedUp)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  },

  'a freeze of money that was ordered for a later day begins then, also after the closure': async (open) => {
    const world = await open()
    await world.tell(authority, court(['refund', 'payout'], { startsAt: '2026-06-01T00:00:00+08:00' }))
    const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
    await run(world, approved, ...parts, confirmed, readClosed)
    await world.pass(120)
    expect((await holdsOf(world)).map(({ status }) => status)).toEqual(['effective'])
    const refund = { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'r', amount: cny(1) } as const
    await world.tell(p1, { type: 'act.proposed', act: refund })
    await world.refuse(p2, refund, 'FUNDS_HELD')
    await world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' })
    // the number is closed: there is nothing that its host could be told
    const { orders, closing } = await world.context()
    const since = Object.values(orders).filter(({ orderedAt }) => orderedAt > (closing?.closedAt ?? ''))
    expect(new Set(since.map(({ kind }) => kind))).toEqual(new Set(['notify', 'openTicket']))
  },

  'a freeze of money takes back a refund that nobody has begun, and the whole deposit can be refunded after it':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts.slice(0, clearingParts.indexOf(refunded)))
      const refund = (refundId: string) =>
        ({ type: 'refund.ordered', depositId: 'deposit-1', refundId, amount: cny(200_000) }) as const
      await byTwo(world, refund('refund-1'))
      await world.tell(authority, court(['refund', 'payout']))
      const { deposits } = await world.context()
      expect(Object.values(deposits['deposit-1']?.refunds ?? {})).toMatchObject([{ status: 'cancelled' }])
      await world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' })
      await byTwo(world, refund('refund-2'))
    },

  'a pause that was planned for a later day does not begin once the terminal is closed': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'pause',
      code: 'SYSTEM_MAINTENANCE',
      startsAt: '2026-06-01T00:00:00+08:00',
    })
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    await world.pass(120)
    expect((await holdsOf(world)).map(({ status }) => status)).toEqual(['planned'])
  },

  'an order of an authority ends by its order, and not because somebody calls it an error': async (open) => {
    const world = await open()
    await world.tell(authority, court(['erasure']))
    await run(world, approved, saleOff, drained, backedUp)
    await world.refuse(p2, rescinded('court'), 'AUTHORITY_ORDER_REQUIRED')
    await world.refuse(
      p1,
      { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' },
      'LEGAL_HOLD',
    )
    await world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' })
  },

  'a loss is not a mistake while the device is missing': async (open) => {
    const world = await open()
    await world.tell(m1, lost)
    await world.refuse(p2, rescinded(await lossOf(world)), 'DEVICE_REPORTED_LOST')
    await byTwo(world, {
      type: 'counterparty.declaredUnreachable',
      party: 'merchant',
      evidence: [paper('service_of_notice')],
    })
    await world.tell(sys, revoked)
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [] })
    await world.refuse(p2, rescinded(await lossOf(world)), 'DEVICE_REPORTED_LOST')
    await world.tell(m1, found)
    await world.tell(p2, rescinded(await lossOf(world)))
  },

  'the keys of a device that is stolen again are revoked again': async (open) => {
    const world = await open()
    await world.tell(m1, lost)
    await world.tell(sys, revoked)
    await world.tell(m1, found)
    await world.tell(p2, rescinded(await lossOf(world)))
    const checks = (['signOn', 'transaction'] as const).map((name) => ({ name, passed: true }))
    await world.tell(p1, { type: 'test.passed', serial, kind: 'smoke', checks })
    await world.tell(sys, statusRead('on', world.at()))
    expect((await world.context()).devices[serial]?.keysRevokedAt).toBeNull()
    const { orders } = await world.tell(m1, lost)
    expect(orders.map(({ kind }) => kind)).toContain('revokeKeys')
  },

  'a device that is lost before it was used again has its keys revoked once more': async (open) => {
    const world = await open()
    await world.tell(m1, lost)
    await world.tell(sys, revoked)
    await world.tell(m1, found)
    const again = await world.tell(m1, lost)
    expect(again.orders.map(({ kind }) => kind)).toContain('revokeKeys')
    await world.tell(sys, revoked)
    const repeated = await world.tell(m1, {
      ...lost,
      report: paper('loss_report', 'police-7'),
    } as LifecycleEvent)
    expect(repeated.orders.map(({ kind }) => kind)).not.toContain('revokeKeys')
  },

  'a lost device sells nothing, whatever was placed for it by hand before': async (open) => {
    for (const differs of [{ caps: ['payout'] }, { release: 'provider', test: 'none' }]) {
      const world = await open()
      await world.tell(p1, {
        type: 'hold.placed',
        holdId: 'hand',
        code: 'DEVICE_LOST',
        ...differs,
      } as LifecycleEvent)
      await world.tell(m1, lost)
      await world.send(p1, { type: 'hold.lifted', holdId: 'hand' })
      expect(await world.value()).toMatchObject({ live: { service: { suspended: 'held' } } })
      const again = await world.tell(m1, {
        ...lost,
        report: paper('loss_report', 'police-7'),
      } as LifecycleEvent)
      expect(again.record.context.holds).toEqual((await world.context()).holds)
      expect((await holdsOf(world)).filter(({ status }) => status === 'effective')).toHaveLength(
        'caps' in differs ? 2 : 1,
      )
    }
  },
}
