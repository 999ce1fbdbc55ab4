import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import ky from 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Transport } from '../../src/client/index.ts'
import { caught, json, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const done = { status: 'done', reference: 'r-1' }

/** A ky of somebody's own, with everything that might get in our way, and what its `fetch` was asked. */
const own = (answers: readonly (Response | 'drop')[]) => {
  const sent: Request[] = []
  const seen: string[] = []
  const instance = ky.create({
    retry: { limit: 9, methods: ['get', 'post'] },
    timeout: 1,
    headers: { 'x-partner': 'p-7', accept: 'text/html' },
    hooks: {
      beforeRequest: [({ request }) => void seen.push(`> ${request.method}`)],
      afterResponse: [({ response }) => void seen.push(`< ${response.status}`)],
      beforeRetry: [() => void seen.push('again')],
    },
    fetch: async (input) => {
      sent.push(input as Request)
      await new Promise((resolve) => setTimeout(resolve, 5))
      const answer = answers[Math.min(sent.length, answers.length) - 1] ?? 'drop'
      if (answer === 'drop') throw new TypeError('fetch failed')
      return answer.clone()
    },
  })
  const { client } = scripted([], { fetch: undefined, ky: instance } as object)
  return { client, sent, seen }
}

describe('an instance of ky', () => {
  it('carries every attempt, with its hooks and headers; those of the client win', async () => {
    const { client, sent, seen } = own([json({}, 503), json(done)])
    expect(await client.revokeKeys(revokeKeys, { idempotencyKey: 'k-1' })).toEqual(done)
    expect(seen).toEqual(['> POST', '< 503', '> POST', '< 200'])
    for (const { headers } of sent) {
      expect(headers.get('x-partner')).toBe('p-7')
      expect(headers.get('accept')).toBe('application/json, application/problem+json')
      expect(headers.get('idempotency-key')).toBe('k-1')
      expect(headers.get('authorization')).toBe('Bearer token')
    }
  })

  it('repeats nothing by itself and gives up nothing: what its own options say of that does not count', async () => {
    const { client, sent, seen } = own(['drop'])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    expect([sent.length, seen]).toEqual([3, ['> POST', '> POST', '> POST']])
  })

  it.each([400, 404, 409])('hands on a %i as it came', async (code) => {
    const { client, sent } = own([json({}, code)])
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'HTTP_ERROR',
      status: code,
    })
    expect(sent).toHaveLength(1)
  })

  it('follows no redirect', async () => {
    const { client, sent } = own([
      new Response(null, { status: 307, headers: { location: 'https://e.example/' } }),
    ])
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ code: 'UNTRUSTED_ENDPOINT' })
    expect(sent.map(({ redirect }) => redirect)).toEqual(['manual'])
  })
})

describe('a transport', () => {
  it('is handed what leaves, and says no more than what came', async () => {
    const sent: Parameters<Transport>[0][] = []
    const discard = vi.fn()
    const transport: Transport = async (request) => {
      sent.push(request)
      return {
        status: 200,
        headers: new Headers(),
        bytes: async () => new TextEncoder().encode(JSON.stringify(status)),
        discard,
      }
    }
    const { client } = scripted([], { fetch: undefined, transport } as object)
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(sent).toMatchObject([
      { method: 'GET', body: undefined, headers: { authorization: 'Bearer token' } },
    ])
    expect(discard).not.toHaveBeenCalled()
  })
})

describe('what carries a request', () => {
  const never = async () => {
    throw new TypeError('never')
  }

  it.each([
    ['two of them', { fetch: never, ky }, '/ky', 'NOT_ALLOWED_VALUE'],
    ['two others', { fetch: undefined, ky, transport: never }, '/transport', 'NOT_ALLOWED_VALUE'],
    ['no function', { fetch: undefined, transport: {} }, '/transport', 'WRONG_TYPE'],
  ])('is one function: %s are refused when the client is made', (_, options, path, code) => {
    expect(() => scripted([], options as object)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', issues: [{ path, code }] }),
    )
  })
})

describe('the timers of a call', () => {
  afterEach(() => vi.useRealTimers())

  it('are all called off when it has ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client } = scripted([json({}, 500), json({}, 401), json(status)], { retry: { delay: 0 } })
    const call = caught(client.readStatus({ terminalRef }))
    await vi.advanceTimersByTimeAsync(5)
    await call
    expect(vi.getTimerCount()).toBe(0)
  })

  it('and what listens for its caller, too, is gone', async () => {
    const caller = new AbortController()
    const [add, remove] = [
      vi.spyOn(caller.signal, 'addEventListener'),
      vi.spyOn(caller.signal, 'removeEventListener'),
    ]
    const { client } = scripted([json({}, 500), json(status)])
    await client.readStatus({ terminalRef }, { signal: caller.signal })
    expect(remove.mock.calls.length).toBe(add.mock.calls.length)
  })
})

describe('without another carrier', () => {
  it('the `fetch` of the platform carries, whatever stands there when it is called', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(status))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { client } = scripted([], { fetch: undefined, baseUrl: `http://127.0.0.1:${port}` } as object)
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    server.closeAllConnections()
    server.close()
  })
})
