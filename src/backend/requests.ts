import type { CaseView } from '../contract/index.ts'
import { blocker, type DocumentRef, supplemented } from '../domain/index.ts'
import { isTerminalLifecycleError, RefusedError } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import {
  type ApplicationRequest,
  canonicalJson,
  closureEvent,
  digestOf,
  type Filing,
  type LifecycleEvent,
  reinstatementEvent,
  requestDigest,
  requestDocument,
  suspensionEvent,
} from '../schemas/index.ts'
import type { Implementation, RequestContext } from '../server/index.ts'
import { applicationViewOf } from './application-view.ts'
import { type Desk, systemOf } from './desk.ts'
import { ownerOf } from './documents/ids.ts'
import type { Documents } from './documents.ts'
import type { RefuseUseless } from './named-documents.ts'
import { comparedWith, type Registered } from './registered.ts'

type Requests = Pick<
  Implementation<'portal'>,
  'submitClosure' | 'submitSuspension' | 'submitReinstatement' | 'supplyInformation' | 'getApplication'
>

export interface RequestsParts {
  desk: Desk
  documents: Documents
  registered: Registered
  refuseUseless: RefuseUseless
  now: () => string
}

const eventOf = (request: ApplicationRequest, filing: Filing): LifecycleEvent => {
  if (request.process === 'closure') return closureEvent(request, filing)
  return request.process === 'suspension'
    ? suspensionEvent(request, filing)
    : reinstatementEvent(request, filing)
}

/** The digest of what is filed, with what is added to it. */
const digestWith = async (
  { context }: LifecycleRecord,
  applicationId: string,
  added: readonly DocumentRef[],
) => {
  const { application } = context
  // another one, or none: the machine says which
  if (application?.applicationId !== applicationId) return digestOf({ applicationId, added })
  const all = supplemented(application.documents, added)
  // what was filed under format 1 was hashed and dropped
  return application.request
    ? requestDigest(application.request, all)
    : digestOf({ of: application.digest, all })
}

const isOutrun = (error: unknown): boolean =>
  isTerminalLifecycleError(error) &&
  error.code === 'INVALID_INPUT' &&
  error.issues.some(({ code }) => code === 'DIGEST_MISMATCH')

/** So many supplements may come in at once before somebody is asked to try again. */
const mostTries = 5

/** Applications: what a merchant files, what it adds, and what became of it. */
export const requestsSide = ({
  desk,
  documents,
  registered,
  refuseUseless,
  now,
}: RequestsParts): Requests => {
  /** One name means one application at an acquirer: whoever decides about it names nothing else. */
  const refuseNameInUse = async (applicationId: string, lifecycleId: string, { actor }: RequestContext) => {
    const lives = await desk.runtime.find({ applicationId, limit: 2 }, { actor: systemOf(actor) })
    if (lives.every((life) => life.lifecycleId === lifecycleId)) return
    const blockers = [blocker('REFERENCE_IN_USE', applicationId)]
    throw new RefusedError({ refusal: 'BLOCKED', blockers })
  }

  /** Keeps the form as a paper of whoever files it, before any record names it. */
  const keepForm = async (request: ApplicationRequest, { actor }: RequestContext): Promise<DocumentRef> => {
    const { type } = await requestDocument(request)
    const bytes = new TextEncoder().encode(canonicalJson(request))
    const { documentId, digest } = await documents.keep({ type, owner: ownerOf(actor) }, bytes, now())
    return { id: documentId, type, digest }
  }

  const submit = async (
    lifecycleId: string,
    request: ApplicationRequest,
    context: RequestContext,
  ): Promise<CaseView> => {
    const { identity } = (await desk.record(lifecycleId, context.actor)).context
    await refuseNameInUse(request.applicationId, lifecycleId, context)
    await refuseUseless(lifecycleId, { documents: request.documents }, context)
    const compared = comparedWith(request, await registered(identity))
    const papers = [await keepForm(request, context), ...request.documents]
    const digest = await requestDigest(request, papers)
    const event = eventOf(request, { digest, documents: papers, compared })
    return desk.tell({ lifecycleId, event, asked: { submitted: request } }, context)
  }

  const supply = async (
    applicationId: string,
    added: readonly DocumentRef[],
    context: RequestContext,
    tries = 1,
  ): Promise<CaseView> => {
    const { lifecycleId } = await desk.lifeOf(applicationId, context.actor)
    await refuseUseless(lifecycleId, { documents: added }, context)
    const digest = await digestWith(await desk.record(lifecycleId, context.actor), applicationId, added)
    const event = { type: 'application.supplemented', applicationId, documents: added, digest } as const
    try {
      return await desk.tell({ lifecycleId, event, asked: { supplied: { applicationId, added } } }, context)
    } catch (error) {
      // somebody else's supplement came in between
      if (tries < mostTries && isOutrun(error)) return supply(applicationId, added, context, tries + 1)
      throw error
    }
  }

  return {
    submitClosure: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    submitSuspension: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    submitReinstatement: ({ lifecycleId, ...request }, context) => submit(lifecycleId, request, context),
    supplyInformation: ({ applicationId, documents: added }, context) =>
      supply(applicationId, added, context),
    getApplication: async ({ applicationId }, { actor }) => {
      const record = await desk.lifeOf(applicationId, actor)
      const view = await applicationViewOf(record, applicationId, () =>
        desk.runtime.journal(record.lifecycleId, { actor }),
      )
      if (!view) throw new RefusedError({ refusal: 'NOT_FOUND' })
      return view
    },
  }
}
