import { createRuntime, type Failure, memoryStore, systemEnvironment } from 'terminal-lifecycle/runtime'
import { expect } from 'vitest'
import { type Hook, ownServices, receive } from '../../examples/your-own-systems/services.ts'
import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import { signing } from '../support/signing.ts'
import { openHouse } from './house.ts'

const hour = 3_600_000
const { lifecycleId, acquirerId, merchantName } = terminal()
type Acts = readonly (readonly [Actor, LifecycleEvent])[]

const untilMoney: Acts = [
  [m1, closureRequested()],
  [p2, reviewApproved('application-1', ['business_licence'])],
  [
    m1,
    {
      ...{ type: 'backup.recorded', serial, upTo: '2026-03-02T09:00:00+08:00', hash: digestOf('backup') },
      ...{ method: 'computer', encrypted: true, containsCardholderData: false },
    },
  ],
  [p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }],
  [p2, { type: 'erasure.verified', serial }],
  [p1, { type: 'keys.removed', serial, method: 'zeroised' }],
  [p1, { type: 'return.authorised', serial, destination: 'institution' }],
  [p1, { type: 'device.received', serial, receiptId: 'receipt-1' }],
  [p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] }],
  [m1, { type: 'payoutAccount.changed', token: 'account-1', name: merchantName }],
  [
    p3,
    { type: 'payoutAccount.verified', token: 'account-1', evidence: [paper('payout_account_verification')] },
  ],
  [m1, { type: 'settlement.confirmed', statementId: 'statement-1' }],
]
const payout: Acts = [[p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) }]]
const refund = {
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-1',
  amount: cny(200_000),
  method: 'originalRoute',
} as const
const untilClosed: Acts = [
  [p1, { type: 'act.proposed', act: refund }],
  [p2, refund],
  [p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' }],
]

/** A terminal of an acquirer with systems of its own: people act here, and time passes only between their acts. */
export async function openLife() {
  let now = Date.parse('2026-03-02T01:00:00Z')
  let wall = now
  /** Every look at the clock is a little later. */
  const look = () => {
    now += 1
    return new Date(now).toISOString()
  }
  const clock = { now: look }
  const failures: Failure[] = []
  const post = (hook: Hook) => receive(runtime, acquirerId, hook)
  const house = await openHouse(clock.now, post)
  const runtime = createRuntime({
    ...{ store: memoryStore(), services: ownServices(house.url, 'token'), clock },
    environment: { ...systemEnvironment, now: () => wall },
    onFailure: (failure) => failures.push(failure),
  })
  await runtime.open(terminal())

  /** Everything that is ordered is tried; what failed, after its pause. */
  async function work(rounds = 3): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await runtime.drain()
      wall += hour
      now += 1_000
    }
  }
  const sign = signing()
  let told = 0
  async function act(acts: Acts): Promise<void> {
    for (const [actor, event] of acts) {
      told += 1
      now += event.type === 'settlement.confirmed' ? 48 * hour : 1_000
      const signed = await sign(event, await record())
      const answer = await runtime.dispatch({ lifecycleId, commandId: `c-${told}`, actor, event: signed })
      expect(answer.accepted ? [] : [event.type, answer.blockers]).toEqual([])
      await work()
    }
  }
  const record = async () => (await runtime.get(lifecycleId, { actor: p1 })) ?? expect.fail('no record')
  return {
    ...{ runtime, house, post, failures, work, act, record },
    order: async (kind: string) =>
      Object.values((await record()).context.orders).findLast((one) => one.kind === kind) ??
      expect.fail(`no order ${kind}`),
    due: async () => {
      const { currentlyDue, pastDue } = await runtime.requirements(lifecycleId, { actor: p1 })
      return [...currentlyDue, ...pastDue]
    },
    /** Days, and what runs out meanwhile. */
    pass: async (days: number) => {
      now += days * 24 * hour
      await work()
    },
    untilMoney: () => act(untilMoney),
    pay: () => act(payout),
    untilClosed: () => act(untilClosed),
  }
}
