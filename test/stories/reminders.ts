import { expect } from 'vitest'
import { requirements, viewRecord } from '../../src/machine/index.ts'
import type { Order } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { closureRequested, serial, suspensionRequested, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

// those that have ended have left the record
const all = (world: World): Promise<readonly Order[]> => world.orders()
const notices = async (world: World, template: string) =>
  (await all(world)).flatMap((order) =>
    order.kind === 'notify' && order.params.template === template ? [order.params] : [],
  )
const tickets = async (world: World) =>
  (await all(world)).flatMap((order) =>
    order.kind === 'openTicket' && order.params.topic === 'deadline_passed' ? [order.params] : [],
  )

const asked = async (world: World): Promise<void> => {
  await world.tell(m1, closureRequested())
  const items = ['a stamp']
  await world.tell(p2, { type: 'review.informationRequested', applicationId: 'application-1', items })
}
const until = '2026-03-30T00:00:00Z'
const paused = (disclosure: 'open' | 'hidden') =>
  ({ type: 'hold.placed', holdId: 'h', code: 'OTHER', words: 'a survey', until, disclosure }) as const

export const reminderStories: Stories = {
  'an applicant hears five days before its time is over, and when it is over [R-096]': async (open) => {
    const world = await open()
    await asked(world)
    await world.pass(24)
    expect(await notices(world, 'deadline_near')).toEqual([])
    await world.pass(2)
    expect(await notices(world, 'deadline_near')).toMatchObject([
      { audience: 'merchant', ref: 'informationDue' },
    ])
    await world.pass(5)
    expect(await notices(world, 'deadline_passed')).toMatchObject([
      { audience: 'merchant', ref: 'informationDue' },
    ])
  },

  'who has answered hears no reminder': async (open) => {
    const world = await open()
    await asked(world)
    await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
    await world.pass(60)
    expect(await notices(world, 'deadline_near')).toEqual([])
  },

  'a review that nobody does is told to the management after as long again [R-096]': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.pass(22)
    expect(await tickets(world)).toMatchObject([{ department: 'review', ref: 'reviewDue.closure' }])
    await world.pass(22)
    expect((await tickets(world)).map(({ department }) => department)).toEqual(['review', 'management'])
    expect(await notices(world, 'deadline_passed')).toHaveLength(1)
  },

  'a pause that is asked for is answered within three weeks, and late after that [R-295]': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    const due = async () => (await world.context()).deadlines['reviewDue.suspension']
    expect(await due()).toMatchObject({ rule: { amount: 21, unit: 'days' }, status: 'running' })
    await world.pass(20)
    expect(await due()).toMatchObject({ status: 'running' })
    await world.pass(2)
    expect(await due()).toMatchObject({ status: 'fired' })
    expect(await tickets(world)).toMatchObject([{ department: 'review', ref: 'reviewDue.suspension' }])
  },

  'maintenance is announced to customers with the pause itself [R-300]': async (open) => {
    const world = await open()
    await world.tell(p1, { ...paused('open'), code: 'SYSTEM_MAINTENANCE' })
    const told = (await notices(world, 'service_suspended')).map(({ audience }) => audience)
    expect(told).toContain('customers')
    const hidden = await open()
    await hidden.tell(p1, { ...paused('hidden'), code: 'SYSTEM_MAINTENANCE' })
    expect((await notices(hidden, 'service_suspended')).map(({ audience }) => audience)).toEqual(['provider'])
  },

  'the planned end of a pause is said three days before, and again while it lasts [R-289 R-105]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, { ...paused('open'), code: 'SYSTEM_MAINTENANCE' })
    await world.pass(26)
    expect(await notices(world, 'deadline_near')).toMatchObject([{ audience: 'merchant', ref: 'holdEnd:h' }])
    await world.pass(3)
    expect(await notices(world, 'deadline_passed')).toMatchObject([
      { audience: 'merchant', ref: 'holdEnd:h' },
    ])
    const due = requirements(await world.record(), { at: world.at(), actor: m1 }).pastDue
    expect(due).toContainEqual(expect.objectContaining({ code: 'CLOCK_RUN_OUT', ref: 'holdEnd:h' }))
  },

  'of a hidden hold no clock, reminder or ticket reaches the merchant': async (open) => {
    const world = await open()
    await world.tell(p1, paused('hidden'))
    const read = async () => JSON.stringify(viewRecord(await world.record(), 'merchant').context)
    expect(await read()).not.toContain('holdEnd:')
    await world.pass(70)
    for (const template of ['deadline_near', 'deadline_passed'])
      expect(new Set((await notices(world, template)).map(({ audience }) => audience))).toEqual(
        new Set(['provider']),
      )
    expect(await read()).not.toMatch(/holdEnd:|holdReview:/)
    const told = requirements(await world.record(), { at: world.at(), actor: m1 })
    expect(JSON.stringify(told)).not.toMatch(/holdEnd:|holdReview:|CLOCK_RUN_OUT/)
  },

  'what an imported inspection found lapses too, if nobody decides': async (open) => {
    const inspection = { condition: 'dead', incomplete: true, damageCause: null, sealBreach: null } as const
    const old = { serial: 'old-1', owner: 'provider', tenancy: 'sole', role: 'retired', inspection } as const
    const given = terminal({})
    const world = await open({ ...given, devices: [...given.devices, old] })
    const undecided = async () => (await world.context()).devices['old-1']?.undecided
    expect(await undecided()).toEqual(['accessory'])
    await world.pass(10)
    expect(await undecided()).toEqual([])
    expect((await world.context()).devices[serial]?.undecided).toEqual([])
  },
}
