import {
  type Blocker,
  type BlockerCode,
  blocker,
  type EventOn,
  type ObligationKind,
} from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { chargeOpen } from '../facts/charges.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { settlementRest } from '../facts/settlement.ts'
import { isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Asked, type Rules, tooHigh } from './kit.ts'

interface Obligation {
  /** Refused where there is none of this name. A settlement needs no name: there is one. */
  readonly unknown?: BlockerCode
  /** Minor units that are still open; nothing where there is none of this name. */
  readonly openAmount: (context: LifecycleContext, ref: string) => number | undefined
}

const obligations: Readonly<Record<ObligationKind, Obligation>> = {
  settlement: { openAmount: settlementRest },
  deposit: {
    unknown: 'DEPOSIT_UNKNOWN',
    openAmount: (context, ref) => {
      const deposit = context.deposits[ref]
      return deposit && freeDeposit(context, deposit)
    },
  },
  charge: {
    unknown: 'CHARGE_UNKNOWN',
    openAmount: (context, ref) => {
      const charge = context.charges[ref]
      return charge && chargeOpen(context, charge)
    },
  },
  dispute: {
    unknown: 'DISPUTE_UNKNOWN',
    openAmount: ({ disputes }, ref) => {
      const dispute = disputes[ref]
      return dispute?.status === 'open' && !dispute.carriedOver ? dispute.amount.amount : undefined
    },
  },
}

const isObligation = (kind: string): kind is ObligationKind => Object.hasOwn(obligations, kind)

const carryOver = (context: LifecycleContext, event: Asked<'obligation.carriedOver'>): readonly Blocker[] => {
  const { kind, ref } = event
  if (kind === undefined) return []
  if (!isObligation(kind)) return [blocker('NOT_TRANSFERABLE', ref)]
  const { unknown, openAmount } = obligations[kind]
  const part = ref === undefined && unknown ? undefined : openAmount(context, ref ?? '')
  // where the parties argue about a statement over nothing, the objection itself is carried over
  const objection = kind === 'settlement' && part === 0 && context.closing?.statement?.status === 'disputed'
  // a dispute is carried over whole, and nothing at all is not carried over
  const given = event.amount?.amount
  const nothing = given === 0 || (part !== undefined && part <= 0)
  return all(
    when(!context.policy.carryOverKinds.includes(kind), 'NOT_TRANSFERABLE', ref),
    part === undefined && unknown && blocker(unknown, ref),
    when(
      (nothing && !objection) || (kind === 'dispute' && given !== undefined && given !== part),
      'CARRY_OVER_INCOMPLETE',
      ref,
    ),
    tooHigh(event.amount, part ?? 0, ref),
    when(event.reviewAt !== undefined && !isLater(event.reviewAt, event.at), 'CARRY_OVER_INCOMPLETE', ref),
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
    const left =
      obligation.kind === 'dispute'
        ? undefined
        : obligations[obligation.kind].openAmount(context, obligation.ref)
    return all(
      when(obligation.discharged, 'OBLIGATION_DISCHARGED', obligation.obligationId),
      when(
        !obligation.discharged && left !== undefined && left < obligation.amount.amount,
        'AMOUNT_TOO_HIGH',
        obligation.obligationId,
        { limit: left ?? 0 },
      ),
    )
  },
}
