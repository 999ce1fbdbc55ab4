import { expect, it } from 'vitest'
import { type Actor, clearingRegions } from '../../src/domain/index.ts'
import { type Answer, createLifecycle, type LifecycleRecord, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, run } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { batch, cny, paper, statusRead } from '../support/samples.ts'
import { allConfigurations } from './configurations.ts'

const { step } = createLifecycle()
const day = 86_400_000

/** The provider alone, two people of it and its systems: nobody else says a word. */
const aloneWith = (start: LifecycleRecord) => {
  let record = start
  let now = Date.parse(start.at)
  const at = () => {
    now += 1_000
    return new Date(now).toISOString()
  }
  const tell = (actor: Actor, event: LifecycleEvent): Answer => {
    const answer = step(record, { commandId: 'c', at: at(), actor, event })
    if (answer.accepted) record = answer.record
    return answer
  }
  const byTwo = (act: LifecycleEvent): Answer => {
    tell(p1, { type: 'act.proposed', act: act as never })
    return tell(p2, act)
  }
  return {
    tell,
    byTwo,
    at,
    wait: (days: number) => {
      now += days * day
    },
    record: () => record,
  }
}
type Alone = ReturnType<typeof aloneWith>

const open = (alone: Alone) => {
  const asked = requirements(alone.record(), { at: alone.at(), viewer: 'provider' })
  return [...asked.currentlyDue, ...asked.pastDue, ...asked.pendingVerification]
}
const next = (alone: Alone) => `n${alone.record().version}`

/** What the provider does about each thing that is missing, without the merchant and without an agent. */
const acts: Readonly<Record<string, (alone: Alone, ref: string) => void>> = {
  ACCEPTANCE_NOT_DISABLED: ({ tell, at }) => void tell(sys, statusRead('off', at())),
  TRANSACTIONS_OPEN: ({ tell, byTwo }, txnRef) => {
    byTwo({
      type: 'counterparty.declaredUnreachable',
      party: 'merchant',
      evidence: [paper('service_of_notice')],
    })
    tell(p1, { type: 'resolution.proposed', txnRef, handling: 'void' })
    tell(p2, { type: 'resolution.accepted', txnRef, handling: 'void' })
  },
  DEVICE_NOT_DRAINED: (alone) => void alone.tell(sys, batch(alone.at(), next(alone))),
  NO_STATEMENT: (alone) => restate(alone),
  STATEMENT_STALE: (alone) => restate(alone),
  // an objection that nobody comes back to: stated anew, it is served and its time runs as of any other
  SETTLEMENT_DISPUTED: (alone) => restate(alone),
  SETTLEMENT_NOT_CONFIRMED: ({ wait, byTwo }, statementId) => {
    wait(40)
    byTwo({ type: 'settlement.deemedAccepted', statementId, proof: paper('service_of_notice') })
  },
  OUTSTANDING_BALANCE: (alone, ref) => carryOver(alone, 'settlement', ref),
  CHARGES_OUTSTANDING: (alone, ref) => carryOver(alone, 'charge', ref),
  DEPOSIT_NOT_REFUNDED: (alone, ref) => carryOver(alone, 'deposit', ref),
  DISPUTE_OPEN: (alone, ref) => carryOver(alone, 'dispute', ref),
  DEVICE_NOT_RETURNED: (alone, serial) => {
    alone.wait(20)
    alone.byTwo({ type: 'device.declaredUnreturned', serial })
    alone.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
  },
  DEVICE_NOT_INSPECTED: ({ tell }, serial) =>
    void tell(p1, { type: 'device.inspected', serial, condition: 'worn', accessories: [] }),
  KEYS_NOT_REMOVED: ({ tell }, serial) =>
    void tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' }),
  DEVICE_STILL_BOUND: ({ tell }, serial) => {
    tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-1' })
    tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-1' })
  },
  PAYOUT_PENDING: (alone) => answerOrder(alone, 'payOut'),
  REFUND_PENDING: (alone) => answerOrder(alone, 'refundDeposit'),
  UNBINDING_PENDING: ({ tell }, serial) =>
    void tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-9' }),
  CLOSURE_NOT_CONFIRMED: ({ tell }) => void tell(p1, { type: 'closure.confirmed', providerRef: 'closure-1' }),
  STATUS_NOT_CLOSED: ({ tell, at }) => void tell(sys, statusRead('off', at(), 'closed')),
}

