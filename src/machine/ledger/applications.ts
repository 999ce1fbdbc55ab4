import { distinctPersons, type EventOn, reasonProfiles, supplemented } from '../../domain/index.ts'
import { hearsAsApplicant, hearsOfApplication } from '../facts/agents.ts'
import { comparedIn } from '../facts/applications.ts'
import { inArrears, paidFor } from '../facts/paid.ts'
import { papersOnFile } from '../facts/papers.ts'
import { isLater } from '../facts/time.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Application } from '../shape/applications.ts'
import { endApplication } from './application-ends.ts'
import { beginClosing } from './closing.ts'
import { clearHold, holdFrom, placeHold, waitForEnd } from './holds.ts'
import type { Reducers } from './kit.ts'
import { notify, openTicket } from './notices.ts'
import { keepPapers } from './papers.ts'
import { supportFor } from './requests.ts'
import type { Turn } from './turn.ts'

type Requested = EventOf<'suspension.requested' | 'reinstatement.requested' | 'closure.requested'>

const tell = (
  turn: Turn,
  application: Application,
  template: Parameters<typeof notify>[1],
  audiences: Parameters<typeof notify>[2] = ['merchant', ...hearsOfApplication(turn.context, application)],
): void => notify(turn, template, audiences, { ref: application.applicationId })

/** Who files an application, or brings what it lacks, hears of its clocks from then on. */
const agentOf = ({ by }: EventOf<Requested['type'] | 'application.supplemented'>) =>
  by.role === 'serviceProvider' ? { agentId: by.organisationId } : {}

