import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemEnvironment } from '../../../src/runtime/index.ts'
import type { Call, LifecycleEvent } from '../../../src/schemas/index.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { escalation, note } from '../rig.ts'
import { restateRig } from './rig.ts'

const day = 86_400_000
const clock = testClock()
const later = (ms: number) => new Date(Date.parse(clock.now()) + ms).toISOString()
const lives = Array.from({ length: 6 }, (_, n) => `life-${n}`)
const paused: LifecycleEvent = {
  ...{ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', test: 'none', until: later(5 * day) },
}

const tickets: Call[] = []
let isDown = true
const openTicket = async (_: unknown, call: Call) => {
  tickets.push(call)
  if (isDown) throw Object.assign(new Error('away'), { code: 'ECONNRESET' })
  return []
}

let rig: Awaited<ReturnType<typeof restateRig>>
beforeAll(async () => {
  const services = { ...silentServices, openTicket }
  // An hour between attempts: what was not carried out waits at the server.
  rig = await restateRig({
    ...{ clock, services, environment: { ...systemEnvironment, random: () => 0.9 } },
    retry: { baseMs: 3_600_000, capMs: 3_600_000 },
    onFailure: () => undefined,
  })
})
afterAll(() => rig.close())

const tell = (lifecycleId: string, commandId: string, event: LifecycleEvent) =>
  rig.runtime.dispatch({ lifecycleId, commandId, actor: p1, event })
const timersOf = async () =>
  (await Promise.all(lives.map((lifecycleId) => rig.store.timers(lifecycleId)))).flat()
const waiting = async () => (await rig.scheduled()).map(({ handler }) => handler)
const handlers = (name: string, many: readonly unknown[]) => many.filter((one) => one === name).length

describe('A server of Restate that has lost everything', () => {
  it('knows again what lives have open once settle is called, and asks services under their old keys', async () => {
    await rig.runtime.openAll(
      lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
    )
    await Promise.all(lives.map((lifecycleId) => tell(lifecycleId, 'c-1', paused)))
    await Promise.all(lives.map((lifecycleId) => tell(lifecycleId, 'c-2', escalation)))
    await rig.quiet()
    const timers = await timersOf()
    const before = await waiting()
    expect(handlers('fire', before)).toBe(timers.length)
    const open = (await rig.store.waiting()).length
    expect(open).toBeGreaterThanOrEqual(lives.length)
    expect(handlers('begin', before)).toBe(open)
    const keys = tickets.map(({ idempotencyKey }) => idempotencyKey).sort()

    await rig.emptyServer()
    isDown = false
    expect(await waiting()).toEqual([])
    expect(await rig.runtime.settle()).toBe(lives.length)
    await rig.quiet()
    expect(handlers('fire', await waiting())).toBe((await timersOf()).length)
    expect(await rig.store.waiting()).toEqual([])
    expect(
      tickets
        .slice(keys.length)
        .map(({ idempotencyKey }) => idempotencyKey)
        .sort(),
    ).toEqual(keys)
    expect(tickets.slice(keys.length).map(({ attempt }) => attempt)).toEqual(keys.map(() => 2))
    expect(await rig.plain.audit()).toEqual([])

    // once is enough: it may be called at any time
    const settled = await rig.scheduled()
    await rig.runtime.settle()
    await rig.quiet()
    expect(await rig.scheduled()).toEqual(settled)
    expect(tickets).toHaveLength(2 * keys.length)
  })

  it('gives the answer of a command again that was told before, and takes new ones', async () => {
    await rig.emptyServer()
    expect(await tell('life-0', 'c-2', escalation)).toMatchObject({ accepted: true, noop: false })
    expect(await tell('life-0', 'c-3', note('afterwards'))).toMatchObject({ accepted: true })
    await rig.quiet()
    // whoever is told something is settled by it
    const timers = await rig.store.timers('life-0')
    expect(handlers('fire', await waiting())).toBe(timers.length)
  })
})

describe('Records that were set back beside a server of Restate that was not', () => {
  it('are what counts, once everything is sent anew', async () => {
    await rig.runtime.settle()
    await rig.quiet()
    const timers = await timersOf()
    const copy = await rig.copyRecords()
    await Promise.all(
      lives.map((lifecycleId) => tell(lifecycleId, 'c-9', { type: 'hold.lifted', holdId: 'h' })),
    )
    await rig.quiet()
    await copy.putBack()
    expect(await timersOf()).toEqual(timers)
    expect(handlers('fire', await waiting())).toBeLessThan(timers.length)
    const before = (await rig.scheduled()).map(({ id }) => id)
    expect(await rig.runtime.settle({ anew: true })).toBe(lives.length)
    await rig.quiet()
    const after = (await rig.scheduled()).map(({ id }) => id)
    expect(after).toHaveLength(timers.length)
    expect(after.filter((id) => before.includes(id))).toEqual([])
    expect(await rig.plain.audit()).toEqual([])
  })
})
