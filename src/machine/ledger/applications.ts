import type { EventOn } from '../../domain/index.ts'
import { isLater } from '../facts/time.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Application } from '../shape/applications.ts'
import type { Turn } from '../turn.ts'
import { beginClosing, endApplication, leaveClosing } from './closing.ts'
import { clearHold, holdFrom, placeHold } from './holds.ts'
import { keepPapers, type Reducers } from './kit.ts'
import { notify } from './notices.ts'
import { endOrder } from './order-ends.ts'

type Requested = EventOf<'suspension.requested' | 'reinstatement.requested' | 'closure.requested'>

const file = (
  turn: Turn,
  event: Requested,
  own: Pick<Application, 'kind' | 'reasons'> & Partial<Application>,
): void => {
  const overtaken = turn.context.application
  if (overtaken) {
    endApplication(turn)
    notify(turn, 'application_ended', ['merchant'], { ref: overtaken.applicationId })
  }
  keepPapers(turn, event.documents)
  turn.set({
    application: {
      applicationId: event.applicationId,
      digest: event.digest,
      documents: event.documents,
      holdIds: [],
      // who signed and who wrote it down: neither may approve it
      makers: [...new Set([event.signatory.personId, event.by.personId])],
      attempt: 1,
      startsAt: null,
      effectiveDate: null,
      informationItems: [],
      rejection: null,
      approval: null,
      ...own,
    },
  })
  turn.start(`reviewDue.${own.kind}`)
}

/** The merchant acted: the review clock goes on where it stood, or starts anew after a rejection. */
const backToReview = (turn: Turn, application: Application): void => {
  turn.cancel('informationDue')
  turn.cancel('resubmitUntil')
  const due = `reviewDue.${application.kind}` as const
  // a clock that had run out before the question has nothing left to go on with
  const isPaused = turn.context.deadlines[due]?.status === 'paused'
  if (isPaused && !application.rejection) turn.resume(due)
  else turn.start(due)
}

const approve: Readonly<Record<Application['kind'], (turn: Turn, application: Application) => void>> = {
  suspension: (turn, application) => {
    const { applicationId, makers, startsAt } = application
    const merchant = {
      role: 'merchant',
      personId: makers[0] ?? '',
      organisationId: turn.context.identity.merchantId,
      duties: [],
    } as const
    const [code = 'MERCHANT_REQUEST'] = application.reasons
    const hold = holdFrom(
      {
        holdId: `suspension:${applicationId}`,
        code: code as 'MERCHANT_REQUEST',
        ...(startsAt && { startsAt }),
      },
      merchant,
      turn.at,
    )
    endApplication(turn)
    placeHold(turn, hold)
  },
  reinstatement: (turn, application) => {
    endApplication(turn)
    for (const holdId of application.holdIds) {
      const hold = turn.context.holds[holdId]
      if (hold?.release !== 'application' || hold.status === 'lifted') continue
      clearHold(turn, holdId)
      if (turn.context.holds[holdId]?.status === 'cleared') turn.start('approvalValidity', { ref: holdId })
    }
  },
  closure: (turn, application) => {
    const { effectiveDate, reasons } = application
    if (effectiveDate === null || !isLater(effectiveDate, turn.at)) {
      endApplication(turn)
      beginClosing(turn, (reasons[0] ?? 'OTHER') as 'OTHER')
      return
    }
    turn.set({ application: { ...application, approval: { by: turn.by.personId, at: turn.at } } })
    turn.cancel('reviewDue.closure')
    turn.start('closureStart', { due: effectiveDate })
  },
}

export const applicationReducers: Reducers<EventOn<'applications' | 'imposed' | 'closing'>> = {
  'suspension.requested': (turn, event) =>
    file(turn, event, { kind: 'suspension', reasons: [event.reason], startsAt: event.startsAt }),
  'reinstatement.requested': (turn, event) =>
    file(turn, event, {
      kind: 'reinstatement',
      holdIds: event.holdIds,
      reasons: event.holdIds.flatMap((id) => turn.context.holds[id]?.code ?? []),
    }),
  'closure.requested': (turn, event) =>
    file(turn, event, {
      kind: 'closure',
      reasons: [event.reason],
      effectiveDate: event.effectiveDate ?? null,
    }),

  'application.supplemented': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    backToReview(turn, application)
    keepPapers(turn, event.documents)
    turn.set({
      application: {
        ...application,
        documents: [...application.documents, ...event.documents],
        digest: event.digest,
        attempt: application.attempt + 1,
        informationItems: [],
        rejection: null,
      },
    })
  },
  'application.withdrawn': (turn) => endApplication(turn),
  'application.lapsed': (turn, event) => {
    endApplication(turn)
    notify(turn, 'application_lapsed', ['merchant'], { ref: event.applicationId })
  },

  'review.informationRequested': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    turn.set({ application: { ...application, informationItems: event.items } })
    turn.pause(`reviewDue.${application.kind}`)
    turn.start('informationDue')
    notify(turn, 'information_requested', ['merchant'], { ref: event.applicationId })
  },
  'review.rejected': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    const { code, reason, resubmittable } = event
    turn.set({ application: { ...application, rejection: { code, reason, resubmittable } } })
    turn.cancel(`reviewDue.${application.kind}`)
    turn.start('resubmitUntil')
    notify(turn, 'application_rejected', ['merchant'], { ref: event.applicationId })
  },
  'review.approved': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    approve[application.kind](turn, application)
    notify(turn, 'application_approved', ['merchant'], { ref: event.applicationId })
  },

  'closure.proposed': (turn, event) => {
    const { proposalId, reason, basis } = event
    turn.set({
      proposal: { proposalId, reason, basis, proposedBy: event.by.personId, imposedBy: null, appeal: 'none' },
    })
    turn.start('closureNotice')
    notify(turn, 'closure_proposed', ['merchant'], { phase: 'before', ref: proposalId })
  },
  'closure.imposed': (turn, event) => {
    const { proposal } = turn.context
    if (!proposal) return
    beginClosing(turn, proposal.reason)
    turn.set({ proposal: { ...proposal, imposedBy: event.by.personId } })
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
  'closure.cancelled': (turn) => dropClosure(turn),

  'closure.confirmed': (turn, event) => {
    const { closing, orders } = turn.context
    const order = event.orderId === undefined ? undefined : orders[event.orderId]
    const asked = order?.kind === 'confirmClosure' ? order.params.attempt : closing?.attempt
    endOrder(turn, order?.orderId, 'confirmed')
    const waited = closing !== null && asked === closing.attempt && closing.attempt > 0
    // told twice: the first time counts, and the reading that was asked for then
    if (waited && closing.confirmedAt === null) turn.closing({ confirmedAt: turn.at })
    else if (!waited) turn.issue('NOT_EXPECTED_IN_STATE', event.providerRef)
  },
}

const dropClosure = (turn: Turn): void => {
  if (turn.context.closing) leaveClosing(turn)
  else {
    turn.set({ proposal: null })
    turn.cancel('closureNotice')
  }
}
