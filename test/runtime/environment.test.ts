import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTurn } from '../../src/runtime/environment.ts'
import { systemEnvironment as environment } from '../../src/runtime/index.ts'

afterEach(() => vi.useRealTimers())

const days = 86_400_000

describe('sleep', () => {
  it('keeps lengths beyond the 24.8 days at which a bare timer fires at once', async () => {
    vi.useFakeTimers()
    let awake = false
    const sleeping = environment.sleep(60 * days).then(() => {
      awake = true
    })
    await vi.advanceTimersByTimeAsync(60 * days - 1)
    expect(awake).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(awake).toBe(true)
    await sleeping
  })

  it('ends at once when its signal is aborted, before or while it sleeps, and leaves no timer', async () => {
    vi.useFakeTimers()
    const controller = new AbortController()
    const sleeping = environment.sleep(60 * days, controller.signal)
    controller.abort()
    await sleeping
    await environment.sleep(60 * days, controller.signal)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not sleep for less than nothing', async () => {
    await environment.sleep(-5)
    await environment.sleep(0)
  })
})

describe('the system environment', () => {
  it('tells the time, chance and names of its host', () => {
    const before = Date.now()
    const now = environment.now()
    expect([before <= now, now <= Date.now()]).toEqual([true, true])
    expect(environment.random()).toBeLessThan(1)
    expect(environment.uuid()).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('gives the host its turn also while timers are faked', async () => {
    vi.useFakeTimers()
    await nextTurn()
  })
})
