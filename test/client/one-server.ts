import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What a server of a test does with one request. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  socket: Socket,
  body: string,
) => unknown

export interface OneServer {
  readonly url: string
  /** As they came: method and path, idempotency key, and the port they came from. */
  readonly seen: { readonly line: string; readonly key: string | undefined; readonly from: number }[]
  /** Connections that are open. */
  readonly open: () => number
  readonly bodies: string[]
  close(): Promise<void>
}

/** A real server whose answers come in order, the last again and again. */
export const serving = async (...answers: readonly Serve[]): Promise<OneServer> => {
  const seen: OneServer['seen'] = []
  const bodies: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(async (request, response) => {
    const { socket, method, url, headers } = request
    seen.push({
      line: `${method} ${url}`,
      key: headers['idempotency-key'] as string | undefined,
      from: socket.remotePort ?? 0,
    })
    const serve = answers[Math.min(seen.length, answers.length) - 1]
    let body = ''
    request.setEncoding('utf8')
    for await (const chunk of request) body += chunk
    bodies.push(body)
    await serve?.(request, response, socket, body)
  })
  // Whoever leaves a connection behind is not helped.
  server.keepAliveTimeout = 600_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    bodies,
    open: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export const answering =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Serve =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
