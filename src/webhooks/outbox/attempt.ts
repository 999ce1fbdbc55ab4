import { asked, askedToWait } from '../../errors/index.ts'
import type { Environment } from '../../runtime/index.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import { signWebhook } from '../sign.ts'
import type { Sent, Transport } from '../transport.ts'
import type { Endpoint } from './options.ts'
import { timeLimit } from './time-limit.ts'

/** What one attempt led to. */
export type Attempted =
  | { kind: 'delivered' }
  | { kind: 'stopped' }
  | {
      kind: 'failed'
      code: string
      /** Milliseconds to wait that the receiver asked for; 0 where it did not. */
      asked: number
      /** The receiver wants nothing more for so long: `asked` is for every delivery to it. */
      isBusy: boolean
      /** The receiver wants nothing more at all. */
      isGone: boolean
    }

export interface AttemptParts {
  endpoint: Endpoint
  transport: Transport
  environment: Environment
  /** Milliseconds that a transport may take. */
  limitMs: number
  onFailure: (error: unknown) => void
}

const failed = (code: string): Attempted => ({ kind: 'failed', code, asked: 0, isBusy: false, isGone: false })

/** A transport of the host's own may say anything: what is no code is told to nobody. */
const codeOf = (code: string): string => (/^[A-Z][A-Z_]{2,40}$/.test(code) ? code : 'TRANSPORT_FAILED')

const judge = (sent: Sent, now: number): Attempted => {
  if (sent.kind === 'failed') return sent.code === 'STOPPED' ? { kind: 'stopped' } : failed(codeOf(sent.code))
  const { status, retryAfter, date } = sent
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const asked = askedToWait({ headers: { 'retry-after': retryAfter, date } }, now)
  const isBusy = status === 429 || status === 503
  return { kind: 'failed', code: `HTTP_${status}`, asked, isBusy, isGone: status === 410 }
}

/** Signs one delivery for this moment and sends it. Never rejects. */
export function createAttempt({ endpoint, transport, environment, limitMs, onFailure }: AttemptParts) {
  const { url, secrets } = endpoint

  const sign = async ({ id, body }: ClaimedDelivery) => {
    const keys = typeof secrets === 'function' ? await asked('secrets', () => secrets()) : secrets
    const timestamp = Math.floor(environment.now() / 1_000)
    return { ...(await signWebhook({ id, timestamp, body }, keys)), 'content-type': 'application/json' }
  }

  /** A transport that never comes back must not keep its place for ever. */
  const send = async (headers: Readonly<Record<string, string>>, body: string, stop: AbortSignal) => {
    const limit = timeLimit(environment, limitMs, stop)
    try {
      const sending = asked('transport', () =>
        transport.send({ url, headers, body }, { signal: limit.signal }),
      )
      const sent = await Promise.race([sending, limit.reached])
      if (sent) return judge(sent, environment.now())
      return stop.aborted ? ({ kind: 'stopped' } as const) : failed('TIMEOUT')
    } finally {
      limit.end()
    }
  }

  return async (delivery: ClaimedDelivery, stop: AbortSignal): Promise<Attempted> => {
    let code = 'SIGNING_FAILED'
    try {
      const headers = await sign(delivery)
      code = 'TRANSPORT_FAILED'
      return await send(headers, delivery.body, stop)
    } catch (error) {
      onFailure(error)
      return failed(code)
    }
  }
}
