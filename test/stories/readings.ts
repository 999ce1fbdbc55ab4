import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, confirmed, orderOf, run } from '../support/closure.ts'
import { p1, p2, sys } from '../support/people.ts'
import { paper, serial, start, statusRead, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const service = async (world: World) =>
  ((await world.value()) as { live?: { service?: unknown } }).live?.service
const count = async ({ context }: World, kind: string) =>
  Object.values((await context()).orders).filter((order) => order.kind === kind).length
const tickets = async ({ context }: World) =>
  Object.values((await context()).orders).flatMap((order) =>
    order.kind === 'openTicket' ? [order.params.topic] : [],
  )

const maintenance: LifecycleEvent = { type: 'hold.placed', holdId: 'work', code: 'SYSTEM_MAINTENANCE' }
const tested: LifecycleEvent = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
}
const reading = (acceptance: 'on' | 'off', at: string, more: object = {}): LifecycleEvent =>
  ({ ...statusRead(acceptance, at), ...more }) as LifecycleEvent

/** Sold, was stopped for maintenance, and passed its test. */
const tryAgain = async (open: OpenWorld, before: object = {}, off: object = {}): Promise<World> => {
  const world = await open()
  await world.tell(sys, reading('on', world.at(), before))
  await world.tell(p1, maintenance)
  await world.tell(sys, reading('off', world.at(), off))
  await world.tell(p1, { type: 'hold.lifted', holdId: 'work' })
  await world.tell(p1, tested)
  return world
}
const accept = async (world: World) =>
  byTwo(world, {
    type: 'reading.accepted',
    readAt: (await world.context()).status.readAt ?? '',
    evidence: [paper('host_status_record')],
  })

