import ky from 'ky'
import type { Operation } from '../contract/index.ts'
import { attempting } from './attempt.ts'
import type { Outgoing } from './outgoing.ts'
import { retryOptions } from './retry.ts'
import type { Settings } from './settings.ts'
import { Trail } from './trail.ts'

/** Sends a request, again where that is safe and worth it, and tells what happened; never throws. */
export const send = async (
  row: Operation,
  request: Outgoing,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Trail> => {
  const trail = new Trail()
  const { attempt, total, upload } = settings.timeout
  const transport = attempting(row, request, settings, trail)
  try {
    await ky(request.url, {
      method: row.method,
      fetch: (timed) => transport(timed as Request),
      retry: retryOptions(trail, settings),
      timeout: row.media ? upload : attempt,
      totalTimeout: row.media ? upload : total,
      ...(signal && { signal }),
    })
    settings.budget.earn()
  } catch {
    // The transport's error holds headers and body; the trail knows all that may be told.
  }
  return trail
}
