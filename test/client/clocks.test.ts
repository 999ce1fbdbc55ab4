import { afterEach, describe, expect, it, vi } from 'vitest'
import { bearer } from '../../src/client/index.ts'
import { inFakeTime } from './fake-time.ts'
import { caught, json, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const done = json({ status: 'done', reference: 'r-1' })

describe('the clock of', () => {
  it('one attempt is named when it has run out', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client } = scripted(['hang'], { retry: { attempts: 1 } })
      return caught(client.readStatus({ terminalRef }))
    })
    expect(result).toMatchObject({ code: 'REQUEST_TIMEOUT', clock: 'attempt', timeout: 10_000 })
    expect(Math.round(took)).toBe(10_000)
  })

  it('the whole call is named when it has run out, and ends it there', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client, sent } = scripted(['hang'], { retry: { attempts: 9, delay: 1 } })
      return { error: await caught(client.readStatus({ terminalRef })), attempts: sent.length }
    })
    expect(result.error).toMatchObject({ code: 'REQUEST_TIMEOUT', clock: 'total', timeout: 30_000 })
    expect(result.attempts).toBe(3)
    expect(took).toBeLessThanOrEqual(30_250)
  })

  it('an attempt of an upload is as long as that of the whole upload', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client } = scripted(['hang'], { retry: { attempts: 1 }, timeout: { upload: 90_000 } })
      return caught(client.putDocumentContent({ documentId: 'd-1', content: new Uint8Array(3) }))
    })
    const error = result as { cause?: unknown }
    expect(error.cause ?? error).toMatchObject({ code: 'REQUEST_TIMEOUT', timeout: 90_000 })
    expect(Math.round(took)).toBe(90_000)
  })

  it('an attempt ends a body that drips for ever', async () => {
    const drip = () => {
      const chunk = new TextEncoder().encode(' ')
      return new Response(
        new ReadableStream({
          pull: (stream) =>
            new Promise<void>((resolve) => {
              setTimeout(() => {
                stream.enqueue(chunk)
                resolve()
              }, 1_000)
            }),
        }),
      )
    }
    const { result, took } = await inFakeTime(async () => {
      const { client } = scripted([drip], { retry: { attempts: 1 } })
      return caught(client.readStatus({ terminalRef }))
    })
    expect(result).toMatchObject({ code: 'REQUEST_TIMEOUT', clock: 'attempt' })
    expect(Math.round(took)).toBe(10_000)
  })

  it('the whole call leaves a write unknown, whose attempts are all under way', async () => {
    const { result } = await inFakeTime(async () => {
      const { client, sent } = scripted(['hang'], { retry: { delay: 1 } })
      return {
        error: await caught(client.revokeKeys(revokeKeys)),
        keys: sent.map(({ headers }) => headers.get('idempotency-key')),
      }
    })
    expect(result.error).toMatchObject({ code: 'OUTCOME_UNKNOWN', cause: { code: 'REQUEST_TIMEOUT' } })
    expect(new Set(result.keys).size).toBe(1)
  })

  it('signing runs too: a write that was never signed was never sent', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client, sent } = scripted([done], { auth: bearer(() => new Promise<string>(() => {})) })
      return { error: await caught(client.revokeKeys(revokeKeys)), attempts: sent.length }
    })
    expect(result).toMatchObject({ error: { code: 'REQUEST_TIMEOUT', clock: 'attempt' }, attempts: 0 })
    expect(Math.round(took)).toBe(10_000)
  })

  it('signing has run out before a token came: it is not sent after all', async () => {
    const { result } = await inFakeTime(async () => {
      const late = () => new Promise<string>((resolve) => setTimeout(() => resolve('t'), 15_000))
      const { client, sent } = scripted([done], { auth: bearer(late) })
      const error = await caught(client.revokeKeys(revokeKeys))
      await new Promise((resolve) => setTimeout(resolve, 30_000))
      return { error, attempts: sent.length }
    })
    expect(result).toMatchObject({ error: { code: 'REQUEST_TIMEOUT' }, attempts: 0 })
  })
})

