import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { orderOf } from '../support/closure.ts'
import { p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { serial, statusRead } from '../support/samples.ts'
import type { World } from '../support/world.ts'

type Able = Readonly<Record<string, boolean>>
const read = (world: World, acceptance: 'on' | 'off', capabilities?: Able) =>
  world.tell(sys, {
    ...statusRead(acceptance, world.at()),
    ...(capabilities && { capabilities }),
  } as LifecycleEvent)
const tested: LifecycleEvent = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
}
const pause = async (world: World, holdId: string) => {
  await world.tell(p1, { type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE' })
  await read(world, 'off')
  await world.tell(p1, { type: 'hold.lifted', holdId })
  await world.tell(p1, tested)
}
const service = async (world: World) =>
  ((await world.value()) as { live?: { service?: unknown } }).live?.service
const enabling = { suspended: 'enabling' }

describe('what worked before a pause is the measure of what has to work after it', () => {
  it('and a reading that does not speak of it denies nothing, be it left out or empty', async () => {
    for (const silent of [undefined, {}]) {
      const world = openPlay()
      await read(world, 'on', { refund: true })
      await pause(world, 'works')
      await read(world, 'on', { refund: false })
      expect(await service(world)).toEqual(enabling)
      await read(world, 'on', silent)
      expect(await service(world)).toBe('inService')
    }
  })

  it('also of an earlier pause, where the host was silent about it before this one', async () => {
    const world = openPlay()
    await read(world, 'on', { refund: true })
    await pause(world, 'first')
    await read(world, 'on')
    expect(await service(world)).toBe('inService')
    await pause(world, 'second')
    await read(world, 'on', { refund: false })
    expect(await service(world)).toEqual(enabling)
  })

  it('and not by a reading that was in doubt when the next pause came', async () => {
    const world = openPlay()
    await read(world, 'on', { refund: true })
    await pause(world, 'first')
    await read(world, 'on', { refund: false })
    expect(await service(world)).toEqual(enabling)
    await pause(world, 'second')
    await read(world, 'on', { refund: false })
    expect(await service(world)).toEqual(enabling)
  })
})

describe('a reading of before the order', () => {
  it('contradicts none that has failed since: the host sold then, as it might', async () => {
    const world = openPlay()
    const before = world.at()
    await world.tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE' })
    const orderId = await orderOf(world, 'disableAcceptance')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'TIMEOUT', retryable: false })
    const stops = async () => (await world.orders()).filter(({ kind }) => kind === 'disableAcceptance').length
    const given = await stops()
    const late = await world.tell(sys, statusRead('on', before))
    expect(late.issues).toEqual([])
    expect(await stops()).toBe(given)
    const now = await world.tell(sys, statusRead('on', world.at()))
    expect(now.issues.map(({ code }) => code)).toEqual(['STATUS_MISMATCH'])
    expect(await stops()).toBe(given + 1)
  })
})
