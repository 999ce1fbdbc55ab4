import { type Blocker, blocker } from '../../domain/index.ts'
import { isOurs, items } from '../facts/kit.ts'
import { settlementRest } from '../facts/settlement.ts'
import { covers } from '../facts/time.ts'
import { isMoving } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { all, type Missing, when } from './kit.ts'

const statementBlockers = (context: LifecycleContext): readonly Blocker[] => {
  const statement = context.closing?.statement
  if (!statement) return [blocker('NO_STATEMENT')]
  const { statementId } = statement
  if (statement.stale || !covers(statement.upTo, context.lastTransactionAt))
    return [blocker('STATEMENT_STALE', statementId)]
  const rest = settlementRest(context)
  return all(
    when(statement.status === 'stated', 'SETTLEMENT_NOT_CONFIRMED', statementId),
    // what the parties argue about may be carried over in whole, be it nothing but the objection
    when(
      statement.status === 'disputed' && (rest > 0 || !statement.passedOn),
      'SETTLEMENT_DISPUTED',
      statementId,
    ),
    when(statement.status !== 'disputed' && rest > 0, 'OUTSTANDING_BALANCE', statementId, { amount: rest }),
  )
}

export const settlement: Missing = (context) =>
  all(
    statementBlockers(context),
    when(isMoving(context.payouts), 'PAYOUT_PENDING'),
    items(context.disputes)
      .filter(({ status, carriedOver }) => status === 'open' && !carriedOver)
      .map(({ caseId, amount }) =>
        blocker('DISPUTE_OPEN', caseId, isOurs(context, amount) ? { amount: amount.amount } : undefined),
      ),
  )
