import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { checkNumber, longestTimer, type OptionRules } from '../errors/index.ts'
import { checkListener, type Handler, handle, type NodeListenerOptions } from './node/listener.ts'

export type { Timer } from './node/incoming.ts'
export { type Handler, type NodeListener, type NodeListenerOptions, nodeListener } from './node/listener.ts'

/** Address and time limits of a server. */
export interface ListenOptions extends NodeListenerOptions {
  /** 0 takes a free one. @default 0 */
  readonly port?: number
  /** Only this machine, unless another address is given. @default '127.0.0.1' */
  readonly host?: string
  /** How long all headers of a request may take, no longer than all of it. @default 10000, or `requestTimeout` where that is less @unit milliseconds */
  readonly headersTimeout?: number
  /** How long a whole request may take to arrive, its body included. @default 120000 @unit milliseconds */
  readonly requestTimeout?: number
}

/** A server that answers, until it is closed. */
export interface Listening {
  readonly port: number
  /** `http://127.0.0.1:8080`, without a slash. */
  readonly url: string
  /**
   * Stops listening and ends open connections: at once, or with `until` each as soon as its request is answered, and what is
   * left when the signal aborts.
   *
   * @example await server.close({ until: AbortSignal.timeout(10_000) })
   */
  close(options?: { readonly until?: AbortSignal | undefined }): Promise<void>
}

const rules = {
  port: 'any?',
  host: 'string?',
  headersTimeout: 'any?',
  requestTimeout: 'any?',
} satisfies OptionRules<Omit<ListenOptions, keyof NodeListenerOptions>>

/** How often the server looks for requests that take too long. */
const shortestLook = 1_000

/** Node says of some of them what it thinks, in errors of its own, and of others nothing. */
const timesOf = (options: ListenOptions) => {
  const { requestTimeout = 120_000 } = options
  checkNumber('/requestTimeout', requestTimeout, { least: 1, most: longestTimer })
  const { headersTimeout = Math.min(10_000, requestTimeout) } = options
  checkNumber('/headersTimeout', headersTimeout, { least: 1, most: requestTimeout })
  return { headersTimeout, requestTimeout }
}

const serverOf = (handler: Handler, options: ListenOptions): Server => {
  const { headersTimeout, requestTimeout } = timesOf(options)
  const answer = (awaitsContinue: boolean) => (message: IncomingMessage, target: ServerResponse) => {
    void handle(handler, { message, target, awaitsContinue }, options)
  }
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(shortestLook, headersTimeout, requestTimeout),
      maxHeaderSize: 16 * 1024,
    },
    answer(false),
  )
  // The server would drop what is beyond a number of its own, and say nothing.
  server.maxHeadersCount = 0
  // Who asks before sending a body is told to go on when somebody reads it.
  server.on('checkContinue', answer(true))
  return server
}

/**
 * Serves a Fetch handler over node:http.
 *
 * @throws InvalidInputError for a port or a time that is none.
 * @throws whatever the operating system says of the address, such as EADDRINUSE.
 * @example const server = await listen(createAcquirerHandler(implementation, { authenticate }), { port: 8080 })
 */
export const listen = async (handler: Handler, options: ListenOptions = {}): Promise<Listening> => {
  checkListener(handler, options, rules)
  const { port = 0, host = '127.0.0.1' } = options
  checkNumber('/port', port, { least: 0, most: 65_535 })
  const server = serverOf(handler, options)
  let isEnding = false
  // A connection that is kept alive ends with the answer that it waits for.
  server.prependListener('request', (_, target) => {
    target.once('close', () => {
      if (isEnding) server.closeIdleConnections()
    })
  })
  const close: Listening['close'] = ({ until } = {}) =>
    new Promise((resolve) => {
      const endAll = (): void => server.closeAllConnections()
      server.close(() => {
        until?.removeEventListener('abort', endAll)
        resolve()
      })
      if (!until || until.aborted) return endAll()
      until.addEventListener('abort', endAll, { once: true })
      isEnding = true
    })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({ port: bound, url: `http://${host}:${bound}`, close })
    })
  })
}
