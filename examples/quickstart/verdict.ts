import type { BlockerCode } from 'terminal-lifecycle/domain'
import { assertInvariants, type LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Finding } from 'terminal-lifecycle/runtime'
import { disputeId } from './steps/ending.ts'
import { depositOf, depositSums, paidOut } from './steps/facts.ts'
import type { Words } from './ui/words.ts'

export type Problem = keyof Words['problems']
type Checks = Readonly<Partial<Record<Problem, boolean>>>

const failed = (checks: Checks): readonly Problem[] =>
  (Object.keys(checks) as Problem[]).filter((problem) => !checks[problem])

/** What must be true of the closure in the end, whatever happened on the way. Empty: the case ended where it must. */
export const problemsOf = (record: LifecycleRecord, findings: readonly Finding[]): readonly Problem[] => {
  const { context, value } = record
  assertInvariants(record)
  const { amount, refunded, deducted } = depositSums(depositOf(record))
  return failed({
    notClosed: value === 'closed',
    depositOpen: refunded + deducted === amount && refunded > 0 && deducted > 0,
    settlementOpen: paidOut(record) > 0 && paidOut(record) === context.closing?.statement?.net,
    ordersOpen: Object.values(context.orders).every(({ status }) => status === 'confirmed'),
    chargebackMissing: context.tail.some(({ kind, ref }) => kind === 'dispute.opened' && ref === disputeId),
    journalBroken: findings.length === 0,
    issues: context.issues.length === 0,
  })
}

/** Back where it sells, with nobody waiting for a decision. */
const isInService = ({ value }: LifecycleRecord): boolean =>
  JSON.stringify(value) === JSON.stringify({ live: { service: 'inService', application: 'none' } })

/**
 * The verdict on any other case: the state in which it must end, its deposits given back, deducted or carried over whole where
 * that is `closed`, and what makes it this case.
 *
 * @param expected Contradictions that belong to the case, in their order.
 */
export const endOf =
  (
    end: 'inService' | 'closed',
    hasHappened: (record: LifecycleRecord) => boolean,
    expected: readonly BlockerCode[] = [],
  ) =>
  (record: LifecycleRecord, findings: readonly Finding[]): readonly Problem[] => {
    const { context, value } = record
    assertInvariants(record)
    const isWhole = Object.values(context.deposits).every((deposit) => {
      const { amount, refunded, deducted, carriedOver } = depositSums(deposit)
      return refunded + deducted + carriedOver === amount
    })
    return failed({
      ...(end === 'closed'
        ? { notClosed: value === 'closed', depositOpen: isWhole }
        : { notInService: isInService(record) }),
      ordersOpen: Object.values(context.orders).every(({ status }) => status === 'confirmed'),
      storyMissing: hasHappened(record),
      journalBroken: findings.length === 0,
      issues: context.issues.map(({ code }) => code).join() === expected.join(),
    })
  }
