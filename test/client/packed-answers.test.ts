import { PassThrough } from 'node:stream'
import { brotliCompressSync, deflateRawSync, deflateSync, Gunzip, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { bodyOf } from '../../src/client/node/body.ts'
import { carriers, closeTransports } from './carriers.ts'
import { caught, revokeKeys, status, terminalRef } from './kit.ts'
import { type OneServer, type Serve, serving } from './one-server.ts'

let server: OneServer | undefined
afterEach(async () => {
  vi.restoreAllMocks()
  closeTransports()
  await server?.close()
  server = undefined
})

const packed =
  (bytes: Uint8Array, coding: string, code = 200): Serve =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json', 'content-encoding': coding })
    response.end(bytes)
  }

const clientOf = async (serve: Serve) => {
  server = await serving(serve)
  const retry = { attempts: 2, delay: 1 }
  return createAcquirerClient({
    baseUrl: server.url,
    auth: bearer('t'),
    retry,
    ...carriers['over the transport for Node'](),
  })
}
const text = JSON.stringify(status)

describe('an answer that the transport for Node is given', () => {
  it.each(['gzip', 'x-gzip', 'GZIP'])('as %s is read', async (coding) => {
    const client = await clientOf(packed(gzipSync(text), coding))
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })

  it('as identity is read as it is', async () => {
    const client = await clientOf(packed(Buffer.from(text), 'identity'))
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })

  it.each([
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['mine', Buffer.from(text)],
  ])(
    'as %s, for which nobody asked, is a fault of the answer: it is asked for once',
    async (coding, bytes) => {
      const client = await clientOf(packed(bytes, coding))
      const fault = { code: 'PROTOCOL_ERROR', issues: [{ path: '', code: 'BODY_CODING' }] }
      expect(await caught(client.readStatus({ terminalRef }))).toMatchObject(fault)
      expect(server?.seen).toHaveLength(1)
      expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
        code: 'OUTCOME_UNKNOWN',
        cause: fault,
      })
      expect(server?.seen).toHaveLength(2)
    },
  )

  it('as brotli still says by its status that it refuses', async () => {
    const client = await clientOf(packed(brotliCompressSync('{}'), 'br', 404))
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'HTTP_ERROR', status: 404 })
  })

  it('packed, and cut short in the middle of a message that is whole, is lost: a document is never half', async () => {
    const document = gzipSync(new Uint8Array(50_000).map((_, place) => (place * place) % 251))
    const client = await clientOf(packed(document.subarray(0, document.length >> 1), 'gzip'))
    expect(await caught(client.getDocumentContent({ documentId: 'doc-1' }))).toMatchObject({
      code: 'CONNECTION_FAILED',
    })
    expect(server?.seen).toHaveLength(2)
  })

  it.each([40, 0])('packed, and cut short after %i bytes of JSON, is lost as well', async (length) => {
    const client = await clientOf(packed(gzipSync(text).subarray(0, length), 'gzip'))
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ code: 'CONNECTION_FAILED' })
    expect(server?.seen).toHaveLength(2)
  })

  it('without its last bytes, which say how long it is, is lost as well', async () => {
    const client = await clientOf(packed(gzipSync(text).subarray(0, -8), 'gzip'))
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ code: 'CONNECTION_FAILED' })
  })
})

describe('the body of a message', () => {
  const message = (headers: Record<string, string>, statusCode: number) =>
    Object.assign(new PassThrough(), { headers, statusCode }) as unknown as Parameters<typeof bodyOf>[0] &
      PassThrough

  it('that unpacks to more than may be read is not unpacked any further', async () => {
    const given = message({ 'content-encoding': 'gzip' }, 200)
    given.end(gzipSync(new Uint8Array(8_000_000)))
    const push = vi.spyOn(Gunzip.prototype, 'push')
    expect(await bodyOf(given, 100_000)).toBeUndefined()
    const decoder = push.mock.contexts[0] as Gunzip
    expect([decoder.destroyed, given.destroyed]).toEqual([true, true])
  })

  it('of a status that has none is no packed one', async () => {
    const given = message({ 'content-encoding': 'gzip' }, 204)
    given.end()
    expect(await bodyOf(given, 10)).toHaveLength(0)
  })
})
