import {
  type Blocker,
  blocker,
  closureReasonProfiles,
  type EventOn,
  type EventType,
  isSamePerson,
} from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { noticeServed } from '../facts/imposed.ts'
import { items } from '../facts/kit.ts'
import { milliseconds, unitMs } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { nothingIrreversible } from './closing.ts'
import type { Rules } from './kit.ts'
import { contractRuns } from './papers.ts'

const proposalNamed = ({ proposal }: LifecycleContext, id: string | undefined) =>
  when(proposal === null || (id !== undefined && proposal.proposalId !== id), 'PROPOSAL_UNKNOWN', id)

/** Of working days as few as there can be. */
const shortest = { years: 365 * unitMs.days, workingDays: unitMs.days, ...unitMs }

/** When the notice of a proposal has run at the earliest: by then the contract is over, or it is proposed too soon. */
const noticeRuns = ({ policy }: LifecycleContext, at: string): string => {
  const { amount, unit } = policy.clocks.closureNotice
  return new Date(milliseconds(at) + amount * shortest[unit]).toISOString()
}

/** A contract on file ends nothing as long as it goes on, whoever says that it has expired: another reason may. */
const stillRuns = (ref: string | undefined, instead: EventType): Blocker => ({
  ...blocker('CONTRACT_STILL_RUNNING', ref),
  owner: 'provider',
  clearedBy: ['document.checked', instead],
})

export const imposedRules: Rules<EventOn<'imposed'>> = {
  'closure.proposed': (context, event) =>
    all(
      when(context.proposal !== null, 'PROPOSAL_OPEN', context.proposal?.proposalId),
      // the notice of an earlier proposal is none of this one
      when(
        items(context.documents).some((paper) => paper.for !== null && paper.for === event.proposalId),
        'REFERENCE_IN_USE',
        event.proposalId,
      ),
      when(
        event.reason !== undefined &&
          !closureReasonProfiles[event.reason].initiators.includes(event.by.onBehalfOf ?? event.by.role),
        'REASON_NOT_FOR_INITIATOR',
        event.proposalId,
      ),
      event.reason === 'CONTRACT_EXPIRED' &&
        contractRuns(context, event, noticeRuns(context, event.at)) &&
        stillRuns(event.proposalId, 'closure.proposed'),
    ),

  'closure.imposed': (context, event) => {
    const { proposal, policy } = context
    const urgent = proposal !== null && policy.urgentBases.includes(proposal.reason)
    return all(
      proposalNamed(context, event.proposalId),
      when(proposal !== null && !urgent && !hasRun(context, 'closureNotice', event.at), 'NOTICE_RUNNING'),
      when(
        proposal?.needsNotice === true && !urgent && !noticeServed(context, proposal.proposalId),
        'NOTICE_MISSING',
        proposal?.proposalId,
      ),
      proposal?.reason === 'CONTRACT_EXPIRED' &&
        contractRuns(context, event, undefined) &&
        stillRuns(proposal.proposalId, 'closure.cancelled'),
      when(isSamePerson(proposal?.proposedBy, event.by.personId), 'MAKER_IS_CHECKER', proposal?.proposalId),
    )
  },

  'closure.appealed': (context, event) =>
    all(
      proposalNamed(context, event.proposalId),
      when(
        context.proposal !== null &&
          (!context.policy.appealAllowed || context.proposal.appeal === 'dismissed'),
        'APPEAL_NOT_ALLOWED',
      ),
      nothingIrreversible(context),
    ),

  'appeal.decided': (context, event) => {
    const { proposal } = context
    const { personId } = event.by
    return all(
      proposalNamed(context, event.proposalId),
      when(proposal !== null && proposal.appeal !== 'open', 'APPEAL_UNKNOWN', proposal?.proposalId),
      when(
        isSamePerson(proposal?.proposedBy, personId) || isSamePerson(proposal?.imposedBy, personId),
        'MAKER_IS_CHECKER',
        proposal?.proposalId,
      ),
      event.outcome !== 'dismissed' && nothingIrreversible(context),
    )
  },
}
