import { describe, expect, it } from 'vitest'
import type { BlockerCode, Role } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import { approved, backedUp, drained, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  cny,
  digestOf,
  reinstatementRequested,
  serial,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

type Play = ReturnType<typeof openPlay>

const asked = async (world: Play, code: BlockerCode, viewer: Role = 'provider') => {
  const all = requirements(await world.record(), { at: world.at(), viewer })
  return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification].filter(
    (item) => item.code === code,
  )
}
const proposed = {
  type: 'closure.proposed',
  proposalId: 'proposal-1',
  reason: 'DORMANT',
  basis: 'clause 9',
} as const
const rejected = async (world: World, resubmittable: boolean): Promise<void> => {
  await world.tell(m1, closureRequested())
  const reason = 'another account'
  await world.tell(p2, {
    type: 'review.rejected',
    applicationId: 'application-1',
    code: 'account_problem',
    reason,
    resubmittable,
  })
}
const failing = async (world: World): Promise<string> => {
  await run(world, approved)
  const orderId = await orderOf(world, 'disableAcceptance')
  await world.tell(sys, { type: 'order.failed', orderId, code: 'DOWN', retryable: false })
  return orderId
}

describe('what a requirement names beside its item', () => {
  it('of a hold: what an application says of it, and the decision about one that is open', async () => {
    const world = openPlay()
    await world.tell(p1, { type: 'hold.placed', holdId: 'h1', code: 'LICENCE_EXPIRED' })
    const about = { holdId: 'h1', holdIds: ['h1'], reasons: ['LICENCE_EXPIRED'], kind: 'renewal' }
    expect(await asked(world, 'DOCUMENTS_INCOMPLETE')).toMatchObject([{ ref: 'h1', data: about }])
    await world.tell(m1, reinstatementRequested({ h1: 'LICENCE_EXPIRED' }))
    const decision = { applicationId: 'application-2', digest: digestOf('application-2') }
    expect(await asked(world, 'HOLD_EFFECTIVE')).toMatchObject([{ data: { ...about, ...decision } }])
    expect(await asked(world, 'REVIEW_OPEN')).toMatchObject([{ ref: 'application-2', data: decision }])
  })

  it('of an order that failed, or whose result is late: what a report of the result names', async () => {
    const world = openPlay()
    const orderId = await failing(world)
    expect(await asked(world, 'ORDER_FAILED')).toMatchObject([{ ref: orderId, data: { orderId } }])
    const late = openPlay()
    await run(late, approved, saleOff, drained, backedUp)
    const wipe = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
    await late.tell(p1, wipe)
    const erasing = await orderOf(late, 'eraseDevice')
    await late.tell(sys, { type: 'order.claimed', orderId: erasing })
    await late.tell(sys, { type: 'order.confirmed', orderId: erasing })
    await late.pass(3)
    const overdue = (await asked(late, 'RESULT_OVERDUE')).find(({ ref }) => ref === erasing)
    expect(overdue?.data).toMatchObject({ orderId: erasing, kind: 'eraseDevice', serial })
  })

  it('of a device whose journey broke its seal: what the inspection says of it', async () => {
    const world = openPlay()
    await run(world, approved)
    await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
    await world.tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
    const data = { sealBreach: 'ERASE_OR_SEAL_FIRST' }
    expect(await asked(world, 'SEAL_BROKEN')).toMatchObject([{ ref: serial, data }])
  })

  it('of a device on its way in a sealed bag: its own bag, and none of a device that travels without', async () => {
    const serials = [serial, 'second-7', 'third-8']
    const world = openPlay(
      terminal({ devices: serials.map((one) => ({ serial: one, owner: 'provider', tenancy: 'sole' })) }),
    )
    await run(world, approved)
    for (const [place, one] of serials.slice(0, 2).entries()) {
      const seal = { bagNo: `bag-${place}`, trackingNo: `track-${place}` }
      await world.tell(p1, { type: 'return.authorised', serial: one, destination: 'institution', seal })
    }
    const due = await asked(world, 'DEVICE_NOT_RETURNED')
    expect(new Map(due.map(({ ref, data }) => [ref, data?.bagNo]))).toEqual(
      new Map([
        [serial, 'bag-0'],
        ['second-7', 'bag-1'],
        ['third-8', undefined],
      ]),
    )
  })

  it('of a rejection: its application, for the merchant to answer or to give up', async () => {
    const world = openPlay()
    await rejected(world, true)
    expect(await asked(world, 'REJECTION_UNANSWERED', 'merchant')).toMatchObject([
      { owner: 'merchant', data: { applicationId: 'application-1', code: 'account_problem' } },
    ])
    const final = openPlay()
    await rejected(final, false)
    expect(await asked(final, 'NOT_RESUBMITTABLE', 'merchant')).toHaveLength(1)
  })

  it('a proposal waits for the provider alone', async () => {
    const world = openPlay()
    await world.tell(p1, proposed)
    expect(await asked(world, 'PROPOSAL_OPEN')).toMatchObject([{ ref: 'proposal-1', owner: 'provider' }])
    expect(await asked(world, 'PROPOSAL_OPEN', 'merchant')).toEqual([])
  })
})

describe('whose turn it is with a device', () => {
  it('is asked of where it is, and how far its wipe has come', async () => {
    const world = openPlay()
    await run(world, approved)
    const refusal = async (type: 'erasure.verified' | 'refund.ordered') => {
      const refund = { type, depositId: 'deposit-1', refundId: 'refund-1', amount: cny(1) }
      const answer = await world.send(p1, (type === 'refund.ordered' ? refund : { type, serial }) as never)
      return answer.accepted ? [] : answer.blockers
    }
    expect(await refusal('erasure.verified')).toMatchObject([{ clearedBy: ['erasure.authorised'] }])
    const custody = (await refusal('refund.ordered')).find(({ code }) => code === 'CUSTODY_OPEN')
    expect(custody).toMatchObject({
      owner: 'merchant',
      clearedBy: expect.arrayContaining(['device.shipped']),
    })
    expect(custody?.clearedBy).not.toContain('device.inspected')
  })
})
