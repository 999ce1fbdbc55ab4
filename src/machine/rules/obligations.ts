import {
  type Blocker,
  type BlockerCode,
  blocker,
  type EventOn,
  type ObligationKind,
} from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { isObligationOwed, obligationFree, openAmountOf } from '../facts/closing.ts'
import { isOurs, items } from '../facts/kit.ts'
import { shortOf } from '../facts/paid.ts'
import { type Paper, papersAtHand } from '../facts/papers.ts'
import { isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Asked, type Rules, tooHigh } from './kit.ts'

/** Refused where there is none of this name. */
const unknown: Readonly<Record<ObligationKind, BlockerCode>> = {
  settlement: 'NO_STATEMENT',
  deposit: 'DEPOSIT_UNKNOWN',
  charge: 'CHARGE_UNKNOWN',
  dispute: 'DISPUTE_UNKNOWN',
}

/** A settlement bears the name of its statement. */
const named = (
  context: LifecycleContext,
  kind: ObligationKind,
  ref: string | undefined,
): number | undefined => {
  const isOther =
    kind === 'settlement' && ref !== undefined && context.closing?.statement?.statementId !== ref
  if (isOther || (ref === undefined && kind !== 'settlement')) return undefined
  return openAmountOf(context, kind, ref ?? '')
}

const isObligation = (kind: string): kind is ObligationKind => Object.hasOwn(unknown, kind)

const carryOver = (context: LifecycleContext, event: Asked<'obligation.carriedOver'>): readonly Blocker[] => {
  const { kind, ref } = event
  if (kind === undefined) return []
  if (!isObligation(kind)) return [blocker('NOT_TRANSFERABLE', ref)]
  // how much a case in another currency comes to is told first
  const isForeign =
    kind === 'dispute' &&
    items(context.disputes).some((one) => one.caseId === ref && !isOurs(context, one.amount))
  if (isForeign) return [blocker('CURRENCY_MISMATCH', ref)]
  const part = named(context, kind, ref)
  // where the parties argue about a statement over nothing, the objection itself is carried over
  const objection = kind === 'settlement' && part === 0 && context.closing?.statement?.status === 'disputed'
  const basics = all(
    when(!context.policy.carryOverKinds.includes(kind), 'NOT_TRANSFERABLE', ref),
    when(event.reviewAt !== undefined && !isLater(event.reviewAt, event.at), 'CARRY_OVER_INCOMPLETE', ref),
  )
  // of what is unknown no amount is right or wrong
  if (part === undefined) return [...basics, blocker(unknown[kind], ref)]
  // a dispute is carried over whole, and nothing at all is not carried over
  const given = event.amount?.amount
  const nothing = given === 0 || part <= 0
  return all(
    basics,
    when(
      (nothing && !objection) || (kind === 'dispute' && given !== undefined && given !== part),
      'CARRY_OVER_INCOMPLETE',
      ref,
    ),
    tooHigh(event.amount, part, ref),
  )
}

/** What it rests on, with what is known of it. */
const papersOf = (context: LifecycleContext, event: Asked<'obligation.discharged'>): readonly Paper[] => {
  const { evidence = [] } = event
  return papersAtHand(context, { ...event, documents: evidence }).filter(({ id }) =>
    evidence.some((paper) => paper.id === id),
  )
}

export const obligationRules: Rules<EventOn<'obligations'>> = {
  'obligation.carriedOver': (context, event) =>
    all(
      when(
        event.obligationId !== undefined && Object.hasOwn(context.carriedOver, event.obligationId),
        'REFERENCE_IN_USE',
        event.obligationId,
      ),
      carryOver(context, event),
    ),

  'obligation.discharged': (context, event) => {
    const { item: obligation, missing } = lookUp(
      context.carriedOver,
      event.obligationId,
      'OBLIGATION_UNKNOWN',
    )
    if (missing) return missing
    // what was paid through here is settled already; nobody settles it a second time
    const { obligationId, amount } = obligation
    const owed = isObligationOwed(context, obligation)
    const limit = obligationFree(context, obligation)
    return all(
      when(!owed, 'OBLIGATION_DISCHARGED', obligationId),
      when(owed && limit < amount.amount, 'AMOUNT_TOO_HIGH', obligationId, { limit }),
      owed && shortOf(papersOf(context, event), amount.amount),
    )
  },
}
