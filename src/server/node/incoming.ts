import type { IncomingMessage } from 'node:http'
import { ProblemError } from '../problem-error.ts'
import { isPlainTarget } from '../target.ts'

/** Ends a wait. Resolves after so many milliseconds, or at once when the signal aborts; it never rejects. */
export interface Timer {
  /** Resolves after so many milliseconds, rejects when the signal is aborted before. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export interface BodyOptions {
  /** Called before the first byte is asked for. */
  readonly onFirstRead: () => void
  /** For all of a body, in milliseconds, from the first byte that is asked for. */
  readonly timeout: number
  /** Without one only the server's own limit ends a body that comes too slowly. */
  readonly timer: Timer | undefined
}

/** Nothing is taken off the connection until somebody reads. */
const streamOf = (
  message: IncomingMessage,
  { onFirstRead, timeout, timer }: BodyOptions,
): ReadableStream<Uint8Array> => {
  // Going away early must not break the connection: the answer still has to leave.
  const chunks = message.iterator({ destroyOnReturn: false })
  const ended = new AbortController()
  let begun = false
  const begin = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    begun = true
    onFirstRead()
    // A stream that has ended by then takes no error any more.
    void timer?.sleep(timeout, ended.signal).then(() => controller.error(new ProblemError('BODY_TOO_SLOW')))
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (!begun) begin(controller)
        try {
          const { done, value } = await chunks.next()
          if (!done) return controller.enqueue(value)
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        ended.abort()
      },
      cancel: async () => {
        ended.abort()
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

const headersOf = ({ rawHeaders }: IncomingMessage): Headers => {
  const headers = new Headers()
  for (let place = 0; place < rawHeaders.length; place += 2) {
    // Node writes them as pairs.
    headers.append(...(rawHeaders.slice(place, place + 2) as [string, string]))
  }
  return headers
}

const hostForm = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/** Frameworks that take a prefix off the path keep the whole one here. */
const targetOf = (message: IncomingMessage): string => {
  const { originalUrl } = message as { originalUrl?: unknown }
  return typeof originalUrl === 'string' ? originalUrl : (message.url ?? '')
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Did something read the body before? Then its bytes are gone for good. */
export const isAlreadyRead = (message: IncomingMessage): boolean =>
  hasBody(message) && (message.readableDidRead || message.readableEnded)

/**
 * The same request for a Fetch handler; its host is a name of our own, because the caller's is the caller's to write.
 *
 * @throws ProblemError 400 for a request line or a host that others may read differently.
 */
export const requestOf = (message: IncomingMessage, signal: AbortSignal, options: BodyOptions): Request => {
  // Only an answer has none.
  const method = message.method as string
  const headers = headersOf(message)
  const target = targetOf(message)
  // Two of them are joined to one of no form.
  if (!isPlainTarget(target) || !hostForm.test(headers.get('host') ?? 'localhost'))
    throw new ProblemError('MALFORMED_REQUEST')
  const takesBody = method !== 'GET' && method !== 'HEAD' && hasBody(message)
  return new Request(`http://localhost${target}`, {
    method,
    headers,
    signal,
    ...(takesBody && { body: streamOf(message, options), duplex: 'half' }),
  })
}
