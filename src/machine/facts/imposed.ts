import { dayOf, type Instant } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Proposal } from '../shape/imposed.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import { items } from './kit.ts'

/** The newest notice that the provider served for this hold or proposal, with grounds and the way to object. */
export const noticeServed = ({ documents }: LifecycleContext, ref: string): PaperOnFile | undefined =>
  items<PaperOnFile>(documents).findLast(
    ({ for: about, type, isRejected, checkedBy, facts = {} }) =>
      about === ref &&
      type === 'closure_notice' &&
      !isRejected &&
      checkedBy !== null &&
      facts.grounds === true &&
      facts.appealRoute === true,
  )

/** The day on which it reached the merchant, where a paper proves that. */
const provenOn = ({ documents }: LifecycleContext, { proposalId, proposedAt }: Proposal) => {
  const proofs = items<PaperOnFile>(documents).filter(
    ({ for: about, type, isRejected, checkedBy }) =>
      about === proposalId && type === 'service_of_notice' && !isRejected && checkedBy !== null,
  )
  const days = proofs.map(({ facts }) => String(facts?.servedOn ?? ''))
  return days.findLast((day) => proposedAt !== undefined && day >= dayOf(proposedAt))
}

/**
 * When the merchant was given notice of the proposal: by its proof of service, else when it was sent or handed over in
 * writing, whichever came first. `before`: as it stood a moment ago.
 */
export const servedAt = (
  context: LifecycleContext,
  before: LifecycleContext,
  proposal: Proposal,
  now: Instant,
): Instant | undefined => {
  const day = provenOn(context, proposal)
  const known = proposal.servedAt
  if (day !== undefined) {
    if (known !== undefined && dayOf(known) === day) return known
    return day === dayOf(now) ? now : `${day}T23:59:59+08:00`
  }
  // a proof that was found to be none leaves what else is known
  const kept = provenOn(before, proposal) === undefined ? known : proposal.sentAt
  return noticeServed(context, proposal.proposalId) ? (kept ?? now) : proposal.sentAt
}
