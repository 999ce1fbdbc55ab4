import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  over,
  readClosed,
  refunded,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  cny,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

const second = '123-456-790'
const cancelled: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}
const replaced = (owner: 'provider' | 'merchant' = 'provider') =>
  ({ type: 'device.replaced', oldSerial: serial, newSerial: second, owner, tenancy: 'sole' }) as const
const askedFor = async (world: World) => {
  const all = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification]
}
const itemOf = async (world: World, code: string, ref?: string) =>
  (await askedFor(world)).find((item) => item.code === code && (ref === undefined || item.ref === ref))

describe('what is said of one says nothing of another one', () => {
  it('that a proposal was sent, of the one that was made when the first was taken back', async () => {
    const world = openPlay()
    const proposed = (proposalId: string) =>
      ({ type: 'closure.proposed', proposalId, reason: 'DORMANT', basis: 'a year without a sale' }) as const
    const sent = (orderId: string) =>
      ({ type: 'notice.sent', template: 'closure_proposed', audience: 'merchant', orderId }) as const
    await world.tell(p1, proposed('first'))
    const first = await orderOf(world, 'notify')
    await world.tell(p1, cancelled)
    await world.tell(p1, proposed('second'))
    const later = await orderOf(world, 'notify')
    await world.tell(sys, sent(first))
    expect((await world.context()).proposal?.sentAt).toBeUndefined()
    await world.tell(sys, sent(later))
    expect((await world.context()).proposal?.sentAt).toBeDefined()
  })

  it('that an unbinding failed, of the one that was ordered after it', async () => {
    const world = openPlay()
    const failed = (orderId: string, reason: string): LifecycleEvent => ({
      ...{ type: 'unbinding.failed', serial, registryRef: 'registry-9', reason, orderId },
    })
    const ordered = { type: 'unbinding.ordered', serial, registryRef: 'registry-9' } as const
    const binding = async () => (await world.context()).devices[serial]?.binding
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
    await world.tell(p1, ordered)
    const first = await orderOf(world, 'unbind')
    await world.tell(sys, failed(first, 'not found'))
    expect(await binding()).toBe('bound')
    await world.tell(p1, ordered)
    await world.tell(sys, failed(first, 'not found, asked twice'))
    expect(await binding()).toBe('unbindingOrdered')
    await world.tell(sys, failed(await orderOf(world, 'unbind'), 'not found'))
    expect(await binding()).toBe('bound')
  })

  it('that a wipe failed, of the one that was begun after it', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, backedUp)
    const authorise = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
    await world.tell(p1, authorise)
    const first = await orderOf(world, 'eraseDevice')
    await world.tell(sys, { type: 'order.confirmed', orderId: first })
    const hotel = (state: 'authorised' | 'voided'): LifecycleEvent => ({
      ...{ type: 'transaction.reported', ref: 'hotel', kind: 'preAuth', state, amount: cny(500) },
      occurredAt: '2026-03-01T12:00:00+08:00',
    })
    // its leave lapses while something is open
    await world.tell(sys, hotel('authorised'))
    await world.tell(sys, hotel('voided'))
    await world.tell(p1, authorise)
    const later = await orderOf(world, 'eraseDevice')
    await world.tell(sys, { type: 'order.confirmed', orderId: later })
    await world.tell(sys, {
      type: 'erasure.failed',
      serial,
      reason: 'power cut',
      orderId: first,
    } as LifecycleEvent)
    const { orders, devices } = await world.context()
    expect([orders[first]?.status, orders[later]?.status]).toEqual(['failed', 'confirmed'])
    expect(devices[serial]?.erasure).toBe('authorised')
  })

  it('that devices are to be fetched, of one that was replaced before', async () => {
    const world = openPlay()
    await world.tell(p1, replaced())
    await world.tell(m1, closureRequested({ disposition: 'collection', serialNumber: second } as never))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await itemOf(world, 'DEVICE_NOT_RETURNED', serial)).toMatchObject({ owner: 'merchant' })
    expect(await itemOf(world, 'DEVICE_NOT_RETURNED', second)).toMatchObject({ owner: 'provider' })
  })

  it('that one deposit is on its way, of what is owed of the other', async () => {
    const deposit = { kind: 'device_pledge', heldBy: 'acquirer-1' } as const
    const world = openPlay(
      terminal({
        deposits: [
          { ...deposit, depositId: 'deposit-1', amount: cny(200_000) },
          { ...deposit, depositId: 'deposit-2', amount: cny(5_000) },
        ],
      }),
    )
    await run(world, approved, ...clearingParts.filter((part) => part !== refunded))
    await byTwo(world, over('first', 'deposit', 'deposit-1', 200_000))
    await byTwo(world, over('other', 'deposit', 'deposit-2', 5_000))
    await run(world, confirmed, readClosed)
    const refund = async (depositId: string, amount: number) => {
      const refundId = `refund-${depositId}`
      await byTwo(world, { type: 'refund.ordered', depositId, refundId, amount: cny(amount) })
      return orderOf(world, 'refundDeposit')
    }
    await refund('deposit-1', 200_000)
    const orderId = await refund('deposit-2', 5_000)
    await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-2', orderId, amount: cny(5_000) })
    expect(await itemOf(world, 'OBLIGATION_OPEN', 'first')).toBeDefined()
    expect(await itemOf(world, 'OBLIGATION_OPEN', 'other')).toBeUndefined()
  })

  it('that a hold may be about the service provider, of the other hold of one application', async () => {
    const holds = { arrears: 'ACCOUNT_ARREARS', breach: 'RULE_VIOLATION' } as const
    const heard = async (codes: Partial<typeof holds>) => {
      const world = openPlay(
        terminal({
          agent: { agentId: 'agent-1', tasks: ['applications'] },
          holds: Object.entries(codes).map(([holdId, code]) => ({ holdId, code })),
        }),
      )
      const asked = reinstatementRequested(codes as typeof holds)
      await world.tell(m1, { ...asked, documents: [...asked.documents, paper('rectification_report')] })
      return (await world.orders()).some(
        (order) =>
          order.kind === 'notify' &&
          order.params.template === 'application_received' &&
          order.params.audience === 'serviceProvider',
      )
    }
    const { arrears, breach } = holds
    expect([await heard({ arrears }), await heard({ breach }), await heard({ arrears, breach })]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('that an account was verified, of one in another name under the same token', async () => {
    const world = openPlay()
    await run(world, accountVerified)
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '别的商店' })
    expect((await world.context()).payoutAccount?.verifiedBy).toBeNull()
  })
})

describe('a device that is the merchant’s own', () => {
  it('is missed like any other when it is lost: what is on it and what it sells with is not home', async () => {
    const world = openPlay(terminal({ devices: [{ serial, owner: 'merchant', tenancy: 'sole' }] }))
    await world.tell(m1, closureRequested({ disposition: 'merchantOwned' } as never))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await itemOf(world, 'DEVICE_REPORTED_LOST')).toBeUndefined()
    await world.tell(m1, { type: 'device.lost', serial, kind: 'lost', report: paper('loss_report') })
    expect(await itemOf(world, 'DEVICE_REPORTED_LOST', serial)).toBeDefined()
  })
})

describe('what was drained', () => {
  it('stays so when it was replaced before the closure, however late sale is read as off', async () => {
    const world = openPlay()
    await world.tell(p1, replaced())
    await run(world, drained)
    await world.tell(m1, closureRequested({ serialNumber: second } as never))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    await run(world, saleOff)
    expect(await itemOf(world, 'DEVICE_NOT_DRAINED', serial)).toBeUndefined()
    expect(await itemOf(world, 'DEVICE_NOT_DRAINED', second)).toBeDefined()
  })
})
