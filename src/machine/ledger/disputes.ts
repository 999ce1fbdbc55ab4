import type { EventOn } from '../../domain/index.ts'
import { holdsOnEvidence, isToKeep, keepsEvidence } from '../facts/disputes.ts'
import { isOurs, items } from '../facts/kit.ts'
import type { EventOf } from '../rules/kit.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import type { StampedEvent } from '../shape/record.ts'
import { raiseCharge, redetermine } from './charges.ts'
import { holdFrom, liftHold, placeHold } from './holds.ts'
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

const isLostByMerchant = ({ outcome, liability }: EventOf<'dispute.closed'>): boolean =>
  outcome === 'lost' && liability === 'merchant'

/** Decided after the books were closed, and not against the merchant: it is owed no longer. */
export const endLateCase = (turn: Turn, event: StampedEvent): void => {
  if (event.type === 'dispute.closed' && !isLostByMerchant(event)) dropCarriedOver(turn, event.caseId)
}

/** What is kept for a hold that nobody but the provider knows of would tell of that hold. */
const isTold = ({ context }: Turn, { id, for: about }: PaperOnFile): boolean =>
  !items(context.holds).some(
    ({ holdId, disclosure, remedy }) =>
      disclosure === 'hidden' && (holdId === about || remedy?.evidence.includes(id) === true),
  )

const keep = (turn: Turn, paper: PaperOnFile): void => {
  const number = items(turn.context.holds).filter(({ evidence }) => evidence).length + 1
  const holdId = `evidence:${turn.seq}.${number}`
  const disclosure = isTold(turn, paper) ? 'open' : 'hidden'
  const caps = ['erasure'] as const
  const given = {
    holdId,
    code: 'ACCOUNT_DISPUTE',
    caps,
    disclosure,
    release: 'provider',
    test: 'none',
  } as const
  const caseId = paper.facts?.caseId
  placeHold(turn, {
    ...holdFrom(given, turn.by, turn.at),
    evidence: { documentId: paper.id, caseId: typeof caseId === 'string' ? caseId : null },
  })
}

/**
 * Papers of a dispute that are to be kept hold what they are about, from the moment on which risk has seen them. One that has
 * ended begins anew only where risk says so of this very paper.
 */
export const keepEvidence = (turn: Turn, event: StampedEvent): void => {
  if (!keepsEvidence(turn.context.policy, turn.by)) return
  for (const paper of items<PaperOnFile>(turn.context.documents)) {
    const isNews = paper !== turn.before.documents[paper.id] && paper.checkedBy === turn.by.personId
    if (!isNews || !isToKeep(paper)) continue
    const known = holdsOnEvidence(turn.context, paper.id)
    const isSaid = event.type === 'document.checked' && event.facts?.hold === true
    if (known.every(({ status }) => status === 'lifted') && (known.length === 0 || isSaid)) keep(turn, paper)
  }
}

/** What a terminal that is taken over has to keep. */
export const keepImported = (turn: Turn): void => {
  for (const paper of items<PaperOnFile>(turn.context.documents)) if (isToKeep(paper)) keep(turn, paper)
}

/** The case is over, and with it whatever was kept for it alone. */
export const endEvidence = (turn: Turn, event: StampedEvent): void => {
  if (event.type !== 'dispute.closed') return
  for (const { holdId, status, evidence } of items(turn.context.holds))
    if (status !== 'lifted' && evidence?.caseId === event.caseId) liftHold(turn, holdId)
}

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
    if (isLostByMerchant(event) && !dispute.carriedOver)
      return isOurs(turn.context, dispute.amount)
        ? raiseCharge(turn, chargeId, 'chargeback', dispute.amount.amount)
        : turn.issue('CURRENCY_MISMATCH', event.caseId)
    if (!isLostByMerchant(event)) dropCarriedOver(turn, event.caseId)
    // it was lost before, and came out otherwise in the end
    const charge = turn.context.charges[chargeId]
    if (charge) redetermine(turn, charge, 0, 'determined')
  },
}
