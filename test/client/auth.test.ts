import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bearer, hmac } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const at = '2026-03-02T01:00:00.000Z'
const clock = { now: () => at }
const secret = 'a secret of at least 24 bytes'

describe('a bearer token', () => {
  it('is sent as it is given [R-164]', async () => {
    const { client, sent } = scripted([json(status)], { auth: bearer('tok-1') })
    await client.readStatus({ terminalRef })
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer tok-1')
  })

  it('from a function is asked for once, however many calls there are', async () => {
    let asked = 0
    const auth = bearer(async () => `tok-${++asked}`)
    const { client } = scripted([json(status)], { auth })
    await Promise.all(Array.from({ length: 20 }, () => client.readStatus({ terminalRef })))
    expect(asked).toBe(1)
  })

  it('that is not accepted any more is renewed once for a hundred calls at once', async () => {
    let asked = 0
    const auth = bearer(async () => `tok-${++asked}`)
    const fetch = async (_: string, init: RequestInit) =>
      new Headers(init.headers).get('authorization') === 'Bearer tok-1'
        ? problem('UNAUTHENTICATED', 401)
        : json(status)
    const { client } = scripted([], { auth, fetch })
    await Promise.all(Array.from({ length: 100 }, () => client.readStatus({ terminalRef })))
    expect(asked).toBe(2)
  })

  it('is renewed only once in a call', async () => {
    let asked = 0
    const { client, sent } = scripted([problem('UNAUTHENTICATED', 401)], {
      auth: bearer(() => `tok-${++asked}`),
    })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'HTTP_ERROR', status: 401 })
    expect([asked, sent.length]).toEqual([2, 2])
  })

  it('that cannot be had fails the call with an error of ours that repeats nothing, and nothing is sent', async () => {
    const own = Object.assign(new Error('vault is closed for tok_1'), { code: 'EVAULT' })
    const { client, sent } = scripted([json(status)], { auth: bearer(() => Promise.reject(own)) })
    const error = await caught(client.revokeKeys(revokeKeys))
    expect(error).toMatchObject({ code: 'PLUGGED_IN_FAILED', part: 'auth', reason: 'Error EVAULT' })
    expect(JSON.stringify(error)).not.toMatch(/vault is closed|tok_1/)
    expect(sent).toHaveLength(0)
  })

  /** A vault that gives a token where it is told to, by the number of the question. */
  const vault = (gives: (nth: number) => boolean) => {
    let asked = 0
    const auth = bearer(async () => {
      asked += 1
      if (!gives(asked)) throw new Error('the vault is closed')
      return `tok-${asked}`
    })
    return { auth, asked: () => asked }
  }

  it('that could not be had once is asked for again by the next call', async () => {
    const { auth, asked } = vault((nth) => nth > 2)
    const { client, sent } = scripted([json(status)], { auth })
    for (const nth of [1, 2]) {
      expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ part: 'auth' })
      expect(asked()).toBe(nth)
    }
    await client.readStatus({ terminalRef })
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer tok-3')
  })

  it('that could not be renewed is asked for again by the next call too', async () => {
    const { auth, asked } = vault((nth) => nth !== 2)
    const { client, sent } = scripted([problem('UNAUTHENTICATED', 401), json(status)], { auth })
    await caught(client.readStatus({ terminalRef }))
    expect(asked()).toBe(2)
    await client.readStatus({ terminalRef })
    expect(sent.at(-1)?.headers.get('authorization')).toBe('Bearer tok-3')
  })
})

