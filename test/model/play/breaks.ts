import type { Answer, LifecycleContext } from '../../../src/machine/index.ts'
import { realStep, type Saying, type Step } from './side-by-side.ts'

type Event = Saying['event']
type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** A step that writes something else into the record after this event. */
const writes =
  <T extends Event['type']>(
    type: T,
    wrong: (now: LifecycleContext, event: Of<T>, before: LifecycleContext) => Partial<LifecycleContext>,
  ): Step =>
  (record, command) => {
    const answer = realStep(record, command)
    if (!answer.accepted || answer.noop || !('event' in command) || command.event.type !== type) return answer
    const { context } = answer.record
    const changed = { ...context, ...wrong(context, command.event as Of<T>, record.context) }
    return { ...answer, record: { ...answer.record, context: changed } }
  }

type Blocker = Extract<Answer, { accepted: false }>['blockers'][number]
/** A step that does not mind something. */
const forgives =
  (isMeant: (blocker: Blocker, event: Event) => boolean): Step =>
  (record, command) => {
    const answer = realStep(record, command)
    if (answer.accepted || !('event' in command)) return answer
    return { ...answer, blockers: answer.blockers.filter((blocker) => !isMeant(blocker, command.event)) }
  }

type Ledger = 'deposits' | 'charges' | 'payouts' | 'devices'
const item = <L extends Ledger>(
  context: LifecycleContext,
  ledger: L,
  id: string,
  to: Partial<LifecycleContext[L][string]>,
): Partial<LifecycleContext> =>
  context[ledger][id] ? { [ledger]: { ...context[ledger], [id]: { ...context[ledger][id], ...to } } } : {}

/** Money and custody done wrong, each in one place: the model has to find every one of them. */
export const breaks: Readonly<Record<string, Step>> = {
  'a deduction counts twice': writes('deposit.deducted', (now, { depositId, chargeId, amount }) => {
    const deductions = now.deposits[depositId]?.deductions ?? {}
    const twice = { ...deductions, [chargeId]: (deductions[chargeId] ?? 0) + amount.amount }
    return item(now, 'deposits', depositId, { deductions: twice })
  }),
  'a pledge goes back before the device does': forgives(({ code }) => code === 'CUSTODY_OPEN'),
  'one unit more than there is': forgives(
    ({ code, data }, event) =>
      code === 'AMOUNT_TOO_HIGH' && 'amount' in event && event.amount.amount === Number(data?.limit) + 1,
  ),
  'a charge is forgotten': writes('charge.raised', (now, { chargeId }) => {
    const { [chargeId]: _, ...charges } = now.charges
    return { charges }
  }),
  'a statement is not outdated': writes('transaction.reported', ({ closing }) =>
    closing?.statement ? { closing: { ...closing, statement: { ...closing.statement, stale: false } } } : {},
  ),
  'a lost device is with the merchant': writes('device.lost', (now, { serial }) =>
    item(now, 'devices', serial, { custody: 'merchant' }),
  ),
  'a failed payout stays on its way': writes('payout.failed', (now, { orderId }) =>
    item(now, 'payouts', orderId, { status: 'ordered' }),
  ),
  'what was met too much is lost': writes('charge.determined', (_, __, { credit }) => ({ credit })),
  'what is carried over stays free': writes('obligation.carriedOver', (now, { ref }, before) =>
    item(now, 'deposits', ref, { carriedOver: before.deposits[ref]?.carriedOver ?? 0 }),
  ),
  'what an inspection found needs no decision': writes('device.inspected', (now, { serial }) =>
    item(now, 'devices', serial, { undecided: [] }),
  ),
  'nobody waits for the objection': forgives(({ code }) => code === 'NOTICE_RUNNING'),
  'a charge is argued about, and deducted': forgives(({ code }) => code === 'CHARGE_DISPUTED'),
  'a returned refund is not owed again': writes('refund.returned', (now, { depositId, orderId }) => {
    const refunds = now.deposits[depositId]?.refunds ?? {}
    const refund = refunds[orderId]
    return refund
      ? item(now, 'deposits', depositId, {
          refunds: { ...refunds, [orderId]: { ...refund, status: 'confirmed' } },
        })
      : {}
  }),
  'an objection counts as agreement': writes('settlement.disputed', ({ closing }) =>
    closing?.statement
      ? { closing: { ...closing, statement: { ...closing.statement, status: 'confirmed' } } }
      : {},
  ),
  'a payout that was paid twice is told without a word': (record, command) => {
    const answer = realStep(record, command)
    return answer.accepted
      ? { ...answer, issues: answer.issues.filter(({ code }) => code !== 'PAID_TWICE') }
      : answer
  },
}
