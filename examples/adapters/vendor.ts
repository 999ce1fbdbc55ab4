// One request to a vendor's API. What it answers becomes data, a refusal for good, or an error of the library that is safe to log
// whole: the key, the bodies and the vendor's own sentences stay out of it.
import {
  askedToWait,
  ConnectionError,
  HttpError,
  OutcomeUnknownError,
  ProtocolError,
  RefusedError,
  type TerminalLifecycleError,
} from 'terminal-lifecycle/errors'
import type { Call } from 'terminal-lifecycle/schemas'
import type * as z from 'zod'

export interface Vendor {
  readonly baseUrl: string
  /** Says who asks; goes to the vendor and nowhere else. */
  readonly headers: Readonly<Record<string, string>>
  /** The code of a problem in an error's body. */
  readonly codeOf: (body: unknown) => unknown
  readonly fetch?: typeof fetch | undefined
}

export interface Request<T> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object
  /** What the answer must look like; left out: its body is not read. */
  readonly answer?: z.ZodType<T>
}

/** A change that is no tomorrow either. A question that is refused is not the order: an earlier attempt may have carried it out. */
const isForGood = (method: string, status: number): boolean =>
  method !== 'GET' && [400, 404, 409, 410, 422].includes(status)

/** `undefined`: it was no JSON. */
const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined)

export const vendor =
  ({ baseUrl, headers, codeOf, fetch: send = fetch }: Vendor) =>
  async <T>(call: Call, { method, path, body, answer }: Request<T>): Promise<T> => {
    const request = { method, url: `${baseUrl}${path}` }
    /** A read has changed nothing; of a write that has left nobody knows. Either way it is asked again, and a write is read first. */
    const unclear = (cause: TerminalLifecycleError, retryAfter: number | null = null) =>
      method === 'GET'
        ? cause
        : new OutcomeUnknownError({ request, idempotencyKey: call.idempotencyKey, cause, retryAfter })

    const response = await send(request.url, {
      ...{ method, signal: call.signal, redirect: 'error' },
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw unclear(new ConnectionError({ request, cause }))
    })

    const { status } = response
    const found = answer || !response.ok ? await bodyOf(response) : undefined
    if (!response.ok) {
      const code = String(codeOf(found) ?? 'NO_CODE')
      if (isForGood(method, status)) throw new RefusedError({ refusal: `HTTP_${status}`, reason: code })
      const retryAfter = askedToWait(response, Date.now()) / 1000 || null
      const error = new HttpError({ request, status, problem: { code }, retryAfter })
      throw status >= 500 ? unclear(error, retryAfter) : error
    }
    if (!answer) {
      await response.body?.cancel()
      return undefined as T
    }
    const read = answer.safeParse(found)
    if (read.success) return read.data
    const issues = read.error.issues.map((issue) => ({
      path: `/${issue.path.join('/')}`,
      code: 'NOT_UNDERSTOOD',
    }))
    throw unclear(new ProtocolError({ request, issues }))
  }

/** Does the vendor say that there is no such thing? */
export const isNotFound = (error: unknown): boolean =>
  error instanceof RefusedError && error.refusal === 'HTTP_404'
