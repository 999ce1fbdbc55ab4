import { supplemented } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { type LifecycleEvent, requestDigest } from '../../src/schemas/index.ts'

async function digestFor(event: LifecycleEvent, record: LifecycleRecord | undefined) {
  const application = record?.context.application
  if ('request' in event) return requestDigest(event.request, event.documents)
  if (event.type !== 'application.supplemented' || !application?.request) return undefined
  return requestDigest(application.request, supplemented(application.documents, event.documents))
}

/**
 * Samples bear a word for a digest; a runtime wants the one of what is filed. A review that names the word afterwards means
 * what was filed under it.
 */
export function signing() {
  const realOf = new Map<string, string>()
  return async (event: LifecycleEvent, record?: LifecycleRecord): Promise<LifecycleEvent> => {
    if (!('digest' in event)) return event
    const { digest: word } = event
    const real = await digestFor(event, record)
    if (real !== undefined) realOf.set(word, real)
    return { ...event, digest: realOf.get(word) ?? word }
  }
}

/** One event that bears its real digest. */
export const signed = (event: LifecycleEvent, record?: LifecycleRecord): Promise<LifecycleEvent> =>
  signing()(event, record)
