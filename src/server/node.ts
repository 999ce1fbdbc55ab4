import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'

/** A Fetch handler; `null` drops the connection without an answer, which only a test wants. */
export type Handler = (request: Request) => Promise<Response | null>

export interface ListenOptions {
  /** 0 takes a free one. @default 0 */
  readonly port?: number
  /** Only this machine, unless another address is given. @default '127.0.0.1' */
  readonly host?: string
}

export interface Listening {
  readonly port: number
  /** `http://127.0.0.1:8080`, without a slash. */
  readonly url: string
  /** Stops listening and ends open connections. */
  close(): Promise<void>
}

const headersOf = (message: IncomingMessage): Headers => {
  const headers = new Headers()
  for (let place = 0; place + 1 < message.rawHeaders.length; place += 2) {
    headers.append(message.rawHeaders[place] ?? '', message.rawHeaders[place + 1] ?? '')
  }
  return headers
}

const requestOf = (message: IncomingMessage, signal: AbortSignal): Request => {
  const method = message.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  // The host header is the caller's to write; nothing here depends on it.
  return new Request(new URL(message.url ?? '/', 'http://localhost'), {
    method,
    headers: headersOf(message),
    signal,
    ...(hasBody && { body: Readable.toWeb(message) as ReadableStream<Uint8Array>, duplex: 'half' }),
  })
}

const write = async (target: ServerResponse, response: Response): Promise<void> => {
  target.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) {
    target.end()
    return
  }
  for await (const chunk of Readable.fromWeb(response.body as NodeStream)) target.write(chunk)
  target.end()
}

const answer = async (handler: Handler, message: IncomingMessage, target: ServerResponse): Promise<void> => {
  const gone = new AbortController()
  target.on('close', () => gone.abort())
  try {
    const response = await handler(requestOf(message, gone.signal))
    if (!response) {
      message.socket.destroy()
      return
    }
    await write(target, response)
  } catch {
    // The handler answers its own failures; what is left is a broken request line or connection.
    if (target.headersSent) target.destroy()
    else target.writeHead(400).end()
  }
}

/**
 * Serves a Fetch handler over node:http.
 *
 * @throws whatever the operating system says of the address, such as EADDRINUSE.
 * @example const server = await listen(createAcquirerHandler(implementation, { authenticate }), { port: 8080 })
 */
export const listen = (
  handler: Handler,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Listening> => {
  const server = createServer((message, target) => {
    void answer(handler, message, target)
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
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
