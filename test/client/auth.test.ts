import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bearer, hmac } from '../../src/client/index.ts'
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

  it('that cannot be had fails the call with its own error, and nothing is sent', async () => {
    const own = new Error('vault is closed')
    const { client, sent } = scripted([json(status)], { auth: bearer(() => Promise.reject(own)) })
    expect(await caught(client.revokeKeys(revokeKeys))).toBe(own)
    expect(sent).toHaveLength(0)
  })
})

describe('an HMAC signature', () => {
  it('covers method, target, time, key and exactly the bytes that are sent', async () => {
    const { client, sent } = scripted([json({ status: 'done', reference: 'r' })], {
      auth: hmac({ keyId: 'k-1', secret, clock }),
    })
    await client.revokeKeys(revokeKeys, { idempotencyKey: 'lc-1/4/0' })
    const [request] = sent
    const expected = createHmac('sha256', secret)
      .update(`POST\n/v1/systems/devices/123-456-789/key-revocations\n${at}\nlc-1/4/0\n`)
      .update(request?.body ?? '')
      .digest('hex')
    expect(request?.headers.get('x-signature')).toBe(`keyId=k-1,at=${at},v1=${expected}`)
  })

  it('covers the query of a read', async () => {
    const { client, sent } = scripted([json(status)], { auth: hmac({ keyId: 'k-1', secret, clock }) })
    await client.readStatus({ terminalRef, notBefore: at })
    const target = `/v1/systems/terminals/${encodeURIComponent(terminalRef)}/status?notBefore=${encodeURIComponent(at)}`
    const expected = createHmac('sha256', secret).update(`GET\n${target}\n${at}\n\n`).digest('hex')
    expect(sent[0]?.headers.get('x-signature')).toContain(expected)
  })

  it('needs a key of at least 24 bytes', () => {
    expect(() => hmac({ keyId: 'k', secret: 'short', clock })).toThrow(RangeError)
  })
})
