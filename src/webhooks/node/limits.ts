import type { Environment } from '../../runtime/index.ts'
import type { TransportFailure } from '../transport.ts'

/** For the name, the connection and its encryption together. */
const connectMs = 5_000
const totalMs = 15_000

/** How long one attempt may take. */
export interface SendingLimits {
  /** Aborted when time is over or somebody stopped it; its reason is a `TransportFailure`. */
  giveUp: AbortSignal
  /** To be told when there is a connection: from then on only the whole has a limit. */
  connected(): void
  /** Gives timers and listeners back; to be called in any case. */
  end(): void
}

export const sendingLimits = (environment: Pick<Environment, 'sleep'>, stop: AbortSignal): SendingLimits => {
  const controller = new AbortController()
  const after = (milliseconds: number, code: TransportFailure): AbortController => {
    const over = new AbortController()
    void environment.sleep(milliseconds, over.signal).then(() => {
      if (!over.signal.aborted) controller.abort(code)
    })
    return over
  }
  const stopped = () => controller.abort('STOPPED' satisfies TransportFailure)
  if (stop.aborted) stopped()
  stop.addEventListener('abort', stopped, { once: true })
  const connecting = after(connectMs, 'CONNECT_TIMEOUT')
  const total = after(totalMs, 'TIMEOUT')
  return {
    giveUp: controller.signal,
    connected: () => connecting.abort(),
    end() {
      connecting.abort()
      total.abort()
      stop.removeEventListener('abort', stopped)
    },
  }
}

/** Why an attempt was given up, once it was. */
export const reasonOf = (giveUp: AbortSignal): Promise<TransportFailure> =>
  new Promise((resolve) => {
    const tell = () => resolve(giveUp.reason)
    if (giveUp.aborted) tell()
    else giveUp.addEventListener('abort', tell, { once: true })
  })
