import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, drained, run, saleOff } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { batch, paper, seen, serial, statusRead, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const second = '123-456-790'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const both = (more: object = {}) => terminal({ devices: [of(serial), of(second)], ...more })
const faulty = both({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] })

const passedOn = (one: string): LifecycleEvent => ({
  type: 'test.passed',
  serial: one,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})
const rescinded = { type: 'hold.rescinded', holdId: 'fault', reason: 'placed in error' } as const
const stolen = { type: 'device.lost', serial: second, kind: 'stolen', report: paper('loss_report') } as const
const lossAccepted = { type: 'loss.accepted', serial: second, evidence: [] } as {
  type: 'loss.accepted'
  serial: string
  evidence: []
}

const remedied = async (world: World): Promise<void> => {
  await world.tell(m1, {
    type: 'hold.remedyClaimed',
    holdId: 'fault',
    evidence: [paper('device_test_record')],
  })
  await world.tell(p2, {
    type: 'hold.remedyVerified',
    holdId: 'fault',
    checked: seen('device_test_record'),
  })
}

const on = (world: World) => world.tell(sys, statusRead('on', world.at()))
const service = async (world: World) => (await world.value()) as { live?: { service: unknown } }
const isTesting = async (world: World) =>
  expect(await service(world)).toMatchObject({ live: { service: { suspended: 'testing' } } })
const sells = async (world: World) => {
  await on(world)
  expect(await service(world)).toMatchObject({ live: { service: 'inService' } })
}

/** What makes the second device unfit, with the hold already on. */
const unfit: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  zeroised: (world) => world.tell(p1, { type: 'keys.removed', serial: second, method: 'zeroised' }),
  destroyed: (world) => world.tell(p1, { type: 'keys.removed', serial: second, method: 'destroyed' }),
  revoked: (world) => world.tell(sys, { type: 'keys.removed', serial: second, method: 'revokedAtHost' }),
}

const opened = async (open: OpenWorld, how: string): Promise<World> => {
  const world = await open(faulty)
  await unfit[how]?.(world)
  return world
}

/** A terminal that sells on two devices sells on neither while one of them is gone or empty. */
export const twoDeviceStories: Stories = {
  'a remedy and a test of the first device bring nothing back while the second has no keys': async (open) => {
    for (const how of Object.keys(unfit)) {
      const world = await opened(open, how)
      await remedied(world)
      await world.tell(agent, passedOn(serial))
      await on(world)
      await isTesting(world)
      // it is the same hold that still owes its test, and nobody is told that it has ended
      const { holds, orders } = await world.context()
      expect(Object.values(holds).map(({ holdId, status }) => [holdId, status])).toEqual([
        ['fault', 'cleared'],
      ])
      const told = Object.values(orders).filter(
        (order) => order.kind === 'notify' && order.params.template === 'restriction_lifted',
      )
      expect(told).toEqual([])
      await world.tell(agent, passedOn(second))
      await sells(world)
    }
  },

  'a hold that was placed in error, or is lifted, brings nothing back while the second has no keys': async (
    open,
  ) => {
    for (const how of Object.keys(unfit)) {
      const world = await opened(open, how)
      await world.tell(p2, rescinded)
      await on(world)
      await isTesting(world)
      await world.tell(agent, passedOn(serial))
      await isTesting(world)
      await world.tell(agent, passedOn(second))
      await sells(world)
    }
    const world = await open(both())
    const works = { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE', test: 'none' } as const
    await world.tell(p2, works as LifecycleEvent)
    await unfit.zeroised?.(world)
    await world.tell(p1, { type: 'hold.lifted', holdId: 'works' })
    await isTesting(world)
  },

  'keys that are taken out while the terminal sells end its sale, and a replacement ends that': async (
    open,
  ) => {
    const world = await open(both())
    await world.tell(p1, { type: 'keys.removed', serial: second, method: 'zeroised' })
    await on(world)
    await isTesting(world)
    const spare = { newSerial: '123-456-791', owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: second, ...spare })
    await world.tell(agent, passedOn(spare.newSerial))
    await sells(world)
  },

  'a second device that was stolen keeps the terminal out of service until its loss is accepted': async (
    open,
  ) => {
    const world = await open(faulty)
    await world.tell(m1, stolen)
    await remedied(world)
    await on(world)
    expect(await service(world)).toMatchObject({ live: { service: { suspended: 'held' } } })
    const [hold] = Object.keys((await world.context()).holds).filter((id) => id.startsWith('lost:'))
    await world.refuse(
      p2,
      { type: 'hold.rescinded', holdId: String(hold), reason: 'an error' },
      'DEVICE_REPORTED_LOST',
    )
    await world.tell(sys, { type: 'keys.removed', serial: second, method: 'revokedAtHost' })
    await byTwo(world, lossAccepted)
    expect((await world.context()).devices[second]?.role).toBe('retired')
  },

  'a closure is not taken back when the second device has lost its keys': async (open) => {
    const world = await open(both())
    await run(world, approved, saleOff, drained)
    await world.tell(sys, { ...batch(world.at(), 'batch-2'), serial: second } as LifecycleEvent)
    await world.tell(p1, { type: 'keys.removed', serial: second, method: 'zeroised' })
    await world.refuse(
      p1,
      { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'found a successor' },
      'IRREVERSIBLE_ACT_DONE',
    )
  },

  'a closure asks each of two devices for draining, erasure, keys and return': async (open) => {
    const world = await open(both())
    await run(world, approved, saleOff)
    const asked = async () => {
      const found = requirements(await world.record(), { at: world.at(), actor: p1 })
      return [...found.currentlyDue, ...found.eventuallyDue, ...found.pendingVerification].map(
        ({ code, ref }) => `${code} ${ref}`,
      )
    }
    const codes = [
      'DEVICE_NOT_DRAINED',
      'DEVICE_NOT_RETURNED',
      'KEYS_NOT_REMOVED',
      'DEVICE_STILL_BOUND',
    ] as const
    for (const code of codes)
      for (const one of [serial, second]) expect(await asked()).toContain(`${code} ${one}`)
    await run(world, drained)
    expect(await asked()).not.toContain(`DEVICE_NOT_DRAINED ${serial}`)
    expect(await asked()).toContain(`DEVICE_NOT_DRAINED ${second}`)
  },

  'keys that are taken out while sale is being switched on are put back and tested first': async (open) => {
    const world = await open(faulty)
    await world.tell(p2, rescinded)
    expect(await service(world)).toMatchObject({ live: { service: { suspended: 'enabling' } } })
    await world.tell(p1, { type: 'keys.removed', serial: second, method: 'zeroised' })
    expect(await service(world)).toMatchObject({ live: { service: { suspended: 'testing' } } })
    await on(world)
    expect(await service(world)).not.toMatchObject({ live: { service: 'inService' } })
  },
}
