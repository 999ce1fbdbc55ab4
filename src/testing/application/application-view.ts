import type { ApplicationView } from '../../contract/index.ts'
import type { DocumentRef } from '../../domain/index.ts'
import type { StampedEvent } from '../../machine/index.ts'
import type { SealedEntry } from '../../runtime/index.ts'

const kinds = {
  'closure.requested': 'closure',
  'suspension.requested': 'suspension',
  'reinstatement.requested': 'reinstatement',
} as const

const isRequest = (event: StampedEvent): event is Extract<StampedEvent, { type: keyof typeof kinds }> =>
  event.type in kinds

/** New papers beside the old ones; one that replaces another takes its place. */
const merged = (
  old: ApplicationView['documents'],
  added: readonly DocumentRef[],
): ApplicationView['documents'] => {
  const gone = new Set(added.flatMap(({ id, supersedes }) => [id, supersedes]))
  return [...old.filter(({ id }) => !gone.has(id)), ...added]
}

const opened = (
  lifecycleId: string,
  event: Extract<StampedEvent, { type: keyof typeof kinds }>,
): ApplicationView => ({
  applicationId: event.applicationId,
  lifecycleId,
  kind: kinds[event.type],
  status: 'underReview',
  digest: event.digest,
  documents: event.documents,
  attempt: 1,
  informationItems: [],
  rejection: null,
  effectiveDate: event.type === 'closure.requested' ? (event.effectiveDate ?? null) : null,
})

const moved = (view: ApplicationView, event: StampedEvent): ApplicationView => {
  switch (event.type) {
    case 'application.supplemented':
      return {
        ...view,
        status: 'underReview',
        digest: event.digest,
        documents: merged(view.documents, event.documents),
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

const isOpen = ({ status }: ApplicationView): boolean =>
  status === 'underReview' || status === 'needsInformation' || status === 'rejected'

/** What became of an application, read off the journal; `undefined` when it never came in. */
export const applicationViewOf = async (
  lifecycleId: string,
  applicationId: string,
  journal: AsyncIterable<SealedEntry>,
): Promise<ApplicationView | undefined> => {
  let view: ApplicationView | undefined
  for await (const { cause } of journal) {
    if ('opened' in cause || 'timer' in cause) continue
    const isAbout = 'applicationId' in cause && cause.applicationId === applicationId
    if (isAbout && isRequest(cause)) view ??= opened(lifecycleId, cause)
    else if (view && isAbout) view = moved(view, cause)
    else if (
      view &&
      isOpen(view) &&
      (cause.type === 'closure.requested' || cause.type === 'closure.imposed')
    ) {
      view = { ...view, status: 'overtaken' }
    }
  }
  return view
}
