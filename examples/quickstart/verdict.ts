import { assertInvariants, type LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Finding } from 'terminal-lifecycle/runtime'
import { disputeId } from './steps/ending.ts'
import { depositOf, depositSums, paidOut } from './steps/facts.ts'
import type { Words } from './ui/words.ts'

export type Problem = keyof Words['problems']

/** What must be true in the end, whatever happened on the way. Empty: the case ended where it must. */
export const problemsOf = (record: LifecycleRecord, findings: readonly Finding[]): readonly Problem[] => {
  const { context, value } = record
  assertInvariants(record)
  const { amount, refunded, deducted } = depositSums(depositOf(record))
  const checks: Readonly<Record<Problem, boolean>> = {
    notClosed: value === 'closed',
    depositOpen: refunded + deducted === amount && refunded > 0 && deducted > 0,
    settlementOpen: paidOut(record) > 0 && paidOut(record) === context.closing?.statement?.net,
    ordersOpen: Object.values(context.orders).every(({ status }) => status === 'confirmed'),
    chargebackMissing: context.tail.some(({ kind, ref }) => kind === 'dispute.opened' && ref === disputeId),
    journalBroken: findings.length === 0,
    issues: context.issues.length === 0,
  }
  return (Object.keys(checks) as Problem[]).filter((problem) => !checks[problem])
}
