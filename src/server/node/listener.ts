import type { IncomingMessage, ServerResponse } from 'node:http'
import process from 'node:process'
import {
  type AnyTerminalLifecycleError,
  checkNumber,
  checkOptions,
  longestTimer,
  type OptionRule,
  type OptionRules,
} from '../../errors/index.ts'
import { askHost, type OnError } from '../failures.ts'
import { traceIdOf } from '../headers.ts'
import { languageOf } from '../language.ts'
import { ProblemError } from '../problem-error.ts'
import { problemFor } from '../problem-for.ts'
import { problemResponse } from '../respond.ts'
import { isAlreadyRead, requestOf, type Timer } from './incoming.ts'
import { discard, write } from './outgoing.ts'

/** A Fetch handler; `null` drops the connection without an answer, which only a test wants. */
export type Handler = (request: Request) => Promise<Response | null> | Response | null

/** How slowly a body may come, and who hears of a handler that throws. */
export interface NodeListenerOptions {
  /**
   * Told of what a handler throws that is neither a refusal nor bad input; the caller only learns the trace id. A handler of this
   * library answers its own failures and tells its own `onError`. @default a warning of the process that says where, and nothing of what was thrown
   */
  readonly onError?: OnError
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

/** A failure that nobody asks about is still seen. */
const warn: OnError = (error, { traceId }) => {
  // Whatever a handler throws is one of ours by then.
  const own = error as AnyTerminalLifecycleError
  const where = own.code === 'PLUGGED_IN_FAILED' ? own.frames : []
  process.emitWarning(`${own.message} Trace id: ${traceId}`, { detail: where.join('\n') })
}

const answered = async (
  handler: Handler,
  { message, target, awaitsContinue }: Turn,
  { bodyTimeout = 60_000, timer, onError = warn }: NodeListenerOptions,
): Promise<Response | null> => {
  const gone = new AbortController()
  target.on('close', () => {
    if (!target.writableFinished) gone.abort()
  })
  const onFirstRead = (): void => {
    if (awaitsContinue) target.writeContinue()
  }
  let request: Request
  try {
    request = requestOf(message, gone.signal, { onFirstRead, timeout: bodyTimeout, timer })
  } catch (error) {
    // A request line that is not taken, or a method that Fetch does not know.
    return refusal(message, error instanceof ProblemError ? error : new ProblemError('MALFORMED_REQUEST'))
  }
  try {
    return await askHost('implementation', gone.signal, () => handler(request))
  } catch (error) {
    return problemFor(error, request, { onError })
  }
}

const rules = {
  onError: 'function?',
  bodyTimeout: 'any?',
  timer: '.sleep?',
} as const satisfies OptionRules<NodeListenerOptions>

/**
 * @param more rules of whoever takes more options.
 * @throws InvalidInputError for what is no handler, no such option, or a `bodyTimeout` that is no time.
 */
export const checkListener = (
  handler: Handler,
  options: NodeListenerOptions,
  more: Readonly<Record<string, OptionRule>> = {},
): void => {
  checkOptions({ handler }, { handler: 'function' })
  checkOptions(options, { ...rules, ...more })
  checkNumber('/bodyTimeout', options.bodyTimeout, { least: 1, most: longestTimer })
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
  await write(target, response)
}

/**
 * A Fetch handler as a listener of node:http, to be mounted in a server of one's own. It reads the body itself, as the exact bytes
 * that were sent: mount it ahead of body parsers. Where one has read the body before, the request ends with
 * BODY_ALREADY_PARSED, which `next` is given where the framework has one.
 *
 * @throws InvalidInputError for a `bodyTimeout` that is no time.
 * @example createServer(nodeListener(createAcquirerHandler(implementation, { authenticate })))
 * @example app.use('/v1', nodeListener(handler)) // Express, before app.use(express.json())
 */
export const nodeListener = (handler: Handler, options: NodeListenerOptions = {}): NodeListener => {
  checkListener(handler, options)
  return async (message, target, next) => {
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
}
