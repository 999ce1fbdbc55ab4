import { describe, expect, it, vi } from 'vitest'
import { type ClientEnvironment, hostEnvironment } from '../../src/client/environment.ts'
import { Lanes } from '../../src/client/lanes.ts'
import { pause, within } from '../../src/client/within.ts'
import { caught, problem, scripted, terminalRef } from './kit.ts'

/** An environment that counts its timers that wait. */
const counted = () => {
  const waiting = new Set<object>()
  const environment: ClientEnvironment = {
    ...hostEnvironment,
    timer: (milliseconds, callback) => {
      const timer = {}
      waiting.add(timer)
      const callOff = hostEnvironment.timer(milliseconds, () => {
        waiting.delete(timer)
        callback()
      })
      return () => {
        waiting.delete(timer)
        callOff()
      }
    },
  }
  return { waiting, environment }
}

const listened = () => {
  const { signal } = new AbortController()
  const add = vi.spyOn(signal, 'addEventListener')
  const remove = vi.spyOn(signal, 'removeEventListener')
  const left = () => {
    const removed = remove.mock.calls.map(([, listener]) => listener)
    return add.mock.calls.filter(([, listener]) => !removed.includes(listener)).length
  }
  return { signal, add, left }
}

const failure = new Error('no')

describe('a work that fails', () => {
  it('leaves no timer and no listener behind', async () => {
    const { waiting, environment } = counted()
    const { signal, add, left } = listened()
    expect(await caught(within(60_000, environment, signal, async () => Promise.reject(failure)))).toBe(
      failure,
    )
    expect(add).toHaveBeenCalledTimes(1)
    expect([waiting.size, left()]).toEqual([0, 0])
  })

  it('because a token cannot be renewed leaves none of the whole call', async () => {
    const { waiting, environment } = counted()
    const { signal, left } = listened()
    const auth = { headers: async () => ({}), renew: async () => Promise.reject(failure) }
    const { client } = scripted([problem('UNAUTHENTICATED', 401)], { auth, environment })
    expect(await caught(client.readStatus({ terminalRef }, { signal }))).toMatchObject({ status: 401 })
    expect([waiting.size, left()]).toEqual([0, 0])
  })
})

describe('a timer that calls back at once', () => {
  const environment: ClientEnvironment = {
    ...hostEnvironment,
    timer: (_, callback) => {
      callback()
      return () => {}
    },
  }

  it('ends a work before it has begun', async () => {
    const work = vi.fn(async () => {})
    const { signal, left } = listened()
    expect(await within(1, environment, signal, work)).toBe('late')
    expect(work).not.toHaveBeenCalled()
    expect(left()).toBe(0)
  })

  it('ends a pause', async () => {
    const { signal, left } = listened()
    await pause(1, environment, signal)
    expect(left()).toBe(0)
  })

  it('ends a wait for a turn, and takes no turn', async () => {
    const lanes = new Lanes(1, environment)
    const { signal, left } = listened()
    expect(await lanes.enter(1, signal)).toBe(true)
    expect(await lanes.enter(1, signal)).toBe(false)
    lanes.leave()
    expect(await lanes.enter(1, signal)).toBe(true)
    expect(left()).toBe(0)
  })
})

describe('a signal', () => {
  it('that is aborted already ends a pause at once', async () => {
    const { waiting, environment } = counted()
    await pause(60_000, environment, AbortSignal.abort())
    expect(waiting.size).toBe(0)
  })

  it('of a work that is done does not abort', async () => {
    let given: AbortSignal | undefined
    await within(60_000, hostEnvironment, undefined, async (signal) => {
      given = signal
    })
    expect(given?.aborted).toBe(false)
  })
})
