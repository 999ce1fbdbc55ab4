import { describe, expect, it } from 'vitest'
import type { Dialect, Mappings } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const payout = samples.payOut.input
const paid = { status: 'done', reference: 'T-9', payoutId: payout.payoutId, amount: payout.amount }
const key = { idempotencyKey: 'lc-1/4/0' }
const about = (code: string, status: number) => ({ type: 'about:blank', title: 'No', status, code })

/** Business codes in status 200. */
const retDialect: Dialect = ({ status: code, body }) => {
  const { ret, msg, data } = (body ?? {}) as { ret?: number; msg?: string; data?: unknown }
  if (ret === 0) return { status: code, body: data }
  if (ret === 9001) return { status: 429, body: undefined }
  return { status: 409, body: about(String(msg), 409) }
}

/** A list of errors beside the data. */
const errorsDialect: Dialect = ({ status, body }) => {
  const { errors = [], data } = (body ?? {}) as { errors?: readonly { errorCode: string }[]; data?: unknown }
  return errors[0] ? { status: 422, body: about(errors[0].errorCode, 422) } : { status, body: data }
}

/** `{ code, message, detail }` in place of a problem. */
const messageDialect: Dialect = ({ status, body }) => {
  if (status < 400) return { status, body }
  const { code, message } = body as { code: string; message: string }
  const ours = code.replaceAll('-', '_').toUpperCase()
  return { status, body: { ...about(ours, status), title: message } }
}

describe('another dialect', () => {
  it('of business codes in status 200 comes to the same replies', async () => {
    const { client } = scripted([json({ ret: 0, data: status })], { dialect: retDialect })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })

  it.each([
    ['business codes in status 200', retDialect, json({ ret: 4711, msg: 'TERMINAL_BUSY' })],
    ['a list of errors', errorsDialect, json({ errors: [{ errorCode: 'TERMINAL_BUSY' }] })],
    [
      'code, message and detail',
      messageDialect,
      json({ code: 'terminal-busy', message: 'no', detail: 'x' }, 409),
    ],
  ])('of %s comes to the same errors', async (_, dialect, answer) => {
    const { client } = scripted([answer], { dialect })
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

  it('may call its JSON what it likes', async () => {
    const page = new Response(JSON.stringify({ ret: 0, data: status }), {
      headers: { 'content-type': 'text/html' },
    })
    const { client } = scripted([page], { dialect: retDialect })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('CANARY')
      },
    ],
    ['answers no status', () => ({ status: 7, body: null })],
    ['answers nothing', () => undefined],
  ])('that %s is a fault of the answer', async (_, dialect) => {
    const { client } = scripted([json(status)], { dialect: dialect as unknown as Dialect })
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

/** Amounts as decimal strings, other words and names, the key in the body, another method. */
const mappings: Mappings = {
  payOut: {
    request: ({ payoutId, amount, method }, { idempotencyKey }) => ({
      query: { channel: method === 'directTransfer' ? 'BANK' : 'OTHER', trace: undefined },
      body: {
        outNo: payoutId,
        requestNo: idempotencyKey,
        money: (amount.amount / 100).toFixed(2),
        ccy: amount.currency,
      },
      headers: { 'x-partner': 'p-7' },
    }),
    reply: (body) => {
      const { state, tradeNo, outNo, money, ccy } = body as Record<string, string>
      const words = { SUCCESS: 'done', PROCESSING: 'pending' } as const
      return {
        status: words[state as keyof typeof words] as 'done',
        reference: String(tradeNo),
        payoutId: String(outNo),
        amount: { amount: Math.round(Number(money) * 100), currency: String(ccy) },
      }
    },
  },
  readStatus: {
    method: 'POST',
    request: ({ terminalRef }) => ({ body: { terminal: terminalRef } }),
    reply: (body, { terminalRef }) => {
      const { sale, state, unsettled, at } = body as Record<string, string>
      return {
        terminalRef,
        acceptance: sale === 'Y' ? 'on' : 'off',
        registry: state === '01' ? 'active' : 'closed',
        unsettled: { amount: Number(unsettled), currency: 'CNY' },
        readAt: String(at),
        source: 'host',
      }
    },
  },
}
const traded = {
  state: 'SUCCESS',
  tradeNo: 'T-9',
  outNo: payout.payoutId,
  money: (payout.amount.amount / 100).toFixed(2),
  ccy: payout.amount.currency,
}

describe('other forms', () => {
  it('of a request and of its reply come to the same', async () => {
    const { client, sent } = scripted([json(traded)], { mappings })
    expect(await client.payOut(payout, key)).toEqual(paid)
    const [request] = sent
    expect(request?.url).toBe('https://acquirer.example/v1/systems/settlements/payouts?channel=BANK')
    expect(JSON.parse(new TextDecoder().decode(request?.body))).toEqual({
      outNo: payout.payoutId,
      requestNo: key.idempotencyKey,
      money: traded.money,
      ccy: 'CNY',
    })
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      'x-partner': 'p-7',
      'content-type': 'application/json',
      'idempotency-key': key.idempotencyKey,
      authorization: 'Bearer token',
    })
  })

  it('of a read may be sent by another method, to another path, with its parameters', async () => {
    const answer = json({ sale: 'Y', state: '01', unsettled: '500', at: status.readAt })
    const pathMap = { readStatus: '/query/{terminalRef}' } as const
    const { client, sent } = scripted(['drop', answer], { mappings, pathMap })
    expect(await client.readStatus({ terminalRef })).toMatchObject({ acceptance: 'on', registry: 'active' })
    expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual(
      Array(2).fill(`POST /v1/query/${encodeURIComponent(terminalRef)}`),
    )
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  })

  it('come after a dialect', async () => {
    const { client } = scripted([json({ ret: 0, data: traded })], { mappings, dialect: retDialect })
    expect(await client.payOut(payout, key)).toEqual(paid)
  })

  it('are checked against the contract: what they make is not believed', async () => {
    const { client } = scripted([json({ ...traded, money: '12,50' })], { mappings })
    expect(await caught(client.payOut(payout, key))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'PROTOCOL_ERROR', issues: [{ path: '/amount/amount' }] },
    })
    const other = scripted([json({ ...traded, outNo: 'p-other' })], { mappings })
    expect(await caught(other.client.payOut(payout, key))).toMatchObject({
      cause: { issues: [{ path: '/payoutId', code: 'ABOUT_SOMETHING_ELSE' }] },
    })
  })

  it('are not asked about a refusal', async () => {
    const { client } = scripted([json(about('ACCOUNT_CLOSED', 409), 409)], { mappings })
    expect(await caught(client.payOut(payout, key))).toMatchObject({
      code: 'REFUSED',
      refusal: 'ACCOUNT_CLOSED',
    })
  })
})

