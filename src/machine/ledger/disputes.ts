import type { EventOn } from '../../domain/index.ts'
import { isOurs } from '../facts/kit.ts'
import { raiseCharge, redetermine } from './charges.ts'
import type { Reducers } from './kit.ts'
import { cutCarriedOver } from './obligations.ts'
import type { Turn } from './turn.ts'

/** A case that comes up again, or ends for the merchant, is not owed beyond the closure as well. */
const dropCarriedOver = (turn: Turn, caseId: string): void =>
  cutCarriedOver(
    turn,
    Number.MAX_SAFE_INTEGER,
    ({ kind, ref, discharged }) => kind === 'dispute' && ref === caseId && !discharged,
  )

export const disputeReducers: Reducers<EventOn<'disputes'>> = {
  'dispute.opened': (turn, event) => {
    const { caseId, amount, dueAt } = event
    const before = turn.context.disputes[caseId]
    dropCarriedOver(turn, caseId)
    turn.put('disputes', caseId, {
      caseId,
      // an amount in another currency is no news of one that is known
      amount: before && !isOurs(turn.context, amount) ? before.amount : amount,
      dueAt,
      status: 'open',
      liability: null,
      carriedOver: false,
    })
  },
  'dispute.closed': (turn, event) => {
    const dispute = turn.context.disputes[event.caseId]
    if (!dispute) return turn.issue('DISPUTE_UNKNOWN', event.caseId)
    const chargeId = `dispute:${event.caseId}`
    const { liability, outcome } = event
    turn.update('disputes', event.caseId, { status: 'closed', liability, outcome })
    // what was carried over is owed beyond the closure already
    if (event.outcome === 'lost' && event.liability === 'merchant' && !dispute.carriedOver)
      return isOurs(turn.context, dispute.amount)
        ? raiseCharge(turn, chargeId, 'chargeback', dispute.amount.amount)
        : turn.issue('CURRENCY_MISMATCH', event.caseId)
    if (event.outcome !== 'lost' || event.liability !== 'merchant') dropCarriedOver(turn, event.caseId)
    // it was lost before, and came out otherwise in the end
    const charge = turn.context.charges[chargeId]
    if (charge) redetermine(turn, charge, 0, 'determined')
  },
}
