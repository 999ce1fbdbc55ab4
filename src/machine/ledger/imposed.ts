import { closureReasonProfiles, type EventOn } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { hearsOfClosure } from '../facts/agents.ts'
import { noticeServed, servedAt } from '../facts/imposed.ts'
import type { StampedEvent } from '../shape/record.ts'
import { beginClosing, dropClosure } from './closing.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'
import type { Turn } from './turn.ts'

/** Was the merchant told of this proposal just now? */
const isSent = ({ context, before }: Turn, proposalId: string, event: StampedEvent): boolean => {
  const ofIt = (order: Order | undefined) =>
    order?.kind === 'notify' &&
    order.params.template === 'closure_proposed' &&
    order.params.audience === 'merchant' &&
    order.params.ref === proposalId
  const { orderId } = event as { orderId?: string }
  const order = orderId === undefined ? undefined : context.orders[orderId]
  if (event.type === 'notice.sent' && orderId === undefined)
    return event.template === 'closure_proposed' && event.audience === 'merchant'
  if (order === undefined || !ofIt(order)) return false
  const isDone = order.status === 'confirmed' && before.orders[order.orderId]?.status !== 'confirmed'
  return event.type === 'notice.sent' || isDone
}

/** The notice of a proposal runs from the day on which the merchant was given it, and anew when it turns out to be another. */
export const followServing = (turn: Turn, event: StampedEvent): void => {
  const { proposal } = turn.context
  if (!proposal?.needsNotice || proposal.imposedBy !== null) return
  const isFirst = proposal.sentAt === undefined && isSent(turn, proposal.proposalId, event)
  const now = isFirst ? { ...proposal, sentAt: turn.at } : proposal
  const { servedAt: _, ...unserved } = now
  const at = servedAt(turn.context, turn.before, now, turn.at)
  if (!isFirst && at === proposal.servedAt) return
  turn.set({ proposal: at === undefined ? unserved : { ...unserved, servedAt: at } })
  if (at !== undefined && at !== proposal.servedAt) turn.start('closureNotice', { from: at })
}

export const imposedReducers: Reducers<EventOn<'imposed'>> = {
  'closure.proposed': (turn, event) => {
    const { proposalId, reason, basis } = event
    turn.set({
      proposal: {
        proposalId,
        reason,
        basis,
        proposedBy: event.by.personId,
        proposedAt: turn.at,
        imposedBy: null,
        needsNotice: true,
        appeal: 'none',
      },
    })
    // at the earliest; from the day on which the merchant is given it, once that is known
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