describe('a mapping that fails', () => {
  const failing = () => {
    throw new Error('CANARY')
  }

  it.each([
    ['throws', failing],
    ['makes what is no JSON', () => ({ body: { amount: 1n } })],
    ['makes a header that is none', () => ({ headers: { 'x-a': 'a\nb' } })],
    ['makes a header with a byte that nobody sends', () => ({ headers: { 'x-a': 'a\u0001' } })],
    ['makes nothing', () => undefined],
  ])('because it %s names its operation, and nothing is sent', async (_, request) => {
    const { client, sent } = scripted([json(traded)], {
      mappings: { payOut: { request: request as () => object } },
    })
    const error = await caught(client.payOut(payout, key))
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/mappings/payOut/request', code: 'MAPPING_FAILED' }],
    })
    expect(JSON.stringify(error)).not.toContain('CANARY')
    expect(sent).toEqual([])
  })

  it.each([
    ['a promise', '', async () => ({ body: {} })],
    ['a text', '', () => 'out_no=1'],
    ['a list', '', () => []],
    ['a member that is not sent', '/json', () => ({ json: { out_no: 1 } })],
    ['the promise of a body', '/body', () => ({ body: Promise.resolve({ out_no: 1 }) })],
    ['the promise of a query', '/query', () => ({ query: Promise.resolve({ out_no: 1 }) })],
    ['an object in the query', '/query/out', () => ({ query: { out: { no: 1 } } })],
  ])('because it makes %s names what would not be sent, and nothing is', async (_, member, request) => {
    const { client, sent } = scripted([json(traded)], {
      mappings: { payOut: { request: request as unknown as () => object } },
    })
    const error = await caught(client.payOut(payout, key))
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: `/mappings/payOut/request${member}`, code: expect.any(String) }],
    })
    expect(sent).toEqual([])
  })

  it('because it answers with a promise is named, and not the first member that a promise has not', async () => {
    const reply = (async () => ({})) as unknown as () => never
    const { client } = scripted([json({})], { mappings: { readStatus: { reply } } })
    expect(await caught(client.readStatus({ terminalRef: payout.terminalRef }))).toMatchObject({
      code: 'PROTOCOL_ERROR',
      issues: [{ path: '/mappings/readStatus/reply', code: 'WRONG_TYPE' }],
    })
  })

  it('on the way back leaves a write unknown, and names its operation', async () => {
    const { client } = scripted([json(traded)], { mappings: { payOut: { reply: failing } } })
    expect(await caught(client.payOut(payout, key))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { issues: [{ path: '/mappings/payOut/reply', code: 'MAPPING_FAILED' }] },
    })
  })

  it.each([
    'authorization',
    'Idempotency-Key',
    'if-match',
    'host',
    'content-length',
    'cookie',
    'x-signature',
  ])('because it sets %s is refused: the client sets that itself', async (name) => {
    const request = () => ({ headers: { [name]: 'x' } })
    const { client, sent } = scripted([json(traded)], { mappings: { payOut: { request } } })
    expect(await caught(client.payOut(payout, key))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: `/mappings/payOut/request/headers/${name.toLowerCase()}` }],
    })
    expect(sent).toEqual([])
  })
})
