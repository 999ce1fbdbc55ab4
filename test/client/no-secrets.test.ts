import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Auth, bearer, createAcquirerClient, hmac, Secret } from '../../src/client/index.ts'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { caught, json, problem, revokeKeys, scripted, terminalRef } from './kit.ts'

const canary = 'CANARY-7f3a91c2'
const pan = '4111111111111111'
const auths: readonly (readonly [string, Auth])[] = [
  ['a token', bearer(canary)],
  ['a token from a function', bearer(async () => canary)],
  [
    'a signing key',
    hmac({ keyId: 'k', secret: `${canary}${canary}`, clock: { now: () => '2026-03-02T01:00:00Z' } }),
  ],
]

/** Everything a log, a crash report or a debugger could make of a value. */
const printed = (value: unknown): string => {
  const { stack, cause, message } = value instanceof Error ? value : new Error('')
  const whole = inspect(value, { depth: 20, showHidden: true, getters: true })
  return [whole, JSON.stringify(value), String(value), stack, inspect(cause), message].join('\n')
}

const evil = { secret: canary, note: `card ${pan}`, authorization: `Bearer ${canary}` }
const answers = {
  lost: 'drop',
  late: 'hang',
  'a redirect': new Response(null, { status: 307, headers: { location: `https://x.example/?t=${canary}` } }),
  'no JSON': new Response(`${canary} ${pan}`),
  'the wrong JSON': json({ ...evil, acceptance: canary, status: canary }),
  'a problem': problem('BLOCKED', 409, { detail: canary, ...evil, blockers: [] }),
  'a problem with a secret title': problem('INTERNAL', 500, { title: `token=${canary} ${pan}`, ...evil }),
  'another status': json(evil, 418, { 'set-cookie': canary }),
  unauthenticated: json(evil, 401, { 'www-authenticate': canary }),
} as const

describe.each(auths)('%s', (_, auth) => {
  it.each(Object.entries(answers))('is in no error when the answer is %s', async (__, answer) => {
    const options = { auth, retry: { attempts: 2, delay: 1 }, timeout: { attempt: 10, total: 40 } }
    const { client } = scripted([answer], options)
    const body = { ...revokeKeys, serial: 'PRIVATE-1' }
    for (const work of [() => client.revokeKeys(body), () => client.readStatus({ terminalRef })]) {
      const text = printed(await caught(work()))
      expect(text).not.toContain(canary)
      expect(text).not.toContain(pan)
      expect(text).not.toContain('Bearer')
      expect(text.toLowerCase()).not.toContain('x-signature')
    }
  })

  it('is not shown by what holds it', () => {
    const { client } = scripted([], { auth })
    expect(printed([auth, client])).not.toContain(canary)
  })
})

describe('an error', () => {
  it('keeps no error of the transport as its cause', async () => {
    for (const answer of Object.values(answers)) {
      const { client } = scripted([answer], { retry: { attempts: 1 }, timeout: { attempt: 10, total: 20 } })
      const { cause } = (await caught(client.revokeKeys(revokeKeys))) as Error
      expect(cause === undefined || isTerminalLifecycleError(cause)).toBe(true)
      expect(await caught(client.readStatus({ terminalRef }))).not.toHaveProperty('cause')
    }
  })

  it('of a lost connection names what went wrong below, by code only', async () => {
    const cause = Object.assign(new Error(`connect to ${canary}`), { code: 'ECONNREFUSED' })
    const fetch = () => Promise.reject(new TypeError(`fetch failed ${canary}`, { cause }))
    const { client } = scripted([], { fetch, retry: { attempts: 1 } })
    const error = await caught(client.readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'TypeError Error ECONNREFUSED' })
    expect(printed(error)).not.toContain(canary)
  })

  it('of wrong input does not repeat the input', async () => {
    const { client } = scripted([])
    const error = await caught(client.revokeKeys({ ...revokeKeys, serial: `${canary} ${pan}` }))
    expect(printed(error)).not.toContain(canary)
    expect(printed(error)).not.toContain(pan)
  })
})

describe('a secret', () => {
  it('shows itself to nobody who does not ask for it', () => {
    const secret = new Secret(canary)
    expect(secret.reveal()).toBe(canary)
    expect(
      [`${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ secret })].join(),
    ).not.toContain(canary)
    expect(Object.keys(secret)).toEqual([])
  })
})

describe('a base URL', () => {
  it.each([
    'http://acquirer.example/v1',
    'http://localhost.acquirer.example',
    'http://acquirer-localhost',
    'http://127.0.0.1.acquirer.example',
    'http://127.acquirer.example',
    'http://[::2]',
    `https://user:${canary}@acquirer.example`,
    `https://acquirer.example/?key=${canary}`,
    'https://acquirer.example/#x',
    'ftp://acquirer.example',
    '/v1',
    'not a URL',
  ])('like %s is refused without being repeated', (baseUrl) => {
    const make = () => createAcquirerClient({ baseUrl, auth: bearer('t') })
    expect(make).toThrow(expect.objectContaining({ code: 'UNTRUSTED_ENDPOINT', reason: 'baseUrl' }))
    expect(make).not.toThrow(canary)
  })

  it.each([
    'https://acquirer.example/api/v1/',
    'http://127.0.0.1:8080/v1',
    'http://localhost:1',
    'http://[::1]:1/v1',
  ])('like %s is taken', (baseUrl) => {
    expect(() => createAcquirerClient({ baseUrl, auth: bearer('t') })).not.toThrow()
  })
})
