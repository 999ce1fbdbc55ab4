import type { Operation, OperationName } from '../contract/index.ts'
import { asked, quietly } from '../errors/index.ts'
import { readAnswer } from './answer.ts'
import type { AttemptInfo } from './options.ts'
import type { Outgoing } from './outgoing.ts'
import type { Settings } from './settings.ts'
import type { Ending, Trail } from './trail.ts'

/** Ends an attempt for the transport; what happened stands in the trail. */
class AttemptEnded extends Error {}

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400)

/** A `fetch` of somebody else's may throw at once, or give what is no answer. */
const fetched = async (fetch: () => Promise<Response>): Promise<Response> => {
  const response = await fetch()
  if (typeof response?.status === 'number' && typeof response.headers?.get === 'function') return response
  throw new TypeError('No answer')
}

/** A log that fails must not fail the call. */
const tell = <Info>(hook: ((info: Info) => void) | undefined, info: Info): void => quietly(hook)(info)

const discard = ({ body }: Response): void => {
  body?.cancel().catch(() => {})
}

/**
 * One attempt as the `fetch` of the transport: signs, sends, reads the whole body within the attempt's time, and hands
 * the transport nothing but the status.
 *
 * @throws AttemptEnded whenever there is no status to hand over.
 */
export const attempting =
  (row: Operation, request: Outgoing, settings: Settings, trail: Trail) =>
  async (timed: Request): Promise<Response> => {
    const end = trail.begin()
    const operation = row.name as OperationName
    const { idempotencyKey, method, url, body } = request
    const info: AttemptInfo = { operation, method, attempt: trail.attempts, idempotencyKey }
    const fail = (ending: Ending): never => {
      end(ending)
      if (ending.kind !== 'unsent') tell(settings.hooks.onAnswer, { ...info, status: null })
      throw new AttemptEnded()
    }

    // Given up by the clock is not lost by the network: it may still be running over there.
    const lost = (cause: unknown): Ending =>
      timed.signal.aborted ? { kind: 'running' } : { kind: 'lost', cause }

    const { pathname, search } = new URL(url)
    const toSign = {
      method,
      target: pathname + search,
      headers: request.headers,
      body: body ?? new Uint8Array(),
    }
    const auth = await asked('auth', () => settings.auth.headers(toSign)).catch((reason: unknown) =>
      fail({ kind: 'unsent', reason }),
    )
    // Signing took longer than the attempt may: nobody waits for the answer any more.
    if (timed.signal.aborted) throw new AttemptEnded()
    trail.credentials = auth
    tell(settings.hooks.onAttempt, info)

    end({ kind: 'running' })
    const init: RequestInit = {
      method,
      headers: { ...request.headers, ...auth },
      ...(body && { body }),
      redirect: 'manual',
      signal: timed.signal,
    }
    const response = await fetched(() => settings.fetch(url, init)).catch((cause: unknown) =>
      fail(lost(cause)),
    )
    if (isRedirect(response)) {
      discard(response)
      return fail({ kind: 'redirected' })
    }
    const answer = await readAnswer(response, settings, row).catch((cause: unknown) => fail(lost(cause)))
    end(answer)
    tell(settings.hooks.onAnswer, { ...info, status: answer.status })
    // The transport can say only what a status is; anything else has been judged already.
    const isTold = answer.status >= 200 && answer.status <= 599
    return new Response(null, { status: isTold ? answer.status : 502 })
  }
