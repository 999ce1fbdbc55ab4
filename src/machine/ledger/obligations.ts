import type { EventOn, ObligationKind } from '../../domain/index.ts'
import { actKey } from '../facts/acts.ts'
import { chargeOpen } from '../facts/charges.ts'
import { items } from '../facts/kit.ts'
import { settlementCharge } from '../facts/settlement.ts'
import type { CarriedOver } from '../shape/obligations.ts'
import type { Reducers } from './kit.ts'
import { keepPapers } from './papers.ts'
import type { Turn } from './turn.ts'

/** What was carried over and is no longer owed; what of it was settled since is owed back. */
export const cutCarriedOver = (
  turn: Turn,
  excess: number,
  isMeant: (obligation: CarriedOver) => boolean,
): void => {
  let rest = excess
  for (const { obligationId, amount, discharged } of items(turn.context.carriedOver).filter(isMeant)) {
    const cut = Math.min(rest, amount.amount)
    if (cut === 0) continue
    turn.update('carriedOver', obligationId, {
      amount: { ...amount, amount: amount.amount - cut },
      // what nothing is left of is not waited for; an objection had no amount from the first
      discharged: discharged || cut === amount.amount,
    })
    if (discharged) turn.set({ credit: turn.context.credit + cut })
    rest -= cut
  }
}

/** What is owed beyond the closure is written where it was owed. */
const carryOver: Readonly<Record<ObligationKind, (turn: Turn, ref: string, amount: number) => void>> = {
  settlement: (turn, _, amount) => {
    const { closing } = turn.context
    if (closing) turn.closing({ settlementCarriedOver: closing.settlementCarriedOver + amount })
  },
  deposit: (turn, ref, amount) => {
    const deposit = turn.context.deposits[ref]
    if (deposit) turn.update('deposits', ref, { carriedOver: deposit.carriedOver + amount })
  },
  charge: (turn, ref, amount) => {
    const charge = turn.context.charges[ref]
    if (charge && chargeOpen(turn.context, charge) > 0)
      turn.update('charges', ref, { carriedOver: charge.carriedOver + amount })
  },
  dispute: (turn, ref) => turn.update('disputes', ref, { carriedOver: true }),
}

export const obligationReducers: Reducers<EventOn<'obligations'>> = {
  'obligation.carriedOver': (turn, event) => {
    const { obligationId, ref, amount, owner, basis, reviewAt } = event
    // The rule refuses whatever is not money.
    const kind = event.kind as ObligationKind
    const first = turn.context.proposedActs[actKey(event)]?.by ?? ''
    const by = [first, turn.by.personId] as const
    turn.put('carriedOver', obligationId, {
      obligationId,
      kind,
      ref,
      amount,
      owner,
      basis,
      reviewAt,
      by,
      discharged: false,
    })
    carryOver[kind](turn, ref, amount.amount)
    turn.start('obligationDue', { ref: obligationId, due: reviewAt })
    const { closing } = turn.context
    const isSettlement = kind === 'settlement' || (kind === 'charge' && ref === settlementCharge)
    if (isSettlement && closing?.statement?.status === 'disputed')
      turn.closing({ statement: { ...closing.statement, passedOn: true } })
  },
  'obligation.discharged': (turn, { obligationId, evidence }) => {
    keepPapers(turn, evidence)
    turn.update('carriedOver', obligationId, { discharged: true })
    turn.toTail(obligationId, false)
  },
}
