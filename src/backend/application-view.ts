import type { ApplicationView } from '../contract/index.ts'
import { type DocumentRef, supplemented } from '../domain/index.ts'
import type { LifecycleRecord, StampedEvent } from '../machine/index.ts'
import type { ReadEntry } from '../runtime/index.ts'

const kinds = {
  'closure.requested': 'closure',
  'suspension.requested': 'suspension',
  'reinstatement.requested': 'reinstatement',
} as const

const isRequest = (event: StampedEvent): event is Extract<StampedEvent, { type: keyof typeof kinds }> =>
  event.type in kinds

const opened = (
  lifecycleId: string,
  event: Extract<StampedEvent, { type: keyof typeof kinds }>,
): ApplicationView => ({
  applicationId: event.request.applicationId,
  lifecycleId,
  kind: kinds[event.type],
  status: 'underReview',
  digest: event.digest,
  documents: event.documents,
  attempt: 1,
  informationItems: [],
  rejection: null,
  effectiveDate: event.type === 'closure.requested' ? (event.request.effectiveDate ?? null) : null,
})

const moved = (view: ApplicationView, event: StampedEvent): ApplicationView => {
  switch (event.type) {
    case 'application.supplemented':
      return {
        ...view,
        status: 'underReview',
        digest: event.digest,
        documents: supplemented(view.documents as readonly DocumentRef[], event.documents),
        attempt: view.attempt + 1,
        informationItems: [],
        rejection: null,
      }
    case 'review.informationRequested':
      return { ...view, status: 'needsInformation', informationItems: event.items }
    case 'review.rejected': {
      const { code, reason, resubmittable } = event
      return { ...view, status: 'rejected', rejection: { code, reason, resubmittable } }
    }
    case 'review.approved':
      return { ...view, status: 'approved' }
    case 'application.withdrawn':
      return { ...view, status: 'withdrawn' }
    case 'application.lapsed':
      return { ...view, status: 'lapsed' }
    default:
      return view
  }
}

const isLive = (value: LifecycleRecord['value']): boolean => typeof value === 'object' && 'live' in value

const isOpen = ({ status }: ApplicationView): boolean =>
  status === 'underReview' || status === 'needsInformation' || status === 'rejected'

/** Which application an event is about. Under format 1 a request named it beside itself. */
const applicationIdOf = (event: StampedEvent): string | undefined => {
  const { request, applicationId } = event as { request?: { applicationId: string }; applicationId?: string }
  return request?.applicationId ?? applicationId
}

const states = ['underReview', 'needsInformation', 'rejected'] as const

const stateOf = (value: LifecycleRecord['value']): unknown => {
  const live = typeof value === 'object' ? value.live : undefined
  return typeof live === 'object' ? live.application : undefined
}

/** One that is open, off the record; `undefined`: it is not, or not any more. */
const openIn = (
  { lifecycleId, value, context }: LifecycleRecord,
  applicationId: string,
): ApplicationView | undefined => {
  const { application } = context
  if (application?.applicationId !== applicationId) return undefined
  const { kind, digest, documents, attempt, informationItems, rejection, effectiveDate, approval } =
    application
  const status = approval ? 'approved' : states.find((name) => name === stateOf(value))
  if (!status) return undefined
  return {
    ...{
      applicationId,
      lifecycleId,
      kind,
      status,
      digest,
      documents,
      attempt,
      informationItems,
      effectiveDate,
    },
    rejection: rejection && {
      code: rejection.code,
      reason: rejection.reason,
      resubmittable: rejection.resubmittable,
    },
  }
}

/** What became of an application, as its reader may know it; `undefined` when it never came in. */
export const applicationViewOf = async (
  record: LifecycleRecord,
  applicationId: string,
  journal: () => AsyncIterable<ReadEntry>,
): Promise<ApplicationView | undefined> =>
  openIn(record, applicationId) ?? toldIn(record.lifecycleId, applicationId, journal())

/** One that has ended leaves the record, and stays in the journal. */
const toldIn = async (
  lifecycleId: string,
  applicationId: string,
  journal: AsyncIterable<ReadEntry>,
): Promise<ApplicationView | undefined> => {
  let view: ApplicationView | undefined
  // a closure that was approved for a later day can be overtaken until it begins
  let isAhead = false
  for await (const { cause: told, to } of journal) {
    // What is no event names no application, and has no type.
    const cause = told as StampedEvent
    const isAbout = applicationIdOf(cause) === applicationId
    // one that has ended may have been filed again under its name: then the newest counts
    if (isAbout && isRequest(cause)) view = opened(lifecycleId, cause)
    else if (view && isAbout) view = moved(view, cause)
    else if (
      view &&
      (isOpen(view) || isAhead) &&
      (cause.type === 'closure.requested' || cause.type === 'closure.imposed')
    ) {
      view = { ...view, status: 'overtaken' }
    }
    isAhead = view?.kind === 'closure' && view.status === 'approved' && isLive(to) && (isAhead || isAbout)
  }
  return view
}
