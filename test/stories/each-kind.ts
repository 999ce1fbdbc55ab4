import { expect } from 'vitest'
import { reasonProfiles, type SuspensionReason } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  reinstatementRequested,
  reviewApproved,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

/** Clocks that somebody waits for, whether they run, rest or have run. */
const waiting = async (world: World) =>
  Object.values((await world.context()).deadlines).flatMap(({ name, status }) =>
    status === 'cancelled' ? [] : [name],
  )
const placeable = (Object.keys(reasonProfiles) as SuspensionReason[]).filter(
  (code) => reasonProfiles[code].initiators.includes('provider') && code !== 'REACTIVATION_CHECK',
)
const placed = (code: SuspensionReason): LifecycleEvent => ({
  ...{ type: 'hold.placed', holdId: 'h', code, words: 'as we were told' },
})
const stated = (world: World): Promise<unknown> =>
  world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(50_000) })

/** What is done by a list is done for each of its kinds, and for no other one. */
export const eachKindStories: Stories = {
  'what is urgent is stopped at once, what is broken is somebody’s work, and nothing else is': async (
    open,
  ) => {
    const urgent: string[] = []
    const broken: string[] = []
    for (const code of placeable) {
      const world = await open()
      await world.tell(p1, placed(code))
      for (const order of await world.orders()) {
        if (order.kind === 'disableAcceptance' && order.params.urgent) urgent.push(code)
        if (order.kind === 'openTicket' && order.params.topic === 'device_fault')
          broken.push(`${code} ${order.params.department}`)
      }
    }
    expect(urgent).toEqual(['RULE_VIOLATION', 'MALICIOUS_ATTACK', 'DEVICE_LOST'])
    expect(broken).toEqual([
      'HARDWARE_FAULT workshop',
      'DEVICE_DAMAGED workshop',
      'SOFTWARE_FAULT workshop',
      'NETWORK_FAULT workshop',
    ])
  },

  'the provider owes a notice of every hold but those that follow from what the merchant knows': async (
    open,
  ) => {
    const silent: string[] = []
    for (const code of placeable) {
      const world = await open()
      await world.tell(p1, placed(code))
      if (!(await waiting(world)).includes('noticeDue')) silent.push(code)
    }
    expect(silent).toEqual(['DEVICE_LOST'])
    const cancelled = await open()
    await run(cancelled, approved)
    await cancelled.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell on' })
    expect(await waiting(cancelled)).not.toContain('noticeDue')
  },

  'with a hold that is lifted all its clocks are over, whatever they are': async (open) => {
    const planned = { startsAt: '2026-03-20T22:00:00+08:00', until: '2026-03-21T22:00:00+08:00' }
    for (const differs of [{}, planned, { until: planned.until }, { caps: ['sale', 'payout'] }]) {
      const world = await open()
      await world.tell(p1, { ...placed('LICENCE_EXPIRED'), ...differs } as LifecycleEvent)
      await world.tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'placed in error' })
      const { deadlines } = await world.context()
      const own = Object.values(deadlines).filter(({ ref }) => ref === 'h')
      expect(own.length).toBeGreaterThan(0)
      expect(own.filter(({ status }) => status !== 'cancelled')).toEqual([])
    }
    const approvedAway = await open(terminal({ holds: [{ holdId: 'h', code: 'LICENCE_EXPIRED' }] }))
    await approvedAway.tell(m1, reinstatementRequested({ h: 'LICENCE_EXPIRED' }))
    await approvedAway.tell(p2, reviewApproved('application-2', ['business_licence']))
    expect(await waiting(approvedAway)).toContain('approvalValidity')
    await approvedAway.tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'placed in error' })
    expect(await waiting(approvedAway)).not.toContain('approvalValidity')
  },

  'with an application that is withdrawn all its clocks are over, wherever it stood': async (open) => {
    const asks = { type: 'review.informationRequested', applicationId: 'application-1' } as const
    const rejects = { type: 'review.rejected', applicationId: 'application-1', code: 'other' } as const
    const stands: readonly [string, (world: World) => Promise<unknown>][] = [
      ['reviewDue.suspension', ({ tell }) => tell(m1, suspensionRequested())],
      ['reviewDue.closure', ({ tell }) => tell(m1, closureRequested())],
      [
        'reviewDue.reinstatement',
        ({ tell }) =>
          tell(m1, reinstatementRequested({ h: 'LICENCE_EXPIRED' }, { applicationId: 'application-1' })),
      ],
      [
        'informationDue',
        async ({ tell }) => {
          await tell(m1, suspensionRequested())
          await tell(p2, { ...asks, items: ['a clearer copy'] })
        },
      ],
      [
        'resubmitUntil',
        async ({ tell }) => {
          await tell(m1, suspensionRequested())
          await tell(p2, { ...rejects, reason: 'the dates overlap', resubmittable: true })
        },
      ],
      [
        'closureStart',
        async ({ tell }) => {
          await tell(m1, closureRequested({ effectiveDate: '2026-06-01T00:00:00+08:00' }))
          await tell(p2, reviewApproved('application-1', ['business_licence']))
        },
      ],
    ]
    for (const [clock, stand] of stands) {
      const world = await open(terminal({ holds: [{ holdId: 'h', code: 'LICENCE_EXPIRED' }] }))
      const before = await waiting(world)
      await stand(world)
      expect(await waiting(world)).toContain(clock)
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
      expect(await waiting(world)).toEqual(before)
    }
  },

  'with a closure that is cancelled its clocks are over, however far it had come': async (open) => {
    const far: readonly [string, (world: World) => Promise<unknown>][] = [
      ['drainDue', (world) => run(world, saleOff)],
      ['statementDue', (world) => run(world, saleOff, drained)],
      ['settlementObjection', (world) => run(world, saleOff, drained).then(() => stated(world))],
      [
        'payoutDue',
        async (world) => {
          await run(world, saleOff, drained, accountVerified)
          await stated(world)
          await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
        },
      ],
      ['deviceReturnDue', (world) => run(world, saleOff)],
    ]
    for (const [clock, come] of far) {
      const world = await open()
      await run(world, approved)
      await come(world)
      expect(await waiting(world)).toContain(clock)
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell on' })
      expect(await waiting(world)).not.toContain(clock)
    }
  },

  'a note for help goes to whoever its subject is of, and to risk where an authority or a lawyer was asked':
    async (open) => {
      const topics = ['deposit', 'settlement', 'damage', 'erasure', undefined] as const
      const tickets = async (differs: object) => {
        const world = await open()
        await world.tell(p1, {
          ...{ type: 'note.recorded', kind: 'escalation', text: 'somebody help' },
          ...differs,
        } as LifecycleEvent)
        return (await world.orders()).map(({ params }) => 'department' in params && params.department)
      }
      const found = []
      for (const topic of topics) found.push(...(await tickets(topic === undefined ? {} : { topic })))
      expect(found).toEqual(['settlement', 'settlement', 'workshop', 'workshop', 'support'])
      for (const level of ['authority', 'legal'])
        expect(await tickets({ topic: 'deposit', level })).toEqual(['risk'])
    },
}
