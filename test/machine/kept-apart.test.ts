import { describe, expect, it } from 'vitest'
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
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { batch, cny, paper, serial, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const second = '123-456-790'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const two = terminal({ devices: [of(serial), of(second)] })
const deviceOf = async (world: World, one = serial) => (await world.context()).devices[one]
const taken = (ref: string, differs: object = {}) =>
  ({
    ...{ type: 'transaction.reported', ref, kind: 'preAuth', state: 'authorised', amount: cny(900) },
    ...{ occurredAt: '2026-03-01T12:00:00+08:00', ...differs },
  }) as LifecycleEvent

describe('what was carried over in parts', () => {
  const deposits = terminal({ charges: [{ chargeId: 'c-1', kind: 'rental', amount: cny(50_000) }] })
  const closing = async () => {
    const world = openPlay(deposits)
    await run(world, approved, saleOff, drained, accountVerified)
    const stated = { statementId: 'statement-1', upTo: world.at(), net: cny(50_000) } as const
    await world.tell(sys, { type: 'settlement.stated', ...stated })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    return world
  }
  it.each([
    ['settlement', 'statement-1', 50_000],
    ['charge', 'c-1', 50_000],
    ['deposit', 'deposit-1', 200_000],
  ] as const)('adds up: of a %s the rest may be carried over, and no more', async (kind, ref, whole) => {
    const world = await closing()
    await byTwo(world, over('first', kind, ref, 20_000))
    await byTwo(world, over('second', kind, ref, 10_000))
    const more = over('third', kind, ref, whole - 29_999)
    await world.tell(p1, { type: 'act.proposed', act: more })
    await world.refuse(p2, more, 'AMOUNT_TOO_HIGH')
    await byTwo(world, over('third', kind, ref, whole - 30_000))
  })

  it('leaves the rest to be paid by its day, and the whole leaves no day', async () => {
    const world = await closing()
    const due = async () => (await world.context()).deadlines.payoutDue?.status
    await byTwo(world, over('first', 'settlement', 'statement-1', 20_000))
    expect(await due()).toBe('running')
    await byTwo(world, over('second', 'settlement', 'statement-1', 30_000))
    expect(await due()).not.toBe('running')
  })
})

describe('a device', () => {
  it('is not emptied by a batch of as many sales and another sum', async () => {
    const world = openPlay()
    await run(world, approved, saleOff)
    const other = { ...batch(world.at(), 'batch-1'), total: cny(3_001) } as LifecycleEvent
    const { issues } = await world.tell(sys, other)
    expect(issues.map(({ code }) => code)).toEqual(['BATCH_MISMATCH'])
    expect((await deviceOf(world))?.drainedUpTo).toBeNull()
  })

  it('that nobody has is not asked for its batches', async () => {
    const world = openPlay(two)
    await run(world, approved)
    await world.tell(m1, { type: 'device.lost', serial: second, kind: 'lost', report: paper('loss_report') })
    await run(world, saleOff)
    const asked = (await world.orders()).flatMap(({ kind, params }) =>
      kind === 'uploadBatch' && 'serial' in params ? [params.serial] : [],
    )
    expect(asked).toEqual([serial])
  })

  it.each([undefined, null])(
    'keeps its transaction when that is told again without one: %s',
    async (none) => {
      const world = openPlay(two)
      await world.tell(sys, taken('hotel', { serial: second }))
      await world.tell(sys, taken('hotel', { amount: cny(800), ...(none === null && { serial: null }) }))
      const { hotel } = (await world.context()).transactions
      expect([hotel?.serial, hotel?.amount.amount]).toEqual([second, 800])
    },
  )

  it('has its keys again by a sale after their removal, not by one of before that is told late', async () => {
    const world = openPlay()
    await world.tell(sys, taken('newest', { state: 'completed', occurredAt: '2026-03-02T08:00:00+08:00' }))
    await world.tell(p1, { type: 'keys.removed', serial, method: 'zeroised' })
    const keys = async (ref: string, occurredAt: string) => {
      await world.tell(sys, taken(ref, { state: 'completed', occurredAt, serial }))
      return (await deviceOf(world))?.keys
    }
    expect(await keys('late', '2026-03-02T07:00:00+08:00')).toBe('zeroised')
    expect(await keys('now', world.at())).toBe('loaded')
  })

  it('whose loss was accepted is not lost once more', async () => {
    const world = openPlay()
    await run(world, approved, saleOff)
    const lost = { type: 'device.lost', serial, kind: 'lost', report: paper('loss_report') } as const
    await world.tell(m1, lost)
    await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [paper('loss_report', 'again')] })
    await world.tell(m1, { ...lost, kind: 'stolen' })
    expect((await deviceOf(world))?.custody).toBe('lossAccepted')
  })

  it.each(['nonHuman', 'human'] as const)(
    'that left whole leaves a %s damage to be judged only where somebody is blamed',
    async (cause) => {
      const world = openPlay()
      await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
      await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
      const shipped = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 't-1' } as const
      await world.tell(p1, { ...shipped, condition: 'intact', photoHashes: [] } as LifecycleEvent)
      await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
      const damage = { cause, description: 'the screen is cracked' }
      const inspected = { type: 'device.inspected', serial, condition: 'damaged' } as const
      await world.tell(p2, { ...inspected, accessories: [], damage })
      const found = cause === 'human' ? 'undetermined' : cause
      expect((await deviceOf(world))?.inspection?.damageCause).toBe(found)
    },
  )
})

describe('what is told again', () => {
  it('gives a pre-authorisation no new time', async () => {
    const world = openPlay()
    await world.tell(sys, taken('hotel'))
    const due = async () => (await world.context()).deadlines['preAuthMax:hotel']?.due
    const first = await due()
    await world.pass(5)
    await world.tell(sys, taken('hotel', { amount: cny(950), occurredAt: world.at() }))
    expect(await due()).toBe(first)
  })

  it('after the end, of one thing under a name, says nothing of another thing of that name', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const dueAt = '2026-09-01T00:00:00+08:00'
    await world.tell(sys, { type: 'dispute.opened', caseId: 'same', amount: cny(100), dueAt })
    await world.tell(sys, taken('same', { state: 'completed' }))
    const { tail } = await world.context()
    expect(tail.map(({ kind, open }) => [kind, open])).toEqual([
      ['dispute.opened', true],
      ['transaction.reported', true],
    ])
  })

  it('of a part that came back of what was never paid, moves nothing', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
    const refund = { depositId: 'deposit-1', amount: cny(50_000) } as const
    await byTwo(world, { type: 'refund.ordered', refundId: 'r-1', ...refund })
    const orderId = await orderOf(world, 'refundDeposit')
    const back = { type: 'refund.returned', orderId, depositId: 'deposit-1', amount: cny(20_000) } as const
    await world.tell(sys, { ...back, reason: 'account closed' } as LifecycleEvent)
    const { deposits } = await world.context()
    expect(deposits['deposit-1']?.refunds[orderId]).toMatchObject({ status: 'ordered', amount: 50_000 })
  })
})