const restate = (alone: Alone, net = alone.record().context.closing?.statement?.net ?? 50_000): void =>
  void alone.tell(sys, {
    type: 'settlement.stated',
    statementId: next(alone),
    upTo: alone.at(),
    net: cny(net),
  })

const carryOver = (
  alone: Alone,
  kind: 'settlement' | 'charge' | 'deposit' | 'dispute',
  ref: string,
): void => {
  const { context } = alone.record()
  const missing = open(alone).find((item) => item.ref === ref)
  const { deposits, charges, disputes } = context
  const amount =
    kind === 'deposit'
      ? deposits[ref]?.amount
      : kind === 'charge'
        ? charges[ref]?.amount
        : kind === 'dispute'
          ? disputes[ref]?.amount
          : cny(50_000)
  if (!missing || !amount) return
  const obligationId = next(alone)
  alone.byTwo({
    type: 'obligation.carriedOver',
    obligationId,
    kind,
    ref,
    amount,
    owner: 'acquirer-1',
    basis: 'merchant absent',
    reviewAt: '2030-01-01T00:00:00Z',
  })
}

/** The bank's own answer to what is on its way. */
const answerOrder = (alone: Alone, kind: 'payOut' | 'refundDeposit'): void => {
  for (const order of Object.values(alone.record().context.orders)) {
    if (order.status !== 'ordered' || order.kind !== kind) continue
    const { orderId } = order
    if (order.kind === 'payOut')
      alone.tell(sys, {
        type: 'payout.confirmed',
        payoutId: order.params.payoutId,
        orderId,
        amount: cny(order.params.amount),
      })
    if (order.kind === 'refundDeposit')
      alone.tell(sys, {
        type: 'refund.confirmed',
        depositId: order.params.depositId,
        orderId,
        amount: cny(order.params.amount),
      })
  }
}

const hotel = {
  type: 'transaction.reported',
  ref: 'hotel',
  kind: 'preAuth',
  state: 'authorised',
  amount: cny(900),
} as const

const close = (alone: Alone): void => {
  for (let round = 0; round < 40 && alone.record().value !== 'closed'; round++)
    for (const { code, ref } of open(alone)) acts[code]?.(alone, ref ?? '')
}

it('with merchant and agent silent, closed is reached from every closing configuration, holds included [I16]', {
  timeout: 60_000,
}, async () => {
  const closing = (await allConfigurations()).filter(
    ({ context }) => context.closing !== null && context.closing.closedAt === null,
  )
  expect(closing.length).toBe(2 ** clearingRegions.length + 2)
  // and from every step of a closure on its way, where nothing has come back yet
  const world = openPlay()
  await run(world, approved, ...clearingParts)
  closing.push(...world.history.filter(({ context }) => context.closing !== null))
  // and from an objection, or a pre-authorisation, after which the merchant falls silent
  for (const net of [50_000, 0, -3_000]) {
    const other = openPlay()
    await other.tell(sys, { ...hotel, occurredAt: other.at() })
    await run(other, approved, ...clearingParts.slice(0, 2))
    await other.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo: other.at(), net: cny(net) })
    await other.tell(m1, { type: 'settlement.disputed', statementId: 's-1', grounds: 'a day is missing' })
    closing.push(await other.record())
  }
  const stuck: string[] = []
  for (const record of closing)
    for (const held of [false, true]) {
      const alone = aloneWith(record)
      if (held)
        alone.tell(p3, {
          type: 'hold.placed',
          holdId: 'court',
          code: 'AUTHORITY_ORDER',
          caps: ['payout'],
          orderRef: 'order-1',
          release: 'authority',
        })
      close(alone)
      if (alone.record().value !== 'closed')
        stuck.push(
          `${held ? 'held ' : ''}${JSON.stringify(record.value)}: ${open(alone).map(({ code }) => code)}`,
        )
    }
  console.log(`${closing.length * 2} closings without merchant and agent, ${stuck.length} stuck`)
  expect(stuck).toEqual([])
})
