import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { paper, reviewApproved, suspensionRequested, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const hour = 3_600_000
/** So many hours from now. */
const inHours = (world: World, hours: number): string =>
  new Date(Date.parse(world.at()) + hours * hour).toISOString()

const placed = (holdId: string, startsAt: string | undefined, until: string): LifecycleEvent => ({
  type: 'hold.placed',
  holdId,
  code: 'SYSTEM_MAINTENANCE',
  ...(startsAt && { startsAt }),
  until,
})
const paused = (from: string, until: string) => suspensionRequested({ plannedPeriod: { from, until } })

/** Nobody limits a terminal for a time that is over before the limit begins. */
export const periodStories: Stories = {
  'a hold whose planned end has passed, or comes before it starts, is refused': async (open) => {
    const world = await open()
    await world.refuse(p1, placed('gone', inHours(world, -48), inHours(world, -24)), 'PERIOD_REVERSED')
    await world.refuse(p1, placed('gone', undefined, inHours(world, -1)), 'PERIOD_REVERSED')
    await world.refuse(p1, placed('gone', inHours(world, 48), inHours(world, 24)), 'PERIOD_REVERSED')
    await world.tell(p1, placed('begun', inHours(world, -48), inHours(world, 24)))
  },

  'a pause that is over before it is asked for is refused, and so is one of no length': async (open) => {
    const world = await open()
    await world.refuse(m1, paused(inHours(world, -72), inHours(world, -24)), 'PERIOD_REVERSED')
    const soon = inHours(world, 24)
    await world.refuse(m1, paused(soon, soon), 'PERIOD_REVERSED')
    await world.tell(m1, paused(inHours(world, -72), inHours(world, 24)))
  },

  'a pause whose time passed while it was reviewed is not approved, and stops no sale': async (open) => {
    const world = await open()
    await world.tell(m1, paused(inHours(world, 1), inHours(world, 24)))
    await world.pass(2)
    await world.refuse(p2, reviewApproved('application-1'), 'PERIOD_REVERSED')
    await world.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-1',
      code: 'unspecified',
      reason: 'the time has passed',
      resubmittable: false,
    } as LifecycleEvent)
  },

  'a planned hold is not extended to before its start': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'works',
      code: 'SYSTEM_MAINTENANCE',
      startsAt: inHours(world, 72),
    })
    const extended = { type: 'suspension.extended', holdId: 'works' } as const
    await world.refuse(p1, { ...extended, until: inHours(world, 48) }, 'PERIOD_REVERSED')
    await world.tell(p1, { ...extended, until: inHours(world, 96) })
  },

  'a hold that has an end is extended to a later one, and never to an earlier': async (open) => {
    const until = '2026-04-01T12:00:00+08:00'
    const world = await open(terminal({ holds: [{ holdId: 'works', code: 'SYSTEM_MAINTENANCE', until }] }))
    const extended = { type: 'suspension.extended', holdId: 'works' } as const
    await world.refuse(p1, { ...extended, until: inHours(world, 48) }, 'PERIOD_REVERSED')
    await world.refuse(p1, { ...extended, until }, 'PERIOD_REVERSED')
    await world.tell(p1, { ...extended, until: '2026-04-02T12:00:00+08:00' })
  },

  'a licence that is said to be for good and bears an end that has passed is expired': async (open) => {
    const validTo = '2026-02-28T23:59:59+08:00'
    const licence = paper('business_licence', 'licence', { validTo, longTerm: true })
    const world = await open(terminal({ holds: [{ holdId: 'works', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p1, { type: 'document.added', document: licence })
    const full = {
      type: 'test.passed',
      serial: '123-456-789',
      kind: 'full',
      checks: ['power', 'signOn', 'network', 'transaction', 'void'].map((name) => ({ name, passed: true })),
    } as LifecycleEvent
    await world.tell(p2, { type: 'hold.lifted', holdId: 'works' })
    await world.refuse(p1, full, 'DOCUMENT_EXPIRED')
    const next = paper('business_licence', 'licence-2', {
      validTo: '2027-02-28T23:59:59+08:00',
      longTerm: true,
    })
    await world.tell(p1, { type: 'document.added', document: next })
    await world.tell(p1, full)
  },
}
