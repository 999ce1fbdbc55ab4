import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { onTestFinished } from 'vitest'
import { certificateFor } from './certificate.ts'

/** The name under which receivers of the tests are called; nobody resolves it. */
export const host = 'hooks.example.com'

export interface Arrived {
  method: string | undefined
  path: string | undefined
  headers: IncomingMessage['headers']
  /** The name asked for in the handshake. */
  servername: unknown
  body: string
}

const listening = (server: Server, address: string, port: number): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })

/** A real server on this machine, with a certificate of its own; it is gone when the test is. */
export async function receiver(
  answer: (response: ServerResponse, arrived: Arrived) => void = (response) => response.writeHead(204).end(),
  { address = '127.0.0.1', port = 0, ...options }: ServerOptions & { address?: string; port?: number } = {},
) {
  const certificate = certificateFor(host)
  const arrivals: Arrived[] = []
  let connections = 0
  const server = createServer({ ...certificate, ...options }, (request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url: path, headers } = request
      const { servername } = request.socket as TLSSocket & { servername?: unknown }
      const arrived = { method, path, headers, servername, body: Buffer.concat(chunks).toString() }
      arrivals.push(arrived)
      answer(response, arrived)
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  server.on('tlsClientError', () => undefined)
  const bound = await listening(server, address, port)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    port: bound,
    url: `https://${host}:${bound}/hooks?a=1`,
    ca: certificate.cert,
    arrivals,
    get connections() {
      return connections
    },
  }
}
