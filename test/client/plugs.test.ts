import { describe, expect, it } from 'vitest'
import { type AttemptInfo, allPages, type Dialect } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, revokeKeys, scripted, status, terminalRef } from './kit.ts'

/** An acquirer that answers 200 always and says what it means in `ret`. */
const retDialect: Dialect = ({ status: code, body }) => {
  const { ret, msg, data } = (body ?? {}) as { ret?: number; msg?: string; data?: unknown }
  if (ret === 0) return { status: code, body: data }
  if (ret === 9001) return { status: 429, body: undefined }
  return {
    status: 409,
    body: { type: 'about:blank', title: 'No', status: 409, code: String(msg), blockers: [] },
  }
}

describe('another dialect', () => {
  it('of business codes in status 200 comes to the same replies', async () => {
    const { client } = scripted([json({ ret: 0, data: status })], { dialect: retDialect })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })

  it('comes to the same errors', async () => {
    const { client } = scripted([json({ ret: 4711, msg: 'TERMINAL_BUSY' })], { dialect: retDialect })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
      code: 'REFUSED',
      refusal: 'TERMINAL_BUSY',
    })
  })

  it('comes to the same retries', async () => {
    const { client, sent } = scripted([json({ ret: 9001 }), json({ ret: 0, data: status })], {
      dialect: retDialect,
    })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(sent).toHaveLength(2)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('CANARY')
      },
    ],
    ['answers no status', () => ({ status: 7, body: null })],
  ])('that %s is a fault of the answer', async (_, dialect) => {
    const { client } = scripted([json(status)], { dialect: dialect as Dialect })
    const error = await caught(client.readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'PROTOCOL_ERROR', issues: [{ code: 'BODY_DIALECT' }] })
  })
})

describe('another address', () => {
  it('is the base URL with its path, and a path of its own for single operations', async () => {
    const pathMap = { readStatus: '/hosts/{terminalRef}' } as const
    const { client, sent } = scripted([json(status)], { baseUrl: 'https://other.example/api/', pathMap })
    await client.readStatus({ terminalRef: 'a:b:c' })
    expect(sent[0]?.url).toBe('https://other.example/api/hosts/a%3Ab%3Ac')
  })
})

describe('options', () => {
  it.each([
    ['a path with other parameters', { pathMap: { readStatus: '/hosts/{id}' } }, '/pathMap/readStatus'],
    ['a path of no operation', { pathMap: { getTerminals: '/hosts' } }, '/pathMap/getTerminals'],
    ['no attempt at all', { retry: { attempts: 0 } }, '/retry/attempts'],
    ['a delay that is none', { retry: { delay: Number.NaN } }, '/retry/delay'],
    ['a timeout that no timer keeps', { timeout: { total: 2 ** 31 } }, '/timeout/total'],
  ])('with %s are refused when the client is made', (_, options, path) => {
    const make = () => scripted([], options as Parameters<typeof scripted>[1])
    expect(make).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', issues: [expect.objectContaining({ path })] }),
    )
  })
})

describe('hooks', () => {
  it('hear of each attempt, and nothing that is secret', async () => {
    const heard: (AttemptInfo & { status?: number | null })[] = []
    const hooks = {
      onAttempt: (info: AttemptInfo) => heard.push(info),
      onAnswer: (info: AttemptInfo & { status: number | null }) => heard.push(info),
    }
    const { client } = scripted(['drop', json({ status: 'done', reference: 'r' })], { hooks })
    await client.revokeKeys(revokeKeys, { idempotencyKey: 'k' })
    const info = { operation: 'revokeKeys', method: 'POST', idempotencyKey: 'k' }
    expect(heard).toEqual([
      { ...info, attempt: 1 },
      { ...info, attempt: 1, status: null },
      { ...info, attempt: 2 },
      { ...info, attempt: 2, status: 200 },
    ])
  })

  it('that fail do not fail the call', async () => {
    const fail = () => {
      throw new Error('log is full')
    }
    const { client } = scripted([json(status)], { hooks: { onAttempt: fail, onAnswer: fail } })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })
})

describe('a call', () => {
  it('passes on the trace it belongs to', async () => {
    const { client, sent } = scripted([json(status)])
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    await client.readStatus({ terminalRef }, { traceparent })
    expect(sent[0]?.headers.get('traceparent')).toBe(traceparent)
    expect(await caught(client.readStatus({ terminalRef }, { traceparent: 'x' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('sends a document as its bytes', async () => {
    const { client, sent } = scripted([json(samples.putDocumentContent.answer)])
    await client.putDocumentContent({ documentId: 'doc-1', content: new Uint8Array([0, 255, 10]) })
    expect(sent[0]?.body).toEqual(new Uint8Array([0, 255, 10]))
    expect(sent[0]?.headers.get('content-type')).toBe('application/octet-stream')
  })
})

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('all pages', () => {
  const [item] = samples.findTerminals.answer.items

  it('are read one after the other', async () => {
    const { client, sent } = scripted([
      json({ items: [item, item], nextCursor: 'c-2' }),
      json({ items: [item], nextCursor: null }),
    ])
    const all = await collect(allPages(client.findTerminals, { merchantId: 'm-1' }))
    expect(all).toEqual([item, item, item])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?merchantId=m-1',
      '?merchantId=m-1&cursor=c-2',
    ])
  })

  it('end when the other side keeps pointing to the same place', async () => {
    const { client, sent } = scripted([json({ items: [item], nextCursor: 'c-1' })])
    await collect(allPages(client.findTerminals, {}))
    expect(sent).toHaveLength(2)
  })
})