describe('an HMAC signature', () => {
  const lines = (...more: string[]) => ['terminal-lifecycle-signature-2', 'hmac-sha256', 'k-1', at, ...more]
  const expected = (texts: readonly string[]) =>
    createHmac('sha256', secret).update(texts.join('\n')).digest('hex')
  const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')
  const auth = hmac({ keyId: 'k-1', secret, clock })

  it('covers method, target, time, version, key, content type and exactly the bytes that are sent', async () => {
    const { client, sent } = scripted([json(samples.recordEvent.answer)], { auth })
    const options = { idempotencyKey: 'lc-1/4/0', expectedVersion: 3 }
    await client.recordEvent(samples.recordEvent.input, options)
    const [request] = sent
    const target = '/v1/terminals/lc-1/events'
    const digest = sha256(request?.body ?? new Uint8Array())
    const text = lines('POST', target, '"3"', 'lc-1/4/0', 'application/json', '', digest)
    expect(request?.headers.get('x-signature')).toBe(
      `keyId=k-1,alg=hmac-sha256,at=${at},sig=${expected(text)}`,
    )
  })

  it('covers the query of a read, and an empty body', async () => {
    const { client, sent } = scripted([json(status)], { auth })
    await client.readStatus({ terminalRef, notBefore: at })
    const target = `/v1/systems/terminals/${encodeURIComponent(terminalRef)}/status?notBefore=${encodeURIComponent(at)}`
    const text = lines('GET', target, '', '', '', '', sha256(new Uint8Array()))
    expect(sent[0]?.headers.get('x-signature')).toContain(`sig=${expected(text)}`)
  })

  it('is made anew for each attempt, over the same bytes and the same key', async () => {
    let second = 0
    const ticking = { now: () => new Date(Date.parse(at) + 1_000 * second++).toISOString() }
    const { client, sent } = scripted([problem('INTERNAL', 503), json({ status: 'done', reference: 'r' })], {
      auth: hmac({ keyId: 'k-1', secret, clock: ticking }),
    })
    await client.revokeKeys(revokeKeys)
    const [first, again] = sent.map(({ headers }) => headers)
    expect([first, again].map((headers) => /at=[^,]+/.exec(headers?.get('x-signature') ?? '')?.[0])).toEqual([
      'at=2026-03-02T01:00:00.000Z',
      'at=2026-03-02T01:00:01.000Z',
    ])
    expect(again?.get('idempotency-key')).toBe(first?.get('idempotency-key'))
    expect(sent[1]?.body).toEqual(sent[0]?.body)
  })

  it('needs a key of at least 24 bytes', () => {
    expect(() => hmac({ keyId: 'k', secret: 'short', clock })).toThrow(RangeError)
  })

  it.each(['', 'k,v1=00', 'k=1', 'k 1', 'k\n1', 'Ķ', 'k'.repeat(65)])(
    'refuses %j for the id of a key where it is made',
    (keyId) => {
      expect(() => hmac({ keyId, secret, clock })).toThrow(RangeError)
    },
  )

  it('of a clock that gives no time fails the call, and nothing is sent', async () => {
    const broken = hmac({ keyId: 'k-1', secret, clock: { now: () => 'noon' } })
    const { client, sent } = scripted([json(status)], { auth: broken })
    expect(await caught(client.readStatus({ terminalRef }))).toBeInstanceOf(Error)
    expect(sent).toHaveLength(0)
  })
})

it.each(['noon', '', undefined])('A signature is not made at a time that is none: %s', async (now) => {
  const auth = hmac({ keyId: 'k-1', secret, clock: { now: () => now as string } })
  const request = { method: 'GET', target: '/', headers: {}, body: new Uint8Array() }
  await expect(auth.headers(request)).rejects.toThrow(new RangeError('The clock of a signature gave no time'))
})

it.each(['', 'a b', 'a,b', 'k'.repeat(65)])('A signature is not made under a key of no form: %j', (keyId) => {
  expect(() => hmac({ keyId, secret, clock })).toThrow('A key id is 1 to 64 letters, digits and ._-')
  expect(() => hmac({ keyId: 'k'.repeat(64), secret, clock })).not.toThrow()
})

it.each(['\ntok-1', 'tok-1\r\n', ' \t tok-1 \n\n', 'tok-1'])(
  'A token is sent without the blanks around it: %j',
  async (token) => {
    const { client, sent } = scripted([json(status)], {
      auth: { headers: async () => ({ 'x-token': token, 'x-none': ' \n ' }) },
    })
    await client.readStatus({ terminalRef })
    expect(sent.map(({ headers }) => [headers.get('x-token'), headers.get('x-none')])).toEqual([
      ['tok-1', ''],
    ])
  },
)

it('A token that is no header value is never sent, nor told', async () => {
  for (const token of ['tok\n1', 'tok\u0000', '\u4e2d']) {
    const { client, sent } = scripted([json(status)], {
      auth: { headers: async () => ({ 'x-token': token }) },
    })
    const error = await caught(client.readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'PLUGGED_IN_FAILED', part: 'auth' })
    expect([String(error).includes(token), sent]).toEqual([false, []])
  }
})
