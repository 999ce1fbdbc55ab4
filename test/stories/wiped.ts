import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, byTwo, drained, run, saleOff } from '../support/closure.ts'
import { agent, m1, p1, sys } from '../support/people.ts'
import { cny, digestOf, paper, serial, statusRead, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const wiped: LifecycleEvent = { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' }
const cancelled: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}
const copy = (world: World, word = 'later'): LifecycleEvent => ({
  type: 'backup.recorded',
  serial,
  upTo: world.at(),
  hash: digestOf(word),
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
})
const waived: LifecycleEvent = {
  type: 'backup.waived',
  serial,
  statement: paper('server_side_records_statement'),
}
const authorise = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
const readBack = (word: string) => ({ type: 'backup.verified', serial, hash: digestOf(word) }) as const
const passed = (kind: 'smoke' | 'full'): LifecycleEvent => ({
  type: 'test.passed',
  serial,
  kind,
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})
const asked = async (world: World, wanted = 'BACKUP_MISSING') => {
  const found = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...found.currentlyDue, ...found.eventuallyDue, ...found.pendingVerification].filter(
    ({ code }) => code === wanted,
  )
}
const isTesting = async (world: World) =>
  expect(await world.value()).toMatchObject({ live: { service: { suspended: 'testing' } } })

/** A device that was wiped although nobody had allowed it: what it held is gone, and so is what made it sell. */
export const wipedStories: Stories = {
  'a device that was wiped without leave sells again after the full test of somebody who knows, and two people decide on its records':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff)
      await world.tell(m1, wiped)
      await world.tell(p1, cancelled)
      await isTesting(world)
      await world.refuse(m1, passed('smoke'), 'ROLE_NOT_ALLOWED', 'TEST_INCOMPLETE')
      await world.refuse(agent, passed('smoke'), 'TEST_INCOMPLETE')
      await world.tell(agent, passed('full'))
      await world.tell(sys, statusRead('on', world.at()))
      expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
      expect(await asked(world)).toMatchObject([{ ref: serial, clearedBy: ['backup.waived'] }])
      // no copy can be made of what is no longer there
      await world.refuse(m1, copy(world), 'BACKUP_MISSING')
      await byTwo(world, waived)
      expect(await asked(world)).toEqual([])
      await world.tell(m1, copy(world))
    },

  'a device that is wiped while it sells is tried before it sells on': async (open) => {
    const world = await open()
    await world.tell(sys, wiped)
    await world.tell(sys, statusRead('on', world.at()))
    await isTesting(world)
    await world.tell(agent, passed('full'))
    await world.tell(sys, statusRead('on', world.at()))
    expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
  },

  'nothing is lost where a copy had everything, and the erasure goes its way': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(m1, wiped)
    expect(await asked(world)).toEqual([])
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  },

  'the records of a device that was wiped too early are decided on before it is erased for good': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff)
    await world.tell(m1, wiped)
    await run(world, drained)
    await world.refuse(m1, copy(world), 'BACKUP_MISSING')
    await world.refuse(p1, authorise, 'BACKUP_MISSING')
    await byTwo(world, waived)
    await world.tell(p1, authorise)
  },

  'a copy that nobody had read back before the wipe may still be read back, and none is made in its place':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained)
      await world.tell(m1, copy(world, 'before'))
      await world.tell(m1, wiped)
      expect(await asked(world)).toEqual([])
      expect(await asked(world, 'BACKUP_UNVERIFIED')).toMatchObject([
        { ref: serial, clearedBy: ['backup.verified', 'backup.waived'] },
      ])
      await world.refuse(m1, copy(world, 'of nothing'), 'BACKUP_UNVERIFIED')
      await world.refuse(p1, authorise, 'BACKUP_UNVERIFIED')
      await world.tell(sys, readBack('before'))
      // all that there was is in it, and a copy of nothing does not take its place
      await world.refuse(m1, copy(world, 'of nothing'), 'NOT_ALLOWED_IN_STATE')
      await world.tell(p1, authorise)
    },

  'where the copy of before the wipe cannot be read back, two people decide': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await world.tell(m1, copy(world, 'before'))
    await world.tell(m1, wiped)
    await world.refuse(sys, readBack('something else'), 'BACKUP_UNVERIFIED')
    await byTwo(world, waived)
    await world.tell(p1, authorise)
  },

  'a device that is set up again is copied again once its first copy was read back, as often as it takes':
    async (open) => {
      const world = await open()
      await world.tell(m1, copy(world, 'before'))
      await world.tell(sys, wiped)
      await world.tell(agent, passed('full'))
      await world.tell(sys, statusRead('on', world.at()))
      await world.refuse(m1, copy(world, 'after'), 'BACKUP_UNVERIFIED')
      await world.tell(sys, readBack('before'))
      expect(await asked(world, 'BACKUP_UNVERIFIED')).toEqual([])
      await world.tell(m1, copy(world, 'after'))
      // a stick that broke
      await world.tell(m1, copy(world, 'after that'))
      await world.tell(sys, readBack('after that'))
    },

  'what is told after a wipe of the time before it is in no copy, and two people decide': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, backedUp)
    const occurredAt = world.at()
    await world.tell(m1, wiped)
    const sale = {
      ref: 'late',
      kind: 'sale',
      state: 'completed',
      occurredAt,
      amount: cny(900),
      serial,
    } as const
    await world.tell(sys, { type: 'transaction.reported', ...sale, offline: true })
    expect(await asked(world)).toMatchObject([{ owner: 'provider', clearedBy: ['backup.waived'] }])
    await world.refuse(m1, copy(world), 'BACKUP_MISSING')
    await byTwo(world, waived)
    expect(await asked(world)).toEqual([])
  },

  'a small test that another hold asks for does not bring back a device that was wiped meanwhile': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE', test: 'smoke' })
    await world.tell(m1, wiped)
    await world.tell(p1, { type: 'hold.lifted', holdId: 'works' })
    await world.refuse(agent, passed('smoke'), 'TEST_INCOMPLETE')
    await world.tell(agent, passed('full'))
  },

  'a copy of before the last sales does not stand for what was wiped': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, backedUp)
    const amount = { amount: 900, currency: 'CNY' }
    const occurredAt = world.at()
    const sale = { ref: 'late', kind: 'sale', state: 'completed', occurredAt, amount, serial } as const
    await world.tell(sys, {
      type: 'transaction.reported',
      ...sale,
      offline: true,
      test: false,
    } as LifecycleEvent)
    await world.tell(m1, wiped)
    expect(await asked(world)).toMatchObject([{ owner: 'provider', clearedBy: ['backup.waived'] }])
  },

  'of a device that was wiped and whose loss was accepted nobody decides on records any more': async (
    open,
  ) => {
    const second = { serial: 'SN-2', owner: 'provider', tenancy: 'sole' } as const
    const world = await open(terminal({ devices: [{ ...second, serial }, second] }))
    await world.tell(m1, { ...wiped, serial: 'SN-2' } as LifecycleEvent)
    const lost = { type: 'device.lost', serial: 'SN-2', kind: 'lost', report: paper('loss_report') } as const
    await world.tell(m1, lost)
    await world.tell(sys, { type: 'keys.removed', serial: 'SN-2', method: 'revokedAtHost' })
    expect(await asked(world)).toMatchObject([{ ref: 'SN-2', clearedBy: ['backup.waived'] }])
    await byTwo(world, { type: 'loss.accepted', serial: 'SN-2', evidence: [paper('loss_report', 'again')] })
    expect(await asked(world)).toEqual([])
    // found again, what it held is still gone
    await world.tell(m1, { type: 'device.found', serial: 'SN-2', where: 'in the drawer' } as LifecycleEvent)
    expect(await asked(world)).toMatchObject([{ ref: 'SN-2', clearedBy: ['backup.waived'] }])
    await byTwo(world, { ...waived, serial: 'SN-2' } as LifecycleEvent)
    expect(await asked(world)).toEqual([])
  },
}
