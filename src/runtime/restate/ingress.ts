import { InvalidInputError, OutcomeUnknownError, StoreError } from '../../errors/index.ts'
import { errorFrom } from './failures.ts'
import { usualName } from './usual-name.ts'

/** Where Restate takes calls in. */
export interface IngressOptions {
  /** As `http://127.0.0.1:8080`. Whoever reaches it may say who they are: it belongs into no network but your own. */
  url: string
  /** Of the object; `TerminalLifecycle` when left out. */
  name?: string | undefined
  /** For a proxy that asks for it. */
  headers?: Readonly<Record<string, string>> | undefined
  /** The platform's own when left out. */
  fetch?: typeof globalThis.fetch | undefined
}

/** One handler of one life. */
export interface Asked {
  lifecycleId: string
  handler: string
  message: object
  /** By it a repeat is known. */
  commandId?: string | undefined
  /** Only accept it; what comes of it is nobody's business here. */
  oneWay?: boolean | undefined
}

/** @throws InvalidInputError where there is no such address. */
export function createIngress({ url, name = usualName, headers, fetch = globalThis.fetch }: IngressOptions) {
  if (!URL.canParse(url)) throw new InvalidInputError({ issues: [{ path: '/url', code: 'INVALID_FORMAT' }] })
  const base = url.replace(/\/+$/, '')

  return async ({ lifecycleId, handler, message, commandId, oneWay }: Asked): Promise<unknown> => {
    const address = `${base}/${name}/${encodeURIComponent(lifecycleId)}/${handler}${oneWay ? '/send' : ''}`
    const request = { method: 'POST', url: address }
    let response: Response
    let text: string
    try {
      response = await fetch(address, {
        ...{ method: 'POST', body: JSON.stringify(message) },
        headers: { 'content-type': 'application/json', ...headers },
      })
      text = await response.text()
    } catch {
      const idempotencyKey = commandId ?? `settle:${lifecycleId}`
      throw new OutcomeUnknownError({ request, idempotencyKey, operation: handler, lifecycleId })
    }
    const body = text === '' ? undefined : (JSON.parse(text) as { metadata?: { error?: string } })
    if (response.ok) return body
    const told = body?.metadata?.error
    throw (told && errorFrom(JSON.parse(told))) || new StoreError('unavailable', codeOf(response.status))
  }
}

const codeOf = (status: number) => ({ name: 'Restate', code: `HTTP_${status}` })
