import { RefusedError } from '../errors/index.ts'
import type { Outcome } from '../runtime/index.ts'
import type { Implementation } from '../server/index.ts'
import type { Desk } from './desk.ts'
import { documentIdOf, ownerOf } from './documents/ids.ts'
import type { Documents } from './documents.ts'

type Outcomes = Required<Pick<Implementation<'portal'>, 'getOutcome'>>
type View = Awaited<ReturnType<Outcomes['getOutcome']>>

const viewOf = (idempotencyKey: string, outcome: Outcome): View => {
  if (outcome.accepted) return { idempotencyKey, status: 'accepted', version: outcome.version }
  const { code, blockers } = outcome
  const isForbidden = blockers.some((blocker) => blocker.code === 'ROLE_NOT_ALLOWED')
  return { idempotencyKey, status: 'refused', code: isForbidden ? 'ROLE_NOT_ALLOWED' : code, blockers }
}

/** For whoever sent a write and does not know whether it arrived. */
export const outcomesSide = (desk: Desk, documents: Documents, now: () => string): Outcomes => ({
  getOutcome: async ({ idempotencyKey, lifecycleId, applicationId }, { actor }) => {
    if (lifecycleId === undefined && applicationId === undefined) {
      const documentId = await documentIdOf(ownerOf(actor), idempotencyKey)
      const announced = await documents.state(documentId, now())
      if (announced) return { idempotencyKey, status: 'accepted', documentId }
      throw new RefusedError({ refusal: 'NOT_FOUND' })
    }
    const life = lifecycleId ?? (await desk.lifeOf(applicationId ?? '', actor)).lifecycleId
    const outcome = await desk.runtime.answered(life, idempotencyKey, { actor })
    if (outcome === undefined) throw new RefusedError({ refusal: 'NOT_FOUND' })
    return viewOf(idempotencyKey, outcome)
  },
})
