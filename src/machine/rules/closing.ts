import type { EventOn } from '../../domain/index.ts'
import { openObligations } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { irreversibleAct } from '../facts/closing.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Rules } from './kit.ts'

export const nothingIrreversible = (context: LifecycleContext) => {
  const act = irreversibleAct(context)
  return when(phaseOf(context) === 'closing' && act !== undefined, 'IRREVERSIBLE_ACT_DONE', undefined, {
    act: act ?? null,
  })
}

/** The closure is ordered at the provider and nobody has confirmed it yet. */
const isConfirming = (context: LifecycleContext): boolean => {
  const { closing } = context
  return (
    closing !== null &&
    closing.closedAt === null &&
    closing.attempt > 0 &&
    closing.confirmedAt === null &&
    openObligations(context).length === 0
  )
}

export const closingRules: Rules<EventOn<'closing'>> = {
  'closure.cancelled': (context) =>
    all(
      when(phaseOf(context) === 'live' && context.proposal === null, 'PROPOSAL_UNKNOWN'),
      nothingIrreversible(context),
    ),

  // a report when the system sends it; the provider's own word is only heard while it is asked for
  'closure.confirmed': (context, event) =>
    all(when(event.by.role === 'provider' && !isConfirming(context), 'NOT_ALLOWED_IN_STATE')),
}
