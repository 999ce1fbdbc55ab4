import { closureReasonProfiles, type EventOn } from '../../domain/index.ts'
import { hearsOfClosure } from '../facts/agents.ts'
import { noticeServed } from '../rules/papers.ts'
import { beginClosing, dropClosure } from './closing.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'

export const imposedReducers: Reducers<EventOn<'imposed'>> = {
  'closure.proposed': (turn, event) => {
    const { proposalId, reason, basis } = event
    turn.set({
      proposal: {
        proposalId,
        reason,
        basis,
        proposedBy: event.by.personId,
        imposedBy: null,
        needsNotice: true,
        appeal: 'none',
      },
    })
    turn.start('closureNotice')
    const audiences = ['merchant', ...hearsOfClosure(reason)] as const
    notify(turn, 'closure_proposed', audiences, { phase: 'before', ref: proposalId })
  },
  'closure.imposed': (turn, event) => {
    const { proposal } = turn.context
    if (!proposal) return
    beginClosing(turn, proposal.reason)
    turn.set({ proposal: { ...proposal, imposedBy: event.by.personId } })
    // an urgent one acts first; what it rests on is told in writing all the same
    if (proposal.needsNotice && !noticeServed(turn.context, proposal.proposalId))
      turn.start('noticeDue', { ref: proposal.proposalId })
    // who was closed for what they did goes on the list, unless somebody says why not
    if (closureReasonProfiles[proposal.reason].urgent)
      turn.start('riskListingDue', { ref: proposal.proposalId })
  },
  'closure.appealed': (turn) => {
    const { proposal } = turn.context
    if (proposal) turn.set({ proposal: { ...proposal, appeal: 'open' } })
    notify(turn, 'closure_appealed', ['provider'])
  },
  'appeal.decided': (turn, event) => {
    const { proposal } = turn.context
    notify(turn, `appeal_${event.outcome}`, ['merchant'])
    if (event.outcome === 'dismissed' && proposal)
      turn.set({ proposal: { ...proposal, appeal: 'dismissed' } })
    if (event.outcome === 'upheld') dropClosure(turn)
  },
}
