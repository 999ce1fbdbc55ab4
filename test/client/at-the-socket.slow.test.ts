import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { type Carrier, carriers, closeTransports } from './carriers.ts'
import { caught, revokeKeys, terminalRef } from './kit.ts'

let server: Server | undefined
afterEach(() => {
  closeTransports()
  server?.closeAllConnections()
  server?.close()
})

type Fail = (request: IncomingMessage, response: ServerResponse, socket: Socket) => void

/** Requests that reached the server, whoever repeated them: this client, its transport or the platform below. */
const failing = async (fail: Fail, way: Carrier) => {
  const seen = { requests: 0 }
  server = createServer((request, response) => {
    seen.requests += 1
    request.resume()
    fail(request, response, request.socket)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = createAcquirerClient({
    baseUrl: `http://127.0.0.1:${port}/v1`,
    auth: bearer('t'),
    retry: { delay: 1, throttledDelay: 1 },
    timeout: { attempt: 2_000, total: 5_000 },
    concurrency: 20,
    ...carriers[way](),
  })
  return { client, seen }
}

const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Fail =>
  (_, response) => {
    response.writeHead(status, headers).end(body)
  }

const ways: Readonly<Record<string, Fail>> = {
  'answers 500': answer(500),
  'answers 503 and asks to come back at once': answer(503, { 'retry-after': '0' }),
  'answers 429': answer(429),
  'answers 401': answer(401),
  redirects: answer(307, { location: '/v1/elsewhere' }),
  'answers a page': answer(200, { 'content-type': 'text/html' }, '<html></html>'),
  'resets each connection': (_, __, socket) => socket.resetAndDestroy(),
  'ends each connection without a word': (_, __, socket) => socket.end(),
  'breaks off within the headers': (_, __, socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'),
  'breaks off within the body': (_, response, socket) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('{"sta', () => socket.destroy())
  },
}

/** The others need no longer run to show the same. */
const longRun = ['answers 500', 'answers 401', 'resets each connection']

describe.each(Object.entries(ways))('a server that %s', (way, fail) => {
  it.each(Object.keys(carriers) as Carrier[])(
    'sees at most a tenth more requests than there are calls, made %s',
    async (carrier) => {
      const calls = longRun.includes(way) ? 2_000 : 600
      const { client, seen } = await failing(fail, carrier)
      const outcomes = new Set<unknown>()
      for (let call = 0; call < calls; call += 20) {
        const works = Array.from({ length: 20 }, (__, place) =>
          place % 2 === 0 ? client.readStatus({ terminalRef }) : client.revokeKeys(revokeKeys),
        )
        for (const error of await Promise.all(works.map(caught)))
          outcomes.add((error as { code: unknown }).code)
      }
      expect(seen.requests).toBeGreaterThanOrEqual(calls)
      expect(seen.requests).toBeLessThanOrEqual(1.1 * calls)
      expect(outcomes).not.toContain(undefined)
    },
  )
})
