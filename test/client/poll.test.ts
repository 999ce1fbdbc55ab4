import { describe, expect, it } from 'vitest'
import type { ApplicationView } from '../../src/contract/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, problem, scripted } from './kit.ts'

const { input, answer } = samples.getApplication
const as = (status: ApplicationView['status']) => () => json({ ...answer, status })
const reviewed = as('underReview')

/** Time that passes only while somebody waits: each wait is written down, and over at once. */
const waiting = (stopAfter = Number.POSITIVE_INFINITY, stop = () => {}) => {
  let elapsed = 0
  const waits: number[] = []
  const timer = (milliseconds: number, callback: () => void) => {
    // the limits of the calls themselves never run out here
    if (milliseconds === 10_000 || milliseconds === 30_001) return () => {}
    elapsed += milliseconds
    waits.push(milliseconds)
    if (waits.length === stopAfter) stop()
    queueMicrotask(callback)
    return () => {}
  }
  return { waits, environment: { now: () => 0, elapsed: () => elapsed, random: () => 0, timer } }
}

const asked = (
  answers: Parameters<typeof scripted>[0],
  environment: ReturnType<typeof waiting>['environment'],
) => scripted(answers, { environment, retry: { attempts: 1 }, timeout: { attempt: 10_000, total: 30_001 } })

describe('looking up an application again and again', () => {
  it('ends when it has left review, whatever it has come to [R-094]', async () => {
    for (const status of ['needsInformation', 'rejected', 'approved', 'unknown(parked)'] as const) {
      const { waits, environment } = waiting()
      const { client, sent } = asked([reviewed, reviewed, as(status)], environment)
      expect(await client.pollApplication(input, { every: 60_000 })).toMatchObject({ status })
      expect([waits, sent.length]).toEqual([[60_000, 60_000], 3])
    }
  })

  it('ends when nobody waits any longer, with the application as it still is [R-094]', async () => {
    const { waits, environment } = waiting()
    const { client } = asked([reviewed], environment)
    const seen = await client.pollApplication(input, { every: 60_000, timeout: 150_000 })
    expect(seen.status).toBe('underReview')
    expect(waits).toEqual([60_000, 60_000])
  })

  it('looks once more where the time is over just then, and where nothing is said each half minute of ten', async () => {
    const { waits, environment } = waiting()
    await asked([reviewed], environment).client.pollApplication(input, { every: 60_000, timeout: 120_000 })
    expect(waits).toEqual([60_000, 60_000])
    const usual = waiting()
    await asked([reviewed], usual.environment).client.pollApplication(input)
    expect(usual.waits).toEqual(Array(20).fill(30_000))
  })

  it('goes on after what passes, and not before it may', async () => {
    const { waits, environment } = waiting()
    const busy = () => problem('INTERNAL', 503, {})
    const told = () => {
      const answered = problem('INTERNAL', 429, {})
      answered.headers.set('retry-after', '90')
      return answered
    }
    const { client } = asked([busy, told, 'drop', as('approved')], environment)
    expect(await client.pollApplication(input, { every: 60_000 })).toMatchObject({ status: 'approved' })
    expect(waits).toEqual([60_000, 90_000, 60_000])
  })

  it('ends with what asking again does not mend, and with the reason of its signal', async () => {
    const gone = asked([problem('NOT_FOUND', 404)], waiting().environment)
    expect(await caught(gone.client.pollApplication(input))).toMatchObject({ refusal: 'NOT_FOUND' })
    const controller = new AbortController()
    const { waits, environment } = waiting(2, () => controller.abort(new Error('enough')))
    const { client } = asked([reviewed], environment)
    const polled = client.pollApplication(input, {
      every: 60_000,
      timeout: 6_000_000,
      signal: controller.signal,
    })
    expect(await caught(polled)).toMatchObject({ message: 'enough' })
    expect(waits).toHaveLength(2)
    for (const times of [{ every: 0 }, { timeout: 1.5 }, { every: 2 ** 31 }])
      expect(await caught(client.pollApplication(input, times))).toMatchObject({ code: 'INVALID_INPUT' })
  })
})
