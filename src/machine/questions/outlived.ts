import { type Blocker, blocker, lateFactEnds, type ObligationKind, type Role } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { isLateFact, isObligationOwed, lateFactId, obligationOpen, owedBeside } from '../facts/closing.ts'
import { seesAll } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { isMoving } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { moneyKept } from './obstacles.ts'

/** What two people carried over of this, and is still owed. */
const carriedOf = (context: LifecycleContext, of: ObligationKind, ref?: string) =>
  items(context.carriedOver).filter(
    (item) => item.kind === of && (ref === undefined || item.ref === ref) && isObligationOwed(context, item),
  )

/** What is open beside it: it came back after it had been paid, or was found to be owed since. */
const owedAgain = (context: LifecycleContext): readonly Blocker[] => {
  const isAlone = (kind: ObligationKind, ref?: string) => carriedOf(context, kind, ref).length === 0
  const [amount, isPaying] = [owedBeside(context, 'settlement'), isMoving(context.payouts)]
  return all(
    when(amount > 0, 'OUTSTANDING_BALANCE', undefined, { amount }),
    when(isPaying && isAlone('settlement'), 'PAYOUT_PENDING'),
    items(context.deposits).flatMap(({ depositId, refunds }) => {
      const left = owedBeside(context, 'deposit', depositId)
      return all(
        when(left > 0, 'DEPOSIT_NOT_REFUNDED', depositId, { amount: left }),
        when(isMoving(refunds) && isAlone('deposit', depositId), 'REFUND_PENDING', depositId),
      )
    }),
  )
}

/** What was told after the books were closed is the provider's to see to. (OQ-12) */
const lateFacts = ({ tail }: LifecycleContext): readonly Blocker[] =>
  tail.flatMap((item) => {
    if (!item.open || !isLateFact(item)) return []
    const clearedBy = [...lateFactEnds[item.kind], 'followUp.done'] as const
    return [{ ...blocker('FOLLOW_UP_OPEN', lateFactId(item)), clearedBy }]
  })

/** What is still somebody's after the end: what two people carried over, money beside it, and what was told late. */
export const outlived = (context: LifecycleContext, viewer: Role): readonly Blocker[] => {
  const open = items(context.carriedOver).flatMap((obligation) => {
    if (!isObligationOwed(context, obligation)) return []
    const amount = obligationOpen(context, obligation)
    return [blocker('OBLIGATION_OPEN', obligation.obligationId, { amount, kind: obligation.kind })]
  })
  const carried = new Set(items(context.carriedOver).map(({ kind, ref }) => `${kind}:${ref}`))
  const charges = regions.charges(context).filter(({ ref }) => !carried.has(`charge:${ref}`))
  const money = [...owedAgain(context), ...moneyKept(context)]
  return [...open, ...charges, ...money, ...(seesAll(viewer) ? lateFacts(context) : [])]
}
