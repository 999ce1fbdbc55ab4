import type { Operation, OperationName } from '../contract/index.ts'
import { asked, askedNow, quietly } from '../errors/index.ts'
import { readAnswer } from './answer.ts'
import { credentialsIn } from './credentials.ts'
import type { AttemptInfo } from './options.ts'
import type { Outgoing } from './outgoing.ts'
import type { Settings } from './settings.ts'
import type { Ending, Trail } from './trail.ts'
import { isUnreached, isUnsent } from './unsent.ts'

/** The others say nothing of another place: what is not modified (304) was never asked for as such. */
const redirects: ReadonlySet<number> = new Set([300, 301, 302, 303, 305, 307, 308])

/** A log that fails must not fail the call. */
const tell = <Info>(hook: ((info: Info) => void) | undefined, info: Info): void => quietly(hook)(info)

const exchange = async (
  row: Operation,
  { method, url, headers, body }: Outgoing,
  settings: Settings,
  credentials: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Ending> => {
  const request = { method, url, headers: { ...headers, ...credentials }, body, signal }
  const answer = await settings.transport(request)
  if (!redirects.has(answer.status)) return readAnswer(answer, settings, row)
  answer.discard()
  return { kind: 'redirected' }
}

const broken = (cause: unknown, signal: AbortSignal): Ending => {
  if (isUnsent(cause)) return { kind: 'unsent', reason: cause }
  if (isUnreached(cause)) return { kind: 'unreached', cause }
  // Given up by the clock is not lost by the network: it may still be running over there.
  return signal.aborted ? { kind: 'running' } : { kind: 'lost', cause }
}

/** One attempt: signs, sends, reads the whole body; how it ended stands in the trail. Never throws. */
export const attempt = async (
  row: Operation,
  request: Outgoing,
  settings: Settings,
  trail: Trail,
  signal: AbortSignal,
): Promise<void> => {
  const end = trail.begin()
  const operation = row.name as OperationName
  const { idempotencyKey, method, target, headers, body = new Uint8Array() } = request
  const info: AttemptInfo = { operation, method, attempt: trail.attempts, idempotencyKey }

  let given: Readonly<Record<string, string>>
  let credentials: Readonly<Record<string, string>>
  try {
    given = await asked('auth', () => settings.auth.headers({ method, target, headers, body }))
    credentials = askedNow('auth', () => credentialsIn(given))
  } catch (reason) {
    return end({ kind: 'unsent', reason })
  }
  // Signing took longer than the attempt may: nobody waits for the answer any more.
  if (signal.aborted) return
  // As they were given: whoever renews them knows them again.
  trail.credentials = given
  tell(settings.hooks.onAttempt, info)

  end({ kind: 'running' })
  const ending = await exchange(row, request, settings, credentials, signal).catch((cause: unknown) =>
    broken(cause, signal),
  )
  end(ending)
  tell(settings.hooks.onAnswer, { ...info, status: ending.kind === 'answered' ? ending.status : null })
}