const file = (
  turn: Turn,
  event: Requested,
  own: Pick<Application, 'kind' | 'reasons'> & Partial<Application>,
): void => {
  const overtaken = turn.context.application
  if (overtaken) {
    endApplication(turn)
    tell(turn, overtaken, 'application_ended')
  }
  const { request } = event
  keepPapers(turn, event.documents)
  turn.set({
    application: {
      applicationId: request.applicationId,
      digest: event.digest,
      documents: event.documents,
      request,
      compared: comparedIn(event),
      holdIds: [],
      ...agentOf(event),
      // who signed and who wrote it down: neither may approve it
      makers: distinctPersons([request.signatory.personId, event.by.personId]),
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
  const { application } = turn.context
  if (application)
    tell(turn, application, 'application_received', hearsOfApplication(turn.context, application))
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

/** What has cleared a hold of arrears belongs to it: it clears no second one. */
const spend = (turn: Turn, { holdIds, documents }: Application): void => {
  const { context } = turn
  const holdId = holdIds.find((id) => context.holds[id] && inArrears.has(context.holds[id].code))
  if (holdId === undefined) return
  const paying = { holdIds, own: documents.map(({ id }) => id), at: turn.at }
  const paid = paidFor(context, papersOnFile(context), paying)
  for (const { id } of [...(paid?.statements ?? []), ...(paid?.payments ?? [])])
    turn.update('documents', id, { for: holdId })
}

const approve: Readonly<Record<Application['kind'], (turn: Turn, application: Application) => void>> = {
  suspension: (turn, application) => {
    const { applicationId, makers, startsAt } = application
    const request = application.request?.process === 'suspension' ? application.request : undefined
    const until = request?.plannedPeriod.until
    const merchant = {
      role: 'merchant',
      personId: makers[0] ?? '',
      organisationId: turn.context.identity.merchantId,
      acquirerId: turn.context.identity.acquirerId,
      duties: [],
    } as const
    const [code = 'MERCHANT_REQUEST'] = application.reasons
    // what is broken is a device; a shop that closes for a week closes all of them
    const isOfDevice = reasonProfiles[code as 'MERCHANT_REQUEST'].category === 'technical'
    const serial = isOfDevice ? request?.serialNumber : undefined
    const hold = holdFrom(
      {
        holdId: `suspension:${applicationId}`,
        code: code as 'MERCHANT_REQUEST',
        ...(startsAt && { startsAt }),
        ...(until && { until }),
        ...(request?.comment !== undefined && { words: request.comment }),
        ...(serial !== undefined && { serial }),
      },
      merchant,
      turn.at,
    )
    endApplication(turn)
    const asked = application.agentId === undefined ? {} : { agentId: application.agentId }
    placeHold(turn, { ...hold, ...asked, fault: request?.fault ?? null })
  },
  reinstatement: (turn, application) => {
    const broken = application.request?.process === 'reinstatement' ? application.request.fault : undefined
    endApplication(turn)
    spend(turn, application)
    for (const holdId of application.holdIds) {
      const hold = turn.context.holds[holdId]
      if (hold?.release !== 'application' || hold.status === 'lifted') continue
      if (application.agentId !== undefined) turn.update('holds', holdId, { agentId: application.agentId })
      // the test that is owed next names what was broken
      if (hold.fault === null && broken && reasonProfiles[hold.code].category === 'technical')
        turn.update('holds', holdId, { fault: broken })
      clearHold(turn, holdId)
      const cleared = turn.context.holds[holdId]
      if (cleared) waitForEnd(turn, cleared)
    }
  },
  closure: (turn, application) => {
    const { effectiveDate, reasons } = application
    if (effectiveDate === null || !isLater(effectiveDate, turn.at)) {
      endApplication(turn)
      beginClosing(turn, (reasons[0] ?? 'OTHER') as 'OTHER', application)
      return
    }
    turn.set({ application: { ...application, approval: { by: turn.by.personId, at: turn.at } } })
    turn.cancel('reviewDue.closure')
    turn.start('closureStart', { due: effectiveDate })
  },
}

export const applicationReducers: Reducers<EventOn<'applications'>> = {
  'suspension.requested': (turn, event) => {
    const { reason, plannedPeriod } = event.request
    file(turn, event, { kind: 'suspension', reasons: [reason], startsAt: plannedPeriod.from })
  },
  'reinstatement.requested': (turn, event) => {
    const { holdIds } = event.request
    file(turn, event, {
      kind: 'reinstatement',
      holdIds,
      reasons: holdIds.flatMap((id) => turn.context.holds[id]?.code ?? []),
    })
    // what the device's own help could not do, the official channels do
    if (event.request.selfService === 'unresolved')
      openTicket(turn, supportFor(turn.context), 'support_contact', event.request.applicationId)
  },
  'closure.requested': (turn, event) => {
    const { reason, effectiveDate = null } = event.request
    file(turn, event, { kind: 'closure', reasons: [reason], effectiveDate })
  },

  'application.supplemented': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    backToReview(turn, application)
    keepPapers(turn, event.documents)
    turn.set({
      application: {
        ...application,
        documents: supplemented(application.documents, event.documents),
        ...agentOf(event),
        makers: distinctPersons([...application.makers, event.by.personId]),
        digest: event.digest,
        attempt: application.attempt + 1,
        informationItems: [],
        rejection: null,
        ...(application.rejection && { resubmissions: (application.resubmissions ?? 0) + 1 }),
      },
    })
  },
  'application.withdrawn': (turn) => {
    const { application } = turn.context
    endApplication(turn)
    if (application)
      tell(turn, application, 'application_ended', hearsOfApplication(turn.context, application))
  },
  'application.lapsed': (turn) => {
    const { application } = turn.context
    endApplication(turn)
    if (application) tell(turn, application, 'application_lapsed')
  },

  'review.informationRequested': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    turn.set({ application: { ...application, informationItems: event.items } })
    turn.pause(`reviewDue.${application.kind}`)
    turn.start('informationDue')
    const audiences = ['merchant', ...hearsAsApplicant(turn.context, application)] as const
    tell(turn, application, 'information_requested', audiences)
  },
  'review.rejected': (turn, event) => {
    const { application } = turn.context
    if (!application) return
    const { code, reason, resubmittable } = event
    turn.set({ application: { ...application, rejection: { code, reason, resubmittable, at: turn.at } } })
    turn.cancel(`reviewDue.${application.kind}`)
    turn.start('resubmitUntil')
    tell(turn, application, 'application_rejected')
  },
  'review.approved': (turn) => {
    const { application } = turn.context
    if (!application) return
    approve[application.kind](turn, application)
    tell(turn, application, 'application_approved')
  },
}
