import type { EventOn } from '../../domain/index.ts'
import { openObligations } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { irreversibleAct } from '../facts/closing.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Rules } from './kit.ts'

const proposalNamed = ({ proposal }: LifecycleContext, id: string | undefined) =>
  when(proposal === null || (id !== undefined && proposal.proposalId !== id), 'PROPOSAL_UNKNOWN', id)

const nothingIrreversible = (context: LifecycleContext) => {
  const act = irreversibleAct(context)
  return when(phaseOf(context) === 'closing' && act !== undefined, 'IRREVERSIBLE_ACT_DONE', undefined, {
    act: act ?? null,
  })
}

export const imposedRules: Rules<EventOn<'imposed' | 'closing'>> = {
  'closure.proposed': (context) =>
    all(when(context.proposal !== null, 'PROPOSAL_OPEN', context.proposal?.proposalId)),

  'closure.imposed': (context, event) => {
    const { proposal, policy } = context
    const urgent = proposal !== null && policy.urgentBases.includes(proposal.reason)
    return all(
      proposalNamed(context, event.proposalId),
      when(proposal !== null && !urgent && !hasRun(context, 'closureNotice', event.at), 'NOTICE_RUNNING'),
      when(proposal?.proposedBy === event.by.personId, 'MAKER_IS_CHECKER', proposal?.proposalId),
    )
  },

  'closure.appealed': (context, event) =>
    all(
      proposalNamed(context, event.proposalId),
      when(!context.policy.appealAllowed || context.proposal?.appeal === 'dismissed', 'APPEAL_NOT_ALLOWED'),
      nothingIrreversible(context),
    ),

  'appeal.decided': (context, event) => {
    const { proposal } = context
    const { personId } = event.by
    return all(
      proposalNamed(context, event.proposalId),
      when(proposal !== null && proposal.appeal !== 'open', 'APPEAL_UNKNOWN', proposal?.proposalId),
      when(
        proposal?.proposedBy === personId || proposal?.imposedBy === personId,
        'MAKER_IS_CHECKER',
        proposal?.proposalId,
      ),
      event.outcome !== 'dismissed' && nothingIrreversible(context),
    )
  },

  'closure.cancelled': (context) =>
    all(
      when(phaseOf(context) === 'live' && context.proposal === null, 'PROPOSAL_UNKNOWN'),
      nothingIrreversible(context),
    ),

  // a report when the system sends it; the provider's own word is only heard while it is asked for
  'closure.confirmed': (context, event) =>
    all(when(event.by.role === 'provider' && !isConfirming(context), 'NOT_ALLOWED_IN_STATE')),
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
