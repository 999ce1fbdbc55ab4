import { type Blocker, blocker, type EventOn, netIsWhole } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { methodAsked } from '../facts/account.ts'
import { hasRun } from '../facts/clocks.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementRest } from '../facts/settlement.ts'
import { believed, covers, isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { moneyReady } from './account.ts'
import { type Rules, report, tooHigh } from './kit.ts'

const statementNamed = (context: LifecycleContext, id: string | undefined): readonly Blocker[] => {
  const statement = context.closing?.statement
  if (!statement || (id !== undefined && statement.statementId !== id)) return [blocker('NO_STATEMENT', id)]
  return all(
    when(
      statement.stale || !covers(statement.upTo, context.lastTransactionAt),
      'STATEMENT_STALE',
      statement.statementId,
    ),
  )
}

const isPayout = ({ payouts }: LifecycleContext, payoutId: string): boolean =>
  items(payouts).some(
    ({ reference, status }) => reference === payoutId && (status === 'ordered' || status === 'confirmed'),
  )

/** While the terminal is given up, nothing is paid that the merchant has not agreed to. */
export const unconfirmed = (context: LifecycleContext): Blocker | false => {
  const status = context.closing?.statement?.status
  const isAgreed = status === 'confirmed' || status === 'deemed' || phaseOf(context) === 'closed'
  return when(!isAgreed, 'SETTLEMENT_NOT_CONFIRMED')
}

export const settlementRules: Rules<EventOn<'settlement'>> = {
  'payout.confirmed': report,
  'payout.failed': report,
  'payout.returned': report,

  'settlement.stated': (context, event) => {
    const current = context.closing?.statement
    const isTaken = current != null && current.statementId === event.statementId
    return all(
      when(isTaken, 'REFERENCE_IN_USE', event.statementId),
      when(!netIsWhole(event), 'TOTAL_MISMATCH', event.statementId),
      when(
        current != null && event.upTo !== undefined && isLater(current.upTo, believed(event.upTo, event.at)),
        'STATEMENT_STALE',
        event.statementId,
      ),
    )
  },

  'settlement.confirmed': (context, event) => statementNamed(context, event.statementId),
  'settlement.disputed': (context, event) => statementNamed(context, event.statementId),

  'settlement.deemedAccepted': (context, event) =>
    all(
      statementNamed(context, event.statementId),
      when(context.closing?.statement?.status === 'disputed', 'SETTLEMENT_DISPUTED', event.statementId),
      when(!hasRun(context, 'settlementObjection', event.at), 'NOTICE_RUNNING', event.statementId),
    ),

  'payout.ordered': (context, event) => {
    const { closing } = context
    return all(
      when(
        event.payoutId !== undefined && isPayout(context, event.payoutId),
        'REFERENCE_IN_USE',
        event.payoutId,
      ),
      unconfirmed(context),
      phaseOf(context) === 'closing' && closing?.statement != null && statementNamed(context, undefined),
      moneyReady(context, event.method ?? methodAsked(context), event.at),
      when(settlementRest(context) <= 0, 'AMOUNT_TOO_HIGH', event.payoutId, { limit: 0 }),
      settlementRest(context) > 0 && tooHigh(event.amount, settlementRest(context), event.payoutId),
    )
  },
}
