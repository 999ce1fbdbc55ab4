import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type AcquirerClientOptions,
  type AttemptInfo,
  bearer,
  createAcquirerClient,
} from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { type Carrier, carriers, closeTransports } from './carriers.ts'
import { caught, revokeKeys, status, terminalRef } from './kit.ts'
import { answering, type OneServer, type Serve, serving } from './one-server.ts'

/** A busy machine needs longer. */
const done = { status: 'done', reference: 'r-1' }
const lost = { code: 'CONNECTION_FAILED' }
const unknown = { code: 'OUTCOME_UNKNOWN' }

const packed =
  (pack: (text: string) => Uint8Array, coding: string, text = JSON.stringify(status)): Serve =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding })
    response.end(pack(text))
  }

const raw =
  (text: string): Serve =>
  (_, __, socket) =>
    socket.end(text)

const never: Serve = () => {}
const reset: Serve = (_, __, socket) => socket.resetAndDestroy()
const half: Serve = (_, response, socket) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('{"sta', () => socket.destroy())
}
const dripping: Serve = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{')
}
const json200 = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

/** What a server does, what a read comes to, what a write comes to, and how many attempts each makes. */
const table: readonly (readonly [string, Serve, object, object, number])[] = [
  ['answers', answering(status), status, { code: 'OUTCOME_UNKNOWN' }, 1],
  ['resets the connection', reset, lost, unknown, 2],
  ['ends it without a word', raw(''), lost, unknown, 2],
  ['breaks off within the headers', raw('HTTP/1.1 200 OK\r\ncontent-le'), lost, unknown, 2],
  ['breaks off within the body', half, lost, unknown, 2],
  [
    'breaks off within a chunk',
    raw(`${json200}transfer-encoding: chunked\r\n\r\nff\r\n{"sta`),
    lost,
    unknown,
    2,
  ],
  ['speaks no HTTP', raw('SSH-2.0-OpenSSH\r\n'), lost, unknown, 2],
  [
    'switches to another protocol',
    raw('HTTP/1.1 101 x\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    lost,
    unknown,
    2,
  ],
  ['never answers', never, { code: 'REQUEST_TIMEOUT' }, unknown, 2],
  ['never ends its answer', dripping, { code: 'REQUEST_TIMEOUT' }, unknown, 2],
  [
    'redirects to another host',
    answering('', 307, { location: 'http://127.0.0.1:9/' }),
    { code: 'UNTRUSTED_ENDPOINT' },
    unknown,
    1,
  ],
  ['refuses', answering({}, 404), { code: 'HTTP_ERROR', status: 404 }, { code: 'HTTP_ERROR' }, 1],
  ['is busy', answering({}, 503), { code: 'HTTP_ERROR', status: 503 }, unknown, 2],
  [
    'asks to come back later',
    answering({}, 429, { 'retry-after': '3600' }),
    { retryAfter: 3600 },
    unknown,
    1,
  ],
  [
    'says twice when to come back',
    raw(`HTTP/1.1 429 x\r\nretry-after: 1\r\nretry-after: 3600\r\nconnection: close\r\n\r\n`),
    { status: 429, retryAfter: null },
    unknown,
    2,
  ],
  [
    'answers a page',
    answering('<html>', 200, { 'content-type': 'text/html' }),
    { code: 'PROTOCOL_ERROR' },
    unknown,
    1,
  ],
  ['answers nothing', answering(''), { code: 'PROTOCOL_ERROR' }, unknown, 1],
  ['packs with gzip', packed(gzipSync, 'gzip'), status, unknown, 1],
  ['says packed what is not', packed(Buffer.from, 'gzip'), lost, unknown, 2],
]

let server: OneServer | undefined
afterEach(async () => {
  closeTransports()
  await server?.close()
  server = undefined
})

const clientOf = (url: string, way: Carrier, more: Partial<AcquirerClientOptions> = {}) =>
  createAcquirerClient({
    baseUrl: `${url}/v1`,
    auth: bearer('t'),
    retry: { attempts: 2, delay: 1, throttledDelay: 1 },
    timeout: { attempt: 300_000, total: 600_000 },
    ...more,
    ...carriers[way](),
  })

/** Only where nothing ever comes is waited for it. */
const patience = (serve: Serve) => ({ attempt: [never, dripping].includes(serve) ? 60 : 300_000 })

describe.each(Object.keys(carriers) as Carrier[])('a client %s, of a server that', (way) => {
  it.each(table)('%s', async (_, serve, read, write, attempts) => {
    server = await serving(serve)
    // Counted here: on a busy machine a request may be given up before the server has seen it.
    const keys: (string | undefined)[] = []
    const onAttempt = ({ idempotencyKey }: AttemptInfo) => keys.push(idempotencyKey)
    const client = clientOf(server.url, way, { timeout: patience(serve), hooks: { onAttempt } })
    const seen = await client.readStatus({ terminalRef }).catch((thrown: unknown) => thrown)
    expect(seen).toMatchObject(read)
    expect(keys).toEqual(Array(attempts).fill(undefined))
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject(write)
    const ofWrite = keys.slice(attempts)
    expect(ofWrite).toHaveLength(attempts)
    expect(new Set(ofWrite).size).toBe(1)
  })

  it('loses a write sends it again with the same key, and it is done', async () => {
    server = await serving(reset, half, answering(done))
    const client = clientOf(server.url, way, { retry: { attempts: 3, delay: 1 } })
    expect(await client.revokeKeys(revokeKeys, { idempotencyKey: 'k-1' })).toEqual(done)
    expect(server.seen.map(({ key }) => key)).toEqual(['k-1', 'k-1', 'k-1'])
    expect(new Set(server.bodies).size).toBe(1)
  })

  it('closes a connection that is kept, just when it is used again, is asked once more', async () => {
    let resets = 0
    // Nothing says that it will be closed, and it is: at the next request, unanswered.
    const closing: Serve = (request, response, socket, body) => {
      answering(status)(request, response, socket, body)
      response.on('finish', () =>
        socket.once('data', () => {
          resets += 1
          socket.resetAndDestroy()
        }),
      )
    }
    server = await serving(closing)
    const client = clientOf(server.url, way)
    for (let call = 0; resets === 0 && call < 50; call += 1)
      expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(resets).toBe(1)
  })

  it('is given up by its caller is let go at once', async () => {
    server = await serving(never)
    const client = clientOf(server.url, way)
    const caller = new AbortController()
    const call = caught(client.readStatus({ terminalRef }, { signal: caller.signal }))
    await expect.poll(() => server?.seen.length).toBe(1)
    caller.abort(new Error('mine'))
    expect(await call).toEqual(new Error('mine'))
    await expect.poll(server.open).toBe(0)
  })

  it('answers an upload is sent exactly its bytes', async () => {
    let length: string | undefined
    server = await serving((request, ...rest) => {
      length = request.headers['content-length']
      return answering(samples.putDocumentContent.answer)(request, ...rest)
    })
    const content = new TextEncoder().encode('x'.repeat(300_000))
    await clientOf(server.url, way).putDocumentContent({ documentId: 'doc-1', content })
    expect([length, server.bodies[0]?.length]).toEqual(['300000', 300_000])
  })

  it('is asked with another method and a body reads both as one request', async () => {
    server = await serving(answering(status))
    const mappings = { readStatus: { method: 'DELETE', request: () => ({ body: { a: 1 } }) } } as const
    const client = clientOf(server.url, way, { mappings })
    for (const _ of [1, 2]) await client.readStatus({ terminalRef })
    expect(server.seen.map(({ line }) => line.split(' ')[0])).toEqual(['DELETE', 'DELETE'])
    expect(server.bodies).toEqual(['{"a":1}', '{"a":1}'])
  })

  it('is asked by GET with a body is never asked, and no connection is blamed', async () => {
    server = await serving(answering(status))
    const client = clientOf(server.url, way, { mappings: { readStatus: { request: () => ({ body: 1 }) } } })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/mappings/readStatus/request/body', code: 'NOT_ALLOWED_VALUE' }],
    })
    expect(server.seen).toEqual([])
  })
})
