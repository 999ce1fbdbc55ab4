import { describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { createAcquirerHandler, type Implementation } from '../../src/server/index.ts'
import { faulty, faultyStore, manualTime } from '../../src/testing/index.ts'
import { caught } from '../client/kit.ts'
import { samples } from '../contract/samples.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

describe('a handler of one’s own', () => {
  it('loses the answer to a decision that was taken', async () => {
    const time = manualTime()
    let decided = 0
    const decideApplication = () => {
      decided += 1
      return samples.decideApplication.answer
    }
    const handler = createAcquirerHandler({ decideApplication } as Implementation<'portal'>, {
      side: 'portal',
      authenticate: () => p1,
    })
    const portal = faulty(handler, { clock: time.clock, side: 'portal' })
    const fetch = async (url: string | URL | Request, init?: RequestInit) => {
      const answer = await portal.handle(new Request(url, init))
      if (!answer) throw new TypeError('fetch failed')
      return answer
    }
    const once = { auth: bearer('t'), retry: { attempts: 1 }, fetch }
    const client = createAcquirerClient({ baseUrl: 'https://portal.example/v1', ...once })
    portal.play('approval-lost-ack')
    expect(await caught(client.decideApplication(samples.decideApplication.input))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    })
    expect([decided, portal.unspent()]).toEqual([1, []])
  })
})

const opened = async () => {
  const { clock, environment, advance } = manualTime()
  const faults = faultyStore(memoryStore())
  const begin = () => {
    const { store, died } = faults.open()
    return { runtime: createRuntime({ store, services: silentServices, clock, environment }), died }
  }
  const first = begin()
  await first.runtime.open(terminal())
  const note = (commandId: string) =>
    ({
      lifecycleId: 'life-1',
      commandId,
      actor: p1,
      event: { type: 'note.recorded', kind: 'note', text: 'called the shop' },
    }) as const
  /** What waits for time to pass gets it. */
  const inTime = async <Result>(work: Promise<Result>): Promise<Result> => {
    let isOver = false
    const ended = work.finally(() => {
      isOver = true
    })
    while (!isOver) {
      advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return ended
  }
  return { faults, begin, note, inTime, ...first }
}

describe('a store', () => {
  it('that fails to write has written nothing, and the same command goes through later', async () => {
    const { faults, runtime, note } = await opened()
    faults.play('store-write-fails')
    expect(await caught(runtime.dispatch(note('c-1')))).toMatchObject({ code: 'STORE_FAILED' })
    expect((await runtime.get('life-1', asP1))?.version).toBe(0)
    expect(await runtime.dispatch(note('c-1'))).toMatchObject({ accepted: true })
    expect(faults.unspent()).toEqual([])
  })

  it('that has written and does not say so gives the same answer when it is asked again', async () => {
    const { faults, runtime, note } = await opened()
    faults.play('store-write-unacknowledged')
    await caught(runtime.dispatch(note('c-1')))
    expect(await runtime.dispatch(note('c-1'))).toMatchObject({ accepted: true })
    expect((await runtime.get('life-1', asP1))?.version).toBe(1)
  })

  it('that reads what is stale has nothing written on top of it', async () => {
    const { faults, runtime, note, inTime } = await opened()
    for (const id of ['c-1', 'c-2']) await runtime.dispatch(note(id))
    faults.play('store-stale-read')
    expect(await inTime(runtime.dispatch(note('c-3')))).toMatchObject({ accepted: true })
    expect((await runtime.get('life-1', asP1))?.version).toBe(3)
  })

  it('that is cut off says so', async () => {
    const { faults, runtime, note } = await opened()
    faults.play('store-torn-write')
    expect(await caught(runtime.dispatch(note('c-1')))).toMatchObject({ code: 'CORRUPT_RECORD' })
  })

  it.each(['crash-before-the-write', 'crash-after-the-write'] as const)(
    'dies with its process, and the next one goes on: %s',
    async (name) => {
      const { faults, runtime, begin, note, died } = await opened()
      faults.play(name)
      const lost = runtime.dispatch(note('c-1'))
      expect(await Promise.race([died.then(() => 'died'), lost])).toBe('died')
      const next = begin()
      expect(await next.runtime.dispatch(note('c-1'))).toMatchObject({ accepted: true })
      expect((await next.runtime.get('life-1', asP1))?.version).toBe(1)
    },
  )
})

describe('time that stands still', () => {
  it('goes on when it is told to, and wakes who sleeps', async () => {
    const { clock, environment, advance } = manualTime('2026-03-02T01:00:00Z')
    let woken = false
    const sleeping = environment.sleep(1_000).then(() => {
      woken = true
    })
    advance(999)
    await Promise.resolve()
    expect(woken).toBe(false)
    advance(1)
    await sleeping
    expect(clock.now()).toBe('2026-03-02T01:00:01.000Z')
    expect(environment.uuid()).not.toBe(environment.uuid())
  })

  it('is wrong as a scenario says', () => {
    const time = manualTime('2026-03-02T01:00:00Z')
    time.play('clock-ten-minutes-behind')
    expect(time.clock.now()).toBe('2026-03-02T00:50:00.000Z')
    time.play('clock-jumps-a-day-ahead')
    expect(time.clock.now()).toBe('2026-03-03T00:50:00.000Z')
    time.play('leap-day')
    time.advance(11 * 60_000)
    expect(time.clock.now()).toBe('2028-02-28T16:00:00.000Z')
    time.set('2026-01-01T00:10:00Z')
    expect(time.clock.now()).toBe('2026-01-01T00:10:00.000Z')
    time.wait(60_000)
    expect(time.clock.now()).toBe('2026-01-01T00:10:00.000Z')
  })
})
