import { afterEach, describe, expect, it } from 'vitest'
import { type AcquirerClientOptions, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createNodeTransport } from '../../src/client/node.ts'
import { type Carrier, carriers, closeTransports } from './carriers.ts'
import { caught, revokeKeys, status, terminalRef } from './kit.ts'
import { answering, type OneServer, serving } from './one-server.ts'

let server: OneServer | undefined
afterEach(async () => {
  closeTransports()
  await server?.close()
  server = undefined
})

/** A client, and the headers that its server was sent. */
const started = async (options: Partial<AcquirerClientOptions>, ...codes: readonly number[]) => {
  const sent: Readonly<Record<string, unknown>>[] = []
  server = await serving((request, ...rest) => {
    sent.push({ ...request.headersDistinct })
    return answering(status, codes[sent.length - 1] ?? 200)(request, ...rest)
  })
  const retry = { delay: 1 }
  const client = createAcquirerClient({ baseUrl: server.url, auth: bearer('t'), retry, ...options })
  return { client, sent }
}

const giving = (headers: unknown) => ({ headers: async () => headers as Record<string, string> })

describe.each(Object.keys(carriers) as Carrier[])('credentials of a client %s', (way) => {
  it.each(['secret\n', 'secret \r\n', 'secret\t'])(
    'are sent without what stands around %j',
    async (token) => {
      const { client, sent } = await started({ auth: bearer(token), ...carriers[way]() })
      expect(await client.readStatus({ terminalRef })).toEqual(status)
      expect(sent.map(({ authorization }) => authorization)).toEqual([['Bearer secret']])
    },
  )

  it('that end in a line break are renewed like others', async () => {
    let asked = 0
    const { client, sent } = await started(
      { auth: bearer(() => `tok-${++asked}\n`), ...carriers[way]() },
      401,
    )
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(sent.map(({ authorization }) => authorization)).toEqual([['Bearer tok-1'], ['Bearer tok-2']])
  })

  it.each([
    'Idempotency-Key',
    'idempotency-key',
    'IF-MATCH',
    'Content-Type',
    'Accept-Language',
    'accept',
    'Host',
    'content-length',
    'Transfer-Encoding',
    'traceparent',
  ])('may not be called %s: the client sets that itself', async (name) => {
    const { client, sent } = await started({ auth: giving({ [name]: 'mine' }), ...carriers[way]() })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: `/auth/headers/${name.toLowerCase()}`, code: 'NOT_ALLOWED_VALUE' }],
    })
    expect(sent).toEqual([])
  })

  it.each([
    ['a line break within', { authorization: 'CANARY\nx: y' }],
    ['a byte that nobody sends', { authorization: 'CANARY\u0001' }],
    ['a letter that is no byte', { authorization: 'CANARY密' }],
    ['a name that is none', { 'x y': 'CANARY' }],
    ['a value that is no text', { authorization: 7 }],
    ['one name twice', { Authorization: 'CANARY', authorization: 'CANARY' }],
    ['nothing at all', undefined],
  ])('with %s fail the call, and nothing is sent', async (_, headers) => {
    const { client, sent } = await started({ auth: giving(headers), ...carriers[way]() })
    const error = await caught(client.revokeKeys(revokeKeys))
    expect(error).toMatchObject({ code: 'PLUGGED_IN_FAILED', part: 'auth' })
    expect(JSON.stringify(error)).not.toContain('CANARY')
    expect(sent).toEqual([])
  })

  it('may have names of their own, in any case', async () => {
    const auth = giving({ 'X-Api-Key': 'k', Cookie: 'a=b' })
    const { client, sent } = await started({ auth, ...carriers[way]() })
    await client.readStatus({ terminalRef })
    expect(sent).toMatchObject([{ 'x-api-key': ['k'], cookie: ['a=b'] }])
  })
})

describe.each(Object.keys(carriers) as Carrier[])('a document that is asked for %s', (way) => {
  it('is asked for as it is, because one that is packed may be cut short unseen', async () => {
    const { client, sent } = await started(carriers[way]())
    await client.getDocumentContent({ documentId: 'doc-1' })
    expect(sent).toMatchObject([{ 'accept-encoding': ['identity'] }])
  })
})

describe('a request that the transport for Node cannot even begin', () => {
  it('is told as one that never left: a write is certain, and not repeated', async () => {
    const node = createNodeTransport()
    let attempts = 0
    const { client, sent } = await started({
      transport: (request) => {
        attempts += 1
        return node({ ...request, headers: { ...request.headers, 'x-mine': 'a\nb' } })
      },
    })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'CONNECTION_FAILED' })
    expect([attempts, sent]).toEqual([1, []])
    node.close()
  })

  it('does not make certain what an earlier attempt has left open', async () => {
    const node = createNodeTransport()
    let attempts = 0
    const { client } = await started({
      transport: (request) => {
        attempts += 1
        if (attempts === 1) return Promise.reject(new TypeError('lost'))
        return node({ ...request, headers: { ...request.headers, 'x-mine': 'a\nb' } })
      },
    })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    expect(attempts).toBe(2)
    node.close()
  })
})
