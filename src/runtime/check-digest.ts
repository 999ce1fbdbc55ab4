import { supplemented } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { type LifecycleEvent, requestDigest } from '../schemas/index.ts'
import { invalidInput } from './door.ts'

/** What the event's digest has to be; nothing: it has none, or the machine refuses the event for another reason. */
async function digestFor(
  event: LifecycleEvent,
  { context: { application } }: LifecycleRecord,
): Promise<string | undefined> {
  switch (event.type) {
    case 'closure.requested':
    case 'suspension.requested':
    case 'reinstatement.requested':
      return requestDigest(event.request, event.documents)
    case 'application.supplemented': {
      // filed under format 1: what was asked for was hashed and dropped, nobody can make its digest any more
      if (!application?.request || application.applicationId !== event.applicationId) return undefined
      return requestDigest(application.request, supplemented(application.documents, event.documents))
    }
    default:
      return undefined
  }
}

/**
 * A decision will be bound to this digest: it must be that of what is filed, or somebody approves what nobody has read.
 *
 * @throws InvalidInputError with DIGEST_MISMATCH.
 */
export async function checkDigest(event: LifecycleEvent, record: LifecycleRecord): Promise<void> {
  const digest = await digestFor(event, record)
  const given = (event as { digest?: string }).digest
  if (digest !== undefined && digest !== given) throw invalidInput('/event/digest', 'DIGEST_MISMATCH')
}
