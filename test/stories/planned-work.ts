import { expect } from 'vitest'
import { reasonProfiles, type SuspensionReason } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, Order } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const ordersOf = (world: World) => world.orders()
const tickets = async (world: World) =>
  (await ordersOf(world)).flatMap((order: Order) => (order.kind === 'openTicket' ? [order.params] : []))
const told = async (world: World) =>
  (await ordersOf(world)).flatMap((order: Order) =>
    order.kind === 'notify'
      ? [`${order.params.template} ${order.params.phase} ${order.params.audience}`]
      : [],
  )
const later = { startsAt: '2026-03-20T22:00:00+08:00', until: '2026-03-21T06:00:00+08:00' }
const work = (code: 'SYSTEM_MAINTENANCE' | 'SOFTWARE_UPDATE', differs: object = {}): LifecycleEvent => ({
  ...{ type: 'hold.placed', holdId: 'work', code },
  ...differs,
})
const agent = { agentId: 'agent-1', tasks: ['devices'] } as const

/** Maintenance and upgrades: who asks for them, who does them, and who hears of it beforehand. */
export const plannedWorkStories: Stories = {
  'a fault of the platform asks for no test and ends by the provider; a lost device is a lost device, wherever its loss is looked for':
    async (open) => {
      const placed = async (code: SuspensionReason) => {
        const world = await open()
        await world.tell(p1, { type: 'hold.placed', holdId: 'h', code, side: 'platform' })
        return (await world.context()).holds.h
      }
      const ends = { release: 'provider', test: 'none' } as const
      expect(await placed('HARDWARE_FAULT')).toMatchObject(ends)
      const { release, test } = reasonProfiles.DEVICE_LOST
      expect([release, test]).not.toEqual(Object.values(ends))
      expect(await placed('DEVICE_LOST')).toMatchObject({ release, test })
    },

  'maintenance and an upgrade can be asked for, each of those who do it, and are answered when done [R-055]':
    async (open) => {
      for (const [kind, department] of [
        ['maintenance', 'fieldService'],
        ['upgrade', 'workshop'],
      ] as const) {
        const world = await open()
        await world.tell(m1, { type: 'request.made', requestId: 'r', kind, serial })
        expect(await tickets(world)).toEqual([{ department, topic: 'request_made', ref: 'r' }])
        const open1 = requirements(await world.record(), { at: world.at(), viewer: 'provider' })
        expect(open1.currentlyDue).toMatchObject([{ code: 'REQUEST_OPEN', owner: 'provider', ref: 'r' }])
        await world.tell(p1, {
          type: 'device.replaced',
          ...{ oldSerial: serial, newSerial: 'sn-2', owner: 'provider', tenancy: 'sole' },
        })
        expect((await world.context()).requests.r).toMatchObject({ status: 'answered' })
      }
    },

  'planned work goes to those who do it as soon as its window is known, and once [R-055]': async (open) => {
    for (const [code, side, department] of [
      ['SYSTEM_MAINTENANCE', 'terminal', 'fieldService'],
      ['SOFTWARE_UPDATE', 'terminal', 'workshop'],
      ['SYSTEM_MAINTENANCE', 'platform', 'operations'],
    ] as const) {
      const world = await open()
      await world.tell(p1, work(code, { side, ...later }))
      const ticket = { department, topic: 'planned_work', ref: 'work' }
      expect(await tickets(world)).toEqual([ticket])
      await world.pass(19)
      const begun = (await tickets(world)).filter(({ topic }) => topic === 'planned_work')
      expect(begun).toEqual([ticket])
    }
  },

  'the merchant and its agent hear of planned work before it begins, and again when it does [R-055 R-141]':
    async (open) => {
      const world = await open(terminal({ agent }))
      await world.tell(p1, work('SYSTEM_MAINTENANCE', later))
      expect(await told(world)).toEqual([
        'work_planned before merchant',
        'work_planned before serviceProvider',
      ])
      await world.pass(19)
      expect(await told(world)).toContain('service_suspended at merchant')
      // what begins at once has no beforehand, and what is hidden is told to nobody
      const now = await open()
      await now.tell(p1, work('SYSTEM_MAINTENANCE'))
      expect(await told(now)).toEqual(['service_suspended at merchant', 'service_suspended at customers'])
      const hidden = await open()
      await hidden.tell(p1, work('SYSTEM_MAINTENANCE', { ...later, disclosure: 'hidden' }))
      expect(await told(hidden)).toEqual(['work_planned before provider'])
    },

  'work that is called off before it begins is called off to those who heard of it [R-055]': async (open) => {
    const world = await open(terminal({ agent }))
    await world.tell(p1, work('SOFTWARE_UPDATE', later))
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'work', reason: 'put off' })
    expect((await told(world)).slice(2)).toEqual([
      'restriction_lifted at merchant',
      'restriction_lifted at serviceProvider',
    ])
  },
}
