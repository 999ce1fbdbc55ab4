import type { CaseView } from '../contract/index.ts'
import { type DocumentRef, supplemented } from '../domain/index.ts'
import { RefusedError } from '../errors/index.ts'
import {
  type ApplicationRequest,
  closureEvent,
  type Filing,
  type LifecycleEvent,
  reinstatementEvent,
  requestDigest,
  requestDocument,
  suspensionEvent,
} from '../schemas/index.ts'
import type { Implementation, RequestContext } from '../server/index.ts'
import type { Desk } from './desk.ts'
import { caseOf } from './views.ts'

/** A request with its papers, as the acquirer keeps it: the journal only has their digest. */
export interface FiledRequest {
  readonly request: ApplicationRequest
  readonly documents: readonly DocumentRef[]
}

/** Where filed requests are kept, by applicationId. */
export interface RequestFiles {
  get(applicationId: string): FiledRequest | undefined | Promise<FiledRequest | undefined>
  set(applicationId: string, filed: FiledRequest): unknown
}

type Submits = Pick<
  Implementation<'portal'>,
  'submitClosure' | 'submitSuspension' | 'submitReinstatement' | 'supplyInformation'
>

const eventOf = (request: ApplicationRequest, filing: Filing): LifecycleEvent => {
  if (request.process === 'closure') return closureEvent(request, filing)
  return request.process === 'suspension'
    ? suspensionEvent(request, filing)
    : reinstatementEvent(request, filing)
}

const commandOf = ({ actor, idempotencyKey, expectedVersion }: RequestContext) => ({
  actor,
  commandId: idempotencyKey,
  expectedVersion,
})

export const requestsSide = (desk: Desk, files: RequestFiles, now: () => string): Submits => {
  const submit = async (
    lifecycleId: string,
    request: ApplicationRequest,
    context: RequestContext,
  ): Promise<CaseView> => {
    const { actor } = context
    await desk.record(lifecycleId, actor)
    const documents = [await requestDocument(request), ...request.documents]
    const digest = await requestDigest(request, documents)
    await desk.tell(lifecycleId, eventOf(request, { digest, documents }), commandOf(context))
    await files.set(request.applicationId, { request, documents })
    desk.remember(request.applicationId, lifecycleId)
    return caseOf(await desk.record(lifecycleId, actor), actor, now())
  }
  return {
    submitClosure: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    submitSuspension: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    submitReinstatement: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    supplyInformation: async ({ applicationId, documents }, context) => {
      const { actor } = context
      const { lifecycleId } = await desk.lifeOf(applicationId, actor)
      const filed = await files.get(applicationId)
      if (!filed) throw new RefusedError({ refusal: 'NOT_FOUND' })
      const all = supplemented(filed.documents, documents)
      const digest = await requestDigest(filed.request, all)
      const event = { type: 'application.supplemented', applicationId, documents, digest } as const
      await desk.tell(lifecycleId, event, commandOf(context))
      await files.set(applicationId, { ...filed, documents: all })
      return caseOf(await desk.record(lifecycleId, actor), actor, now())
    },
  }
}
