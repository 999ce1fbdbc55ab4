import { describe, expect, it } from 'vitest'
import { hostEnvironment } from '../../src/client/environment.ts'
import type { AcquirerClientOptions } from '../../src/client/index.ts'
import { inFakeTime } from './fake-time.ts'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const limited = (headers: Record<string, string>) => json({}, 429, headers)
const withChance = (chance: number): Partial<AcquirerClientOptions> => ({
  environment: { ...hostEnvironment, random: () => chance },
  retry: { delay: 100, throttledDelay: 1000 },
})

/** How long a call waited for its second attempt, in milliseconds. */
const waited = async (headers: Record<string, string>, chance = 0): Promise<number> => {
  const { took } = await inFakeTime(async () => {
    const { client } = scripted([limited(headers), json(status)], withChance(chance))
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })
  return Math.round(took)
}

describe('Retry-After', () => {
  it('in seconds is waited for, and by chance up to a tenth longer, never shorter', async () => {
    expect(await waited({ 'retry-after': '7' })).toBe(7_000)
    expect(await waited({ 'retry-after': '7' }, 0.999)).toBeGreaterThan(7_500)
    expect(await waited({ 'retry-after': '7' }, 0.999)).toBeLessThanOrEqual(7_800)
  })

  it('as a date is measured against the date of the answer, else against the clock here', async () => {
    const date = 'Mon, 05 Jan 2026 00:00:00 GMT'
    expect(await waited({ 'retry-after': 'Mon, 05 Jan 2026 00:00:09 GMT', date })).toBe(9_000)
    const soon = await inFakeTime(async () => {
      const told = new Date(Math.ceil(Date.now() / 1000) * 1000 + 9_000)
      const { client } = scripted(
        [limited({ 'retry-after': told.toUTCString() }), json(status)],
        withChance(0),
      )
      await client.readStatus({ terminalRef })
      return Date.now() - told.getTime()
    })
    expect(soon.result).toBeGreaterThanOrEqual(0)
  })

  it.each(['Monday, 05-Jan-26 00:00:09 GMT', 'Mon Jan  5 00:00:09 2026', 'Mon Jan 05 00:00:09 2026'])(
    'as a date of the older forms is waited for: %s',
    async (told) => {
      for (const date of ['Mon, 05 Jan 2026 00:00:00 GMT', 'Mon Jan  5 00:00:00 2026'])
        expect(await waited({ 'retry-after': told, date })).toBe(9_000)
    },
  )

  it.each(['soon', '-3', '1e9', '12,5', '1234567890123', 'Mon, 99 Foo 2026 00:00:00 GMT', ''])(
    'that says %j is ignored',
    async (told) => {
      expect(await waited({ 'retry-after': told }, 0.5)).toBe(500)
    },
  )

  it('in the past does not wait', async () => {
    const headers = { 'retry-after': 'Mon, 05 Jan 2026 00:00:00 GMT', date: 'Tue, 06 Jan 2026 00:00:00 GMT' }
    expect(await waited(headers)).toBe(0)
  })

  it.each([
    ['a minute and a second', { 'retry-after': '61' }, 61],
    ['ten years', { 'retry-after': '315360000' }, 315_360_000],
    ['longer than the whole call may take', { 'retry-after': '45' }, 45],
    ['as long as the whole call may take', { 'retry-after': '30' }, 30],
    [
      'ten years as a date',
      { 'retry-after': 'Sun, 06 Jan 2036 00:00:00 GMT', date: 'Mon, 05 Jan 2026 00:00:00 GMT' },
      315_619_200,
    ],
    [
      'a far date without another to measure it by',
      { 'retry-after': 'Tue, 06 Jan 2099 00:00:00 GMT' },
      undefined,
    ],
  ])('of %s ends the call at once and is handed on', async (_, headers, seconds) => {
    const { result, took } = await inFakeTime(async () => {
      const { client, sent } = scripted([limited(headers as Record<string, string>)], withChance(0.5))
      return { error: await caught(client.readStatus({ terminalRef })), attempts: sent.length }
    })
    expect(result).toMatchObject({
      error: { code: 'HTTP_ERROR', status: 429, retryable: true, retryAfter: seconds ?? expect.any(Number) },
      attempts: 1,
    })
    expect(took).toBeLessThan(1)
  })

  it('is handed on with a write of which nobody knows the end', async () => {
    const { client } = scripted([json({}, 503, { 'retry-after': '3600' })])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      retryAfter: 3600,
    })
  })
})

describe('a delay between attempts', () => {
  it('doubles, is a random part of that, and at most twenty seconds', async () => {
    const { result } = await inFakeTime(async (elapsed) => {
      const at: number[] = []
      const { client } = scripted([], {
        ...withChance(1),
        retry: { attempts: 12, delay: 100 },
        timeout: { total: 600_000 },
        fetch: async () => {
          at.push(elapsed())
          throw new TypeError('fetch failed')
        },
      })
      await caught(client.readStatus({ terminalRef }))
      return at.map((moment, place) => Math.round(moment - (at[place - 1] ?? 0)))
    })
    expect(result).toEqual([0, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000, 20_000])
  })

  it('that would outlast the call is not begun', async () => {
    const { result, took } = await inFakeTime(async () => {
      const { client, sent } = scripted(['drop'], {
        ...withChance(0.9),
        retry: { delay: 10_000 },
        timeout: { total: 5_000 },
      })
      return { error: await caught(client.readStatus({ terminalRef })), attempts: sent.length }
    })
    expect(result).toMatchObject({ error: { code: 'CONNECTION_FAILED' }, attempts: 1 })
    expect(took).toBeLessThan(1)
  })

  it('ends when the caller gives up', async () => {
    const { result, took } = await inFakeTime(async () => {
      const caller = new AbortController()
      setTimeout(() => caller.abort(new Error('mine')), 50)
      const { client } = scripted([problem('BUSY', 503)], { ...withChance(0.9), retry: { delay: 10_000 } })
      return caught(client.readStatus({ terminalRef }, { signal: caller.signal }))
    })
    expect(took).toBeLessThan(60)
    expect(result).toBeInstanceOf(Error)
  })
})
