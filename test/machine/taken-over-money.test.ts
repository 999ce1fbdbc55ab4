import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Accepted, createLifecycle, type LifecycleInput } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { Alone, closeAlone } from '../support/alone.ts'
import { m1, p3, sys } from '../support/people.ts'
import { batch, cny, paper, start, statusRead, terminal } from '../support/samples.ts'

const { open } = createLifecycle()
const daysAgo = (days: number) => new Date(Date.parse(start) - days * 86_400_000).toISOString()
const takenOver = { source: 'the old terminal management', asOf: daysAgo(1) }
const deposit = 200_000

type Status = 'confirmed' | 'ordered'
interface Half {
  net: number
  paid: number
  paidStatus: Status
  refunded: number
  refundedStatus: Status
}

const transfer = (amount: number, status: Status, reference: string) =>
  ({ amount, excess: 0, status, reference }) as const

const inputOf = ({ net, paid, paidStatus, refunded, refundedStatus }: Half): LifecycleInput =>
  terminal({
    takenOver,
    deposits: [
      {
        ...{ depositId: 'd-1', kind: 'guarantee', amount: cny(deposit), heldBy: 'acquirer-1' },
        ...(refunded > 0 && { refunds: { 'old-r': transfer(refunded, refundedStatus, 'old-r') } }),
      },
    ],
    closing: {
      ...{ reason: 'NO_LONGER_NEEDED', startedAt: daysAgo(30) },
      statement: { statementId: 's-1', upTo: daysAgo(2), net, status: 'confirmed' },
      ...(paid > 0 && { payouts: { 'old-p': transfer(paid, paidStatus, 'old-p') } }),
    },
  })

/** What left the house, counted beside the library: what left it elsewhere, and once for each order that it was given here. */
function bank({ paid, refunded }: Half) {
  const out = { payOut: new Map([['old-p', paid]]), refundDeposit: new Map([['old-r', refunded]]) }
  const total = (kind: keyof typeof out) => [...out[kind].values()].reduce((sum, amount) => sum + amount, 0)
  return {
    total,
    hear({ entry, orders }: Accepted) {
      for (const { orderId, kind, params, status } of orders) {
        if (kind !== 'payOut' && kind !== 'refundDeposit') continue
        // taken back before anybody had begun, it never left
        if (status === 'cancelled') out[kind].delete(orderId)
        else out[kind].set(orderId, params.amount)
      }
      const told = entry && 'type' in entry.cause ? entry.cause : undefined
      if (told?.type === 'payout.failed' || told?.type === 'payout.returned') out.payOut.delete(told.orderId)
      if (told?.type === 'refund.failed' || told?.type === 'refund.returned')
        out.refundDeposit.delete(told.orderId)
    },
  }
}

/** All that has to be there before anything may be paid here. */
function ready(alone: Alone, net: number): void {
  alone.tell(sys, statusRead('off', alone.at()))
  alone.tell(sys, batch(alone.at(), 'batch-1'))
  alone.tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
  const evidence = [paper('payout_account_verification')]
  alone.tell(p3, { type: 'payoutAccount.verified', token: 'account-1', evidence })
  // as long as a deposit is kept for what may still come
  alone.wait(400)
  alone.tell(sys, batch(alone.at(), 'batch-2'))
  alone.tell(sys, { type: 'settlement.stated', statementId: 's-2', upTo: alone.at(), net: cny(net) })
  alone.tell(m1, { type: 'settlement.confirmed', statementId: 's-2' })
}

/** Reports of what the old house began, once and once more, and people who pay as much as the machine lets them. */
const acts = (half: Half, amounts: readonly number[]): readonly ((alone: Alone) => unknown)[] => {
  const payout = { payoutId: 'old-p', orderId: 'old-p', amount: cny(half.paid) }
  const refund = { depositId: 'd-1', orderId: 'old-r', amount: cny(half.refunded) }
  const reason = 'account closed'
  const told: readonly LifecycleEvent[] = [
    { type: 'payout.confirmed', ...payout },
    { type: 'payout.returned', ...payout, reason },
    { type: 'payout.failed', payoutId: 'old-p', orderId: 'old-p', reason },
    { type: 'refund.confirmed', ...refund },
    { type: 'refund.returned', ...refund, reason },
    { type: 'refund.failed', depositId: 'd-1', orderId: 'old-r', reason },
  ]
  return [
    ...told.map((event) => (alone: Alone) => alone.tell(sys, event)),
    ...[half.net - half.paid, half.net, ...amounts].map(
      (amount) => (alone: Alone) =>
        alone.tell(p3, { type: 'payout.ordered', payoutId: alone.next(), amount: cny(amount) }),
    ),
    ...[deposit - half.refunded, deposit, ...amounts].map(
      (amount) => (alone: Alone) =>
        alone.byTwo({
          type: 'refund.ordered',
          depositId: 'd-1',
          refundId: alone.next(),
          amount: cny(amount),
        }),
    ),
  ]
}

describe('Money of a closure that was taken over half done', () => {
  it('is never paid twice, whoever orders it and however often what the old house did is told', () => {
    const minor = fc.integer({ min: 0, max: 60_000 })
    const status = fc.constantFrom<Status>('confirmed', 'ordered')
    const half = fc.record({
      net: minor,
      paid: minor,
      paidStatus: status,
      refunded: minor,
      refundedStatus: status,
    })
    const seen = { paidHere: 0, refundedHere: 0, paidElsewhere: 0, told: 0 }
    fc.assert(
      fc.property(
        half.filter(({ net, paid }) => paid <= net),
        fc.array(minor, { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (given, amounts, chance) => {
          const { total, hear } = bank(given)
          const judged = (answer: Accepted) => {
            hear(answer)
            seen.told += 1
            expect(total('payOut')).toBeLessThanOrEqual(given.net)
            expect(total('refundDeposit')).toBeLessThanOrEqual(deposit)
          }
          const opened = open(inputOf(given), { at: start, commandId: 'open' })
          judged(opened)
          const alone = new Alone(opened.record, judged)
          ready(alone, given.net)
          const all = acts(given, amounts)
          for (let n = 0; n < 16; n += 1) all[(chance.next().value ?? 0) % all.length]?.(alone)
          expect(closeAlone(alone)).toEqual([])
          if (total('payOut') > given.paid) seen.paidHere += 1
          if (total('refundDeposit') > given.refunded) seen.refundedHere += 1
          if (given.paid > 0) seen.paidElsewhere += 1
        },
      ),
      { numRuns: 60 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
  })
})
