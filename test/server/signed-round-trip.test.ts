import { afterEach, describe, expect, it } from 'vitest'
import { createAcquirerClient, hmac } from '../../src/client/index.ts'
import { contract, type OperationName } from '../../src/contract/index.ts'
import { createAcquirerHandler, type Implementation, verifySignature } from '../../src/server/index.ts'
import { type Listening, listen } from '../../src/server/node.ts'
import { caught } from '../client/kit.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'
import { clock, secret, shared } from './signatures.ts'

const names = Object.keys(contract) as OperationName[]
type Anything = (input: unknown, options?: unknown) => Promise<unknown>
const implementation = Object.fromEntries(
  names.map((name) => [name, () => samples[name].answer]),
) as Implementation

let server: Listening | undefined
afterEach(() => server?.close())

/** A server that lets signed requests in, and what it said of each. */
const start = async () => {
  const said: string[] = []
  server = await listen(
    createAcquirerHandler(implementation, {
      authenticate: async (request, body) => {
        const verdict = await verifySignature(request, body, { keys: [shared], clock })
        said.push(verdict.ok ? verdict.keyId : verdict.reason)
        return verdict.ok ? p1 : undefined
      },
    }),
  )
  return { baseUrl: `${server.url}/v1`, said }
}
const auth = hmac({ keyId: 'k-1', secret, clock })

describe('signed by the client and checked by the server, over a real connection', () => {
  it('every operation is let in', async () => {
    const { baseUrl, said } = await start()
    const client = createAcquirerClient({ baseUrl, auth })
    for (const name of names) {
      const call = client[name] as Anything
      const options = { idempotencyKey: `lc-1/${name}`, expectedVersion: 3 }
      expect(await call(samples[name].input, options)).toEqual(samples[name].answer)
    }
    expect(said).toEqual(names.map(() => 'k-1'))
  })

  it('the same write for another version has another signature, and neither stands for the other', async () => {
    const { baseUrl, said } = await start()
    const sent: { url: string; init: RequestInit }[] = []
    const fetch = (url: string, init: RequestInit) => {
      sent.push({ url, init })
      return globalThis.fetch(url, init)
    }
    const client = createAcquirerClient({ baseUrl, auth, fetch })
    for (const expectedVersion of [1, 2]) {
      await client.recordEvent(samples.recordEvent.input, { idempotencyKey: 'k', expectedVersion })
    }
    const [first, second] = sent.map(({ init }) => init.headers as Record<string, string>)
    expect([first?.['if-match'], second?.['if-match']]).toEqual(['"1"', '"2"'])
    expect(first?.['x-signature']).not.toBe(second?.['x-signature'])
    const swapped = { ...second, 'x-signature': first?.['x-signature'] ?? '' }
    expect((await globalThis.fetch(sent[0]?.url ?? '', { ...sent[0]?.init, headers: swapped })).status).toBe(
      401,
    )
    expect(said).toEqual(['k-1', 'k-1', 'mismatch'])
  })

  it('bytes of a document are those that were signed, and no others', async () => {
    const { baseUrl, said } = await start()
    const content = new Uint8Array(2 * 1024 * 1024).map((_, place) => place % 251)
    const input = { documentId: 'doc-1', content }
    const client = createAcquirerClient({ baseUrl, auth })
    expect(await client.putDocumentContent(input)).toEqual(samples.putDocumentContent.answer)
    const fetch = (url: string, init: RequestInit) => {
      const body = new Uint8Array(init.body as Uint8Array<ArrayBuffer>)
      body[1_000_000] = (body[1_000_000] ?? 0) ^ 1
      return globalThis.fetch(url, { ...init, body })
    }
    const spoiling = createAcquirerClient({ baseUrl, auth, fetch })
    expect(await caught(spoiling.putDocumentContent(input))).toMatchObject({
      code: 'HTTP_ERROR',
      status: 401,
    })
    expect(said).toEqual(['k-1', 'mismatch'])
  })

  it('a stranger is refused with all of an upload still to come', async () => {
    const { baseUrl, said } = await start()
    const client = createAcquirerClient({ baseUrl, auth: hmac({ keyId: 'k-9', secret, clock }) })
    const input = { documentId: 'doc-1', content: new Uint8Array(9 * 1024 * 1024) }
    expect(await caught(client.putDocumentContent(input))).toMatchObject({ code: 'HTTP_ERROR', status: 401 })
    expect(said).toEqual(['unknownKey'])
  })
})
