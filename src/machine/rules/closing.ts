import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { irreversibleAct } from '../facts/closing.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Rules, report } from './kit.ts'

export const nothingIrreversible = (context: LifecycleContext) => {
  const act = irreversibleAct(context)
  return when(phaseOf(context) === 'closing' && act !== undefined, 'IRREVERSIBLE_ACT_DONE', undefined, {
    act: act ?? null,
  })
}

export const closingRules: Rules<EventOn<'closing'>> = {
  'closure.cancelled': (context) =>
    all(
      when(phaseOf(context) === 'live' && context.proposal === null, 'PROPOSAL_UNKNOWN'),
      nothingIrreversible(context),
    ),

  'closure.confirmed': report,
}
