import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, clearingParts, run as play } from '../support/closure.ts'
import { asP1, m1, p1, p3, sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import { settled } from './manual-environment.ts'
import { rig } from './rig.ts'

/** A terminal that is being closed, with a payout ordered and nobody at work on it yet. */
async function withPayout(options: Parameters<typeof rig>[0] = {}) {
  const made = await rig(options)
  const { tell: say, send, clock, runtime, record } = made
  const world = {
    tell: (actor: typeof p1, event: Parameters<typeof say>[0]) => say(event, actor),
    send: (actor: typeof p1, event: Parameters<typeof say>[0]) => send(event, actor),
    at: clock.next,
    record,
    context: async () => (await record()).context,
    value: async () => (await record()).value,
    refuse: async () => {},
    orders: made.orders,
    pass: async (days: number) => {
      clock.tick(days * 86_400_000)
      await runtime.drain()
    },
  }
  await play(world, approved, ...clearingParts.slice(0, 6), accountVerified)
  await world.tell(sys, {
    type: 'settlement.stated',
    statementId: 's-1',
    upTo: clock.next(),
    net: cny(50_000),
  })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-1' })
  await runtime.drain()
  made.calls.length = 0
  await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  const payout = async () => (await made.orders()).find(({ kind }) => kind === 'payOut')
  return { ...made, payout }
}

const payouts = (calls: readonly { kind: string }[]) => calls.filter(({ kind }) => kind === 'payOut')
const hold: LifecycleEvent = {
  type: 'hold.placed',
  holdId: 'hold-9',
  code: 'RULE_VIOLATION',
  caps: ['payout'],
}

describe('an order that moves money', () => {
  it('is announced to the record before the service is called', async () => {
    const claimed: unknown[] = []
    const { runtime, payout, calls } = await withPayout({
      services: {
        payOut: async () => {
          claimed.push((await payout())?.claimed)
          return []
        },
      },
    })
    await runtime.drain()
    expect(payouts(calls)).toHaveLength(1)
    expect(claimed).toEqual([true])
    const told = []
    for await (const { commandId } of runtime.journal('life-1', asP1)) told.push(commandId)
    expect(told).toContain(`claim:${(await payout())?.orderId}`)
    expect(await runtime.audit()).toEqual([])
  })

  it('is not carried out once a hold has stopped it', async () => {
    const { runtime, tell, payout, calls } = await withPayout()
    await tell(hold)
    await runtime.drain()
    expect(payouts(calls)).toEqual([])
    expect(await payout()).toMatchObject({ status: 'cancelled', claimed: false })
    expect(await runtime.audit()).toEqual([])
  })

  it('is not stopped any more once it was announced, and is repeated with its key until it ends', async () => {
    let down = true
    const { runtime, tell, send, payout, calls, environment } = await withPayout({
      services: {
        payOut: async () => {
          if (down) throw new Error('down')
          return []
        },
      },
    })
    await runtime.drain()
    await tell(hold)
    const orderId = (await payout())?.orderId ?? ''
    const cancel = await send({ type: 'order.cancelled', orderId, reason: 'stop it' })
    expect(cancel).toMatchObject({ accepted: false, blockers: [{ code: 'ORDER_CLAIMED' }] })
    down = false
    await environment.advance(20_000)
    await runtime.drain()
    expect(payouts(calls)).toMatchObject([{ idempotencyKey: orderId }, { idempotencyKey: orderId }])
    expect(await payout()).toMatchObject({ status: 'confirmed' })
  })

  it('waits while the record refuses the announcement, without a kept refusal in its way', async () => {
    let refusals = 0
    const { runtime, make, payout, calls, environment, store } = await withPayout()
    const { record } = (await store.load('life-1')) ?? expect.fail('no record')
    const held = { ...record, context: { ...record.context, holds: openHold(record) } }
    const refusing = make({
      store: {
        ...store,
        newest: undefined,
        load: async (id) => {
          const stored = await store.load(id)
          if (!stored || refusals > 1) return stored
          refusals += 1
          return { ...stored, record: { ...held, version: stored.record.version } }
        },
      },
    })
    expect((await refusing.drain()).waiting).toContainEqual(
      expect.objectContaining({ kind: 'payOut', lastErrorCode: 'FUNDS_HELD' }),
    )
    expect(payouts(calls)).toEqual([])
    await environment.advance(20_000)
    await runtime.drain()
    expect(payouts(calls)).toHaveLength(1)
    expect(await payout()).toMatchObject({ status: 'confirmed' })
    await settled()
  })
})

/** The ledger of holds with one more that forbids payouts, as another process might have placed it. */
function openHold(record: Awaited<ReturnType<Awaited<ReturnType<typeof rig>>['record']>>) {
  const { holds } = record.context
  return {
    ...holds,
    'hold-8': {
      holdId: 'hold-8',
      code: 'RULE_VIOLATION',
      caps: ['payout'],
      status: 'effective',
      release: 'provider',
      test: 'none',
      disclosure: 'open',
      startsAt: record.at,
      orderRef: null,
      chargeId: null,
      placedBy: p1,
      remedy: null,
      eased: false,
      until: null,
      source: null,
      words: null,
      side: 'terminal',
      fault: null,
    },
  } as typeof holds
}
