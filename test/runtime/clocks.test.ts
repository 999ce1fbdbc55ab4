import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/runtime/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { testClock } from '../support/clock.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { manualEnvironment, settled } from './manual-environment.ts'
import { escalation, note } from './rig.ts'

const noInstants = [
  undefined,
  '',
  'yesterday',
  '2026-13-01T00:00:00Z',
  '2026-03-02',
  5,
  new Date(),
  Number.NaN,
]
const noTimes = [undefined, Number.NaN, Number.POSITIVE_INFINITY, '5', 9e15]

const refused = (path: string) => ({ code: 'INVALID_INPUT', issues: [{ path, code: 'INVALID_FORMAT' }] })

/** A runtime over a clock and an environment that may go wrong later. */
async function runtimeOver() {
  const good = testClock()
  const wall = manualEnvironment()
  const bad: { clock?: unknown; wall?: unknown } = {}
  const clock = { now: () => ('clock' in bad ? (bad.clock as string) : good.now()) }
  const environment = { ...wall, now: () => ('wall' in bad ? (bad.wall as number) : wall.now()) }
  const failures: Failure[] = []
  const runtime = createRuntime({
    ...{ store: memoryStore(), services: silentServices, clock, environment },
    onFailure: (failure) => failures.push(failure),
  })
  await runtime.open(terminal())
  const send = (commandId: string, event = note('x')) =>
    runtime.dispatch({ lifecycleId: 'life-1', commandId, actor: p1, event })
  return { runtime, bad, send, failures, wall }
}

describe('a bad clock', () => {
  it.each(noInstants)('is refused where a runtime is made: business time %j', (now) => {
    const clock = { now: () => now as string }
    const make = () => createRuntime({ store: memoryStore(), services: silentServices, clock })
    expect(make).toThrow(expect.objectContaining(refused('/clock')))
  })

  it.each(noTimes)('is refused where a runtime is made: wall time %j', (now) => {
    const environment = { ...manualEnvironment(), now: () => now as number }
    for (const clock of [undefined, testClock()]) {
      const make = () => createRuntime({ store: memoryStore(), services: silentServices, environment, clock })
      expect(make).toThrow(expect.objectContaining(refused('/environment')))
    }
  })

  it.each([
    ['/clock', { clock: 'yesterday' }],
    ['/environment', { wall: Number.NaN }],
  ])('is refused by name at each use, and nothing is stored under it: %s', async (path, how) => {
    const { runtime, bad, send } = await runtimeOver()
    Object.assign(bad, how)
    await expect(send('c-1')).rejects.toMatchObject(refused(path))
    const other = terminal({ lifecycleId: 'life-2', terminalId: 'T2' })
    await expect(runtime.open(other)).rejects.toMatchObject(refused(path))
    await expect(runtime.drain()).rejects.toMatchObject(refused(path))
    for (const name of ['clock', 'wall'] as const) delete bad[name]
    expect(await collect(runtime.journal('life-1', asP1))).toHaveLength(1)
    expect(await runtime.get('life-2', asP1)).toBeUndefined()
    // the command was not used up
    expect(await send('c-1')).toMatchObject({ accepted: true })
  })

  it.each([
    ['/clock', { clock: 'yesterday' }],
    ['/environment', { wall: Number.NaN }],
  ])('is told to onFailure by run, which waits and goes on when it is good again: %s', async (path, how) => {
    const { runtime, bad, send, failures, wall } = await runtimeOver()
    await send('c-1', escalation)
    Object.assign(bad, how)
    const stop = new AbortController()
    const ended = runtime.run({ signal: stop.signal })
    await settled()
    expect(failures).toMatchObject([{ error: refused(path) }])
    expect(wall.sleepers.size).toBe(1)
    for (let times = 2; times <= 15; times += 1) {
      await wall.advance(60_000)
      expect(failures).toHaveLength(times)
    }
    for (const name of ['clock', 'wall'] as const) delete bad[name]
    await wall.advance(60_000)
    expect((await runtime.drain()).waiting).toEqual([])
    stop.abort()
    await ended
  })
})

describe('a clock that jumps', () => {
  it('costs nobody the answer to an old command: it is journalled once', async () => {
    const { runtime, bad, send, wall } = await runtimeOver()
    const first = await send('c-1')
    bad.wall = wall.now() + 10 * 365 * 86_400_000
    await send('c-2')
    delete bad.wall
    expect(await send('c-1')).toEqual(first)
    expect(await collect(runtime.journal('life-1', asP1))).toHaveLength(3)
  })
})
