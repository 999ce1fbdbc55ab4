import type { ApplicationView, ClientOf, Contract, PollOptions, Polls } from '../contract/index.ts'
import { InvalidInputError, isTerminalLifecycleError } from '../errors/index.ts'
import type { ClientEnvironment } from './environment.ts'
import { pause } from './within.ts'

const usual = { every: 30_000, timeout: 600_000 }
/** Timers of every host fire at once beyond it. */
const longestTimer = 2_147_483_647

/** How long the other side wants to be left alone, in milliseconds; nothing: asking again is of no use. */
const waitAfter = (error: unknown): number | undefined => {
  if (!isTerminalLifecycleError(error)) return undefined
  if (error.code === 'CONNECTION_FAILED' || error.code === 'REQUEST_TIMEOUT') return 0
  if (error.code !== 'HTTP_ERROR' || (error.status !== 429 && error.status < 500)) return undefined
  return (error.retryAfter ?? 0) * 1000
}

const checked = ({ every = usual.every, timeout = usual.timeout, ...rest }: PollOptions) => {
  const issues = Object.entries({ every, timeout }).flatMap(([name, value]) =>
    Number.isInteger(value) && value >= 1 && value <= longestTimer
      ? []
      : [{ path: `/${name}`, code: 'NOT_ALLOWED_VALUE' }],
  )
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return { every, timeout, ...rest }
}

/** Looks again until the application has left review, or nobody waits any longer. */
export const polling =
  (
    client: Pick<ClientOf<Contract>, 'getApplication'>,
    environment: ClientEnvironment,
  ): Polls['pollApplication'] =>
  async (input, given = {}) => {
    const { every, timeout, ...options } = checked(given)
    const end = environment.elapsed() + timeout
    const look = async (): Promise<{ seen?: ApplicationView; wait: number; error?: unknown }> => {
      try {
        return { seen: await client.getApplication(input, options), wait: every }
      } catch (error) {
        const wait = waitAfter(error)
        options.signal?.throwIfAborted()
        if (wait === undefined) throw error
        return { wait: Math.max(every, wait), error }
      }
    }
    for (;;) {
      const { seen, wait, error } = await look()
      const isLast = environment.elapsed() + wait > end
      if (seen && (seen.status !== 'underReview' || isLast)) return seen
      // nobody waits for an answer that will come too late
      if (isLast) throw error
      options.signal?.throwIfAborted()
      await pause(wait, environment, options.signal)
      options.signal?.throwIfAborted()
    }
  }