/** A number that its host calls closed, and a capability that is gone: what is read counts against what was ordered. */
export const readingStories: Stories = {
  'nothing is switched on under a number that its host calls closed [R-050]': async (open) => {
    const world = await tryAgain(open, {}, { registry: 'closed' })
    expect(await count(world, 'enableAcceptance')).toBe(0)
    expect(await service(world)).toEqual({ suspended: 'enabling' })
    await world.tell(sys, reading('off', world.at(), { registry: 'closed' }))
    expect(await count(world, 'enableAcceptance')).toBe(0)
    expect(await tickets(world)).toContain('reading_contradicts')
    await world.tell(sys, reading('off', world.at()))
    expect(await count(world, 'enableAcceptance')).toBe(1)
    await world.tell(sys, reading('on', world.at()))
    expect(await service(world)).toBe('inService')
  },

  'a host that says on for a number that it calls closed brings nothing back into service': async (open) => {
    const world = await tryAgain(open)
    await world.tell(sys, reading('on', world.at(), { registry: 'closed' }))
    expect(await service(world)).toEqual({ suspended: 'enabling' })
    await world.tell(sys, reading('on', world.at()))
    expect(await service(world)).toBe('inService')
  },

  'a terminal in service whose number is called closed is somebody’s task': async (open) => {
    for (const acceptance of ['on', 'off'] as const) {
      const world = await open()
      const { issues } = await world.tell(sys, reading(acceptance, world.at(), { registry: 'closed' }))
      expect(issues.map(({ code }) => code)).toContain('STATUS_MISMATCH')
      expect(await tickets(world)).toContain('reading_contradicts')
      expect(await count(world, 'enableAcceptance')).toBe(0)
      const due = requirements(await world.record(), { at: world.at(), actor: p1 }).currentlyDue
      expect(due.map(({ code }) => code)).toContain('STATUS_MISMATCH')
    }
  },

  'a capability that worked before the pause has to work again, where the host speaks of it': async (
    open,
  ) => {
    const capabilities = { refund: true, preAuth: true }
    const world = await tryAgain(open, { capabilities }, { capabilities: { refund: false } })
    await world.tell(sys, reading('on', world.at(), { capabilities: { refund: false, preAuth: true } }))
    expect(await service(world)).toEqual({ suspended: 'enabling' })
    await world.tell(sys, reading('on', world.at(), { capabilities: {} }))
    expect(await service(world)).toBe('inService')
  },

  'a capability that was off before, or of which nothing was known, keeps nobody out of service': async (
    open,
  ) => {
    for (const before of [{ capabilities: { refund: false } }, {}]) {
      const world = await tryAgain(open, before)
      await world.tell(sys, reading('on', world.at(), { capabilities: { refund: false } }))
      expect(await service(world)).toBe('inService')
    }
  },

  'after so many readings two people take the host at its word, not before': async (open) => {
    const capabilities = { refund: false }
    const world = await tryAgain(open, { capabilities: { refund: true } })
    const denied = () => world.tell(sys, reading('on', world.at(), { capabilities }))
    await denied()
    const readAt = (await world.context()).status.readAt ?? ''
    const early = { type: 'reading.accepted', readAt, evidence: [paper('host_status_record')] } as const
    await world.tell(p1, { type: 'act.proposed', act: early })
    await world.refuse(p2, early, 'STATUS_MISMATCH')
    expect(await count(world, 'readStatus')).toBeGreaterThan(0)
    await denied()
    await denied()
    await accept(world)
    expect(await service(world)).toBe('inService')
    await denied()
    expect(await service(world)).toBe('inService')
  },

  'a number that stays closed is switched on when two people accept the reading': async (open) => {
    const world = await tryAgain(open, {}, { registry: 'closed' })
    for (const _ of [1, 2, 3]) await world.tell(sys, reading('off', world.at(), { registry: 'closed' }))
    await accept(world)
    expect(await count(world, 'enableAcceptance')).toBe(1)
    await world.tell(sys, reading('on', world.at(), { registry: 'closed' }))
    expect(await service(world)).toBe('inService')
  },

  'customers are told before sale is ordered on [R-299]': async (open) => {
    const world = await tryAgain(open)
    const kinds = Object.values((await world.context()).orders).map(({ kind, params }) =>
      'template' in params ? params.template : kind,
    )
    expect(kinds.lastIndexOf('service_resuming')).toBeLessThan(kinds.indexOf('enableAcceptance'))
  },

  'where the policy says so, sale waits for the notice, for its failure, or for a working day [R-299]':
    async (open) => {
      const policy = { ...defaultPolicy, noticeBeforeResuming: true }
      const waiting: OpenWorld = (input?: LifecycleInput) => open(input ?? terminal(), start, policy)
      const ends: readonly ((world: World, orderId: string) => Promise<unknown>)[] = [
        ({ tell }, orderId) =>
          tell(sys, { type: 'notice.sent', template: 'service_resuming', audience: 'customers', orderId }),
        ({ tell }, orderId) => tell(sys, { type: 'order.failed', orderId, code: 'GONE', retryable: false }),
        ({ pass }) => pass(5),
      ]
      for (const end of ends) {
        const world = await tryAgain(waiting)
        expect(await count(world, 'enableAcceptance')).toBe(0)
        await world.tell(sys, reading('off', world.at()))
        expect(await count(world, 'enableAcceptance')).toBe(0)
        await end(world, await orderOf(world, 'notify'))
        expect(await count(world, 'enableAcceptance')).toBe(1)
        await world.tell(sys, reading('on', world.at()))
        expect(await service(world)).toBe('inService')
      }
    },

  'what is read at the very moment of an order to stop, or before it, does not show that it is carried out':
    async (open) => {
      const world = await open()
      await run(world, approved)
      const ordered = Date.parse((await world.context()).disabledAt ?? '')
      const isOpen = async (after: number) => {
        await world.tell(sys, reading('off', new Date(ordered + after).toISOString()))
        const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
        const { closing, deadlines } = await world.context()
        const clocks = Object.values(deadlines).filter(({ name }) => name.startsWith('disableConfirmDue'))
        return [
          currentlyDue.some(({ code }) => code === 'ACCEPTANCE_NOT_DISABLED'),
          closing?.offReadAt == null,
          clocks.some(({ status }) => status === 'running'),
        ]
      }
      expect(await isOpen(-1)).toEqual([true, true, true])
      expect(await isOpen(0)).toEqual([true, true, true])
      expect(await isOpen(1)).toEqual([false, false, false])
    },

  'a reading of the very moment of a stop that two people accept says nothing of what is read after it':
    async (open) => {
      const acceptedAt = async (after: number) => {
        const world = await open()
        await world.tell(p1, maintenance)
        const stopped = Date.parse((await world.context()).disabledAt ?? '')
        const of = new Date(stopped + after).toISOString()
        await world.tell(sys, reading('off', of, { registry: 'closed' }))
        await accept(world)
        await world.tell(p1, { type: 'hold.lifted', holdId: 'work' })
        await world.tell(p1, tested)
        await world.tell(sys, reading('on', world.at(), { registry: 'closed' }))
        return service(world)
      }
      expect(await acceptedAt(0)).toEqual({ suspended: 'enabling' })
      expect(await acceptedAt(1)).toBe('inService')
    },

  'what is read at the very moment of an order to sell, or of the confirmation of a closure, shows neither':
    async (open) => {
      const at = (instant: string | null | undefined, after: number) =>
        new Date(Date.parse(instant ?? '') + after).toISOString()
      const back = await tryAgain(open)
      const { enabledAt } = await back.context()
      await back.tell(sys, reading('on', at(enabledAt, 0)))
      expect(await service(back)).not.toBe('inService')
      await back.tell(sys, reading('on', at(enabledAt, 1)))
      expect(await service(back)).toBe('inService')
      const ended = await open()
      await run(ended, approved, ...clearingParts, confirmed)
      const confirmedAt = (await ended.context()).closing?.confirmedAt
      await ended.tell(sys, reading('off', at(confirmedAt, 0), { registry: 'closed' }))
      expect(await ended.value()).not.toBe('closed')
      await ended.tell(sys, reading('off', at(confirmedAt, 1), { registry: 'closed' }))
      expect(await ended.value()).toBe('closed')
    },
}