it('A caller who gives up tells whoever carries the request why', async () => {
  const [caller, why] = [new AbortController(), new Error('mine')]
  const seen: unknown[] = []
  const fetch = (_: string, { signal }: RequestInit) => {
    setImmediate(() => caller.abort(why))
    return new Promise<Response>((_, reject) =>
      signal?.addEventListener('abort', () => {
        seen.push(signal.reason)
        reject(signal.reason)
      }),
    )
  }
  const { client } = scripted([], { fetch })
  expect(await caught(client.readStatus({ terminalRef }, { signal: caller.signal }))).toBe(why)
  expect(seen).toEqual([why])
})

describe('the queue', () => {
  const busy = (concurrency: number) => {
    const going: (() => void)[] = []
    const made = scripted([], {
      concurrency,
      retry: { attempts: 1 },
      timeout: { attempt: 60_000, total: 60_000, queue: 5_000 },
      fetch: () =>
        new Promise<Response>((resolve) => {
          going.push(() => resolve(done.clone()))
        }),
    })
    return { client: made.client, going }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const later = async () => {
    for (let count = 0; count < 20; count += 1) await turn()
  }

  it('keeps calls back until one of those under way has ended, first come first served', async () => {
    const { client, going } = busy(2)
    const ended: number[] = []
    const calls = [0, 1, 2, 3].map((place) => client.revokeKeys(revokeKeys).then(() => ended.push(place)))
    await later()
    expect(going).toHaveLength(2)
    going[1]?.()
    await later()
    expect(going).toHaveLength(3)
    going[2]?.()
    await later()
    for (const go of going) go()
    await later()
    for (const go of going) go()
    await Promise.all(calls)
    expect(ended).toEqual([1, 2, 0, 3])
  })

  it('names its clock when a turn does not come, and nothing was sent: not even a write is unknown', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client, going } = busy(1)
      const first = client.revokeKeys(revokeKeys)
      const error = await caught(client.revokeKeys(revokeKeys))
      const attempts = going.length
      going[0]?.()
      await first
      return { error, attempts }
    })
    expect(result).toMatchObject({
      error: { code: 'REQUEST_TIMEOUT', clock: 'queue', timeout: 5_000 },
      attempts: 1,
    })
    expect(Math.round(took)).toBe(5_000)
  })

  it('lets a caller go who gives up, and gives the turn to the next', async () => {
    const { client, going } = busy(1)
    const caller = new AbortController()
    const first = client.revokeKeys(revokeKeys)
    const second = caught(client.revokeKeys(revokeKeys, { signal: caller.signal }))
    const third = client.revokeKeys(revokeKeys)
    await later()
    caller.abort(new Error('mine'))
    expect(await second).toEqual(new Error('mine'))
    going[0]?.()
    await later()
    expect(going).toHaveLength(2)
    going[1]?.()
    await Promise.all([first, third])
  })

  it.each([0, 1.5, -1, Number.NaN])('of %d places is refused when the client is made', (concurrency) => {
    expect(() => scripted([], { concurrency })).toThrow(
      expect.objectContaining({ issues: [{ path: '/concurrency', code: 'NOT_ALLOWED_VALUE' }] }),
    )
  })
})

describe('an environment that cannot make a request', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is told as what it is, at once: no clock has run out, and nothing was sent', async () => {
    const { client, sent } = scripted([json(status)])
    // As in a page simulated by jsdom, whose signals the platform's own requests do not take; some releases of Node take any.
    vi.stubGlobal(
      'Request',
      class {
        constructor() {
          throw new TypeError('RequestInit: Expected signal to be an instance of AbortSignal.')
        }
      },
    )
    for (const call of [client.readStatus({ terminalRef }), client.revokeKeys(revokeKeys)]) {
      const error = await caught(call)
      expect(error).toMatchObject({ code: 'CONNECTION_FAILED' })
      expect(error).toMatchObject({ reason: expect.stringMatching(/^TypeError.*AbortSignal/) })
    }
    expect(sent).toEqual([])
  })
})
