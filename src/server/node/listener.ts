import type { IncomingMessage, ServerResponse } from 'node:http'
import { traceIdOf } from '../headers.ts'
import { languageOf } from '../language.ts'
import { ProblemError } from '../problem-error.ts'
import { problemResponse } from '../respond.ts'
import { isAlreadyRead, requestOf, type Timer } from './incoming.ts'
import { discard, write } from './outgoing.ts'

/** A Fetch handler; `null` drops the connection without an answer, which only a test wants. */
export type Handler = (request: Request) => Promise<Response | null> | Response | null

/** How slowly a body may come. */
export interface NodeListenerOptions {
  /** For all of one body, from its first byte. Kept only with a `timer`. @default 60000 @unit milliseconds */
  readonly bodyTimeout?: number
  /** Ends bodies that come too slowly with 408; without one only the server's own `requestTimeout` does. */
  readonly timer?: Timer
}

/** What node:http calls for each request, and what Express, Connect, Fastify and Nest mount. */
export type NodeListener = (
  message: IncomingMessage,
  target: ServerResponse,
  next?: (error: unknown) => void,
) => Promise<void>

/** One handling of a request. */
interface Turn {
  readonly message: IncomingMessage
  readonly target: ServerResponse
  /** The caller waits for leave to send its body. */
  readonly awaitsContinue: boolean
}

const refusal = (message: IncomingMessage, problem: ProblemError): Response => {
  const { 'accept-language': wanted, traceparent } = message.headers
  const trace = typeof traceparent === 'string' ? { traceparent } : {}
  return problemResponse(problem, {
    traceId: traceIdOf(new Headers(trace)),
    locale: languageOf(wanted ?? null, 'en'),
  })
}

const answered = async (
  handler: Handler,
  { message, target, awaitsContinue }: Turn,
  { bodyTimeout = 60_000, timer }: NodeListenerOptions,
): Promise<Response | null> => {
  const gone = new AbortController()
  target.on('close', () => {
    if (!target.writableFinished) gone.abort()
  })
  const onFirstRead = (): void => {
    if (awaitsContinue) target.writeContinue()
  }
  try {
    return await handler(requestOf(message, gone.signal, { onFirstRead, timeout: bodyTimeout, timer }))
  } catch (error) {
    // The handler answers its own failures; what is left is a request line that is not taken.
    const problem = error instanceof ProblemError ? error : new ProblemError('MALFORMED_REQUEST')
    return refusal(message, problem)
  }
}

/** Handles one request whose body nobody has read. */
export const handle = async (handler: Handler, turn: Turn, options: NodeListenerOptions): Promise<void> => {
  const { message, target, awaitsContinue } = turn
  const response = await answered(handler, turn, options)
  if (!response) {
    message.socket.destroy()
    return
  }
  // Whoever is too slow, or still waits for leave to send, is not listened to any longer.
  if (awaitsContinue || response.status === 408) target.setHeader('connection', 'close')
  else discard(message)
  try {
    await write(target, response)
  } catch {
    // The caller has gone, or the body of the answer broke: what has left cannot be taken back.
    target.destroy()
  }
}

/**
 * A Fetch handler as a listener of node:http, to be mounted in a server of one's own. It reads the body itself, as the exact bytes
 * that were sent: mount it ahead of body parsers. Where one has read the body before, the request ends with
 * BODY_ALREADY_PARSED, which `next` is given where the framework has one.
 *
 * @example createServer(nodeListener(createAcquirerHandler(implementation, { authenticate })))
 * @example app.use('/v1', nodeListener(handler)) // Express, before app.use(express.json())
 */
export const nodeListener =
  (handler: Handler, options: NodeListenerOptions = {}): NodeListener =>
  async (message, target, next) => {
    if (!isAlreadyRead(message)) {
      await handle(handler, { message, target, awaitsContinue: false }, options)
      return
    }
    if (next) {
      next(new TypeError('BODY_ALREADY_PARSED: mount the listener ahead of body parsers'))
      return
    }
    await write(target, refusal(message, new ProblemError('BODY_ALREADY_PARSED')))
  }
