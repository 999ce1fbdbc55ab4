import type { KyInstance } from 'ky'
import { readBody } from '../contract/index.ts'
import type { Fetch } from './options.ts'
import type { Transport } from './transport.ts'

/** Somebody else's `fetch` may give what is no answer. */
const checked = (response: Response): Response => {
  if (typeof response?.status === 'number' && typeof response.headers?.get === 'function') return response
  throw new TypeError('No answer')
}

/** What a browser hides of a redirect that is not followed is only that. */
const statusOf = ({ type, status }: Response): number => (type === 'opaqueredirect' ? 302 : status)

/** Requests by a `fetch`. */
export const overFetch =
  (fetch: Fetch): Transport =>
  async ({ url, method, headers, body, signal }) => {
    const init: RequestInit = { method, headers, ...(body && { body }), redirect: 'manual', signal }
    const response = checked(await fetch(url, init))
    return {
      status: statusOf(response),
      headers: response.headers,
      bytes: (longest) => readBody(response, longest),
      discard: () => {
        response.body?.cancel().catch(() => {})
      },
    }
  }

/** Each attempt is one call of the instance, with its hooks and headers; when to repeat and when to give up the client judges. */
export const throughKy =
  (instance: KyInstance): Fetch =>
  (url, init) =>
    instance(url, {
      ...init,
      retry: 0,
      timeout: false,
      totalTimeout: false,
      throwHttpErrors: false,
      prefix: '',
    })

/**
 * Finds out, before anything leaves, whether the platform takes our signals; those of a page that is simulated by jsdom it does not.
 * Once that it does, nobody asks again.
 *
 * @returns a function that throws what the platform says against it.
 */
export const platformCheck = (): (() => void) => {
  let isFine = false
  return () => {
    if (isFine) return
    new Request('https://localhost/', { signal: new AbortController().signal })
    isFine = true
  }
}
