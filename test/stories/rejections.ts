import { expect } from 'vitest'
import { type DocumentType, defaultPolicy, type Facts, type RejectionCode } from '../../src/domain/index.ts'
import type { InvalidInputError } from '../../src/errors/index.ts'
import { requirements } from '../../src/machine/index.ts'
import { LifecycleEvent as Event, type LifecycleEvent } from '../../src/schemas/index.ts'
import { codesOf } from '../schemas/codes-of.ts'
import { byTwo } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  serial,
  start,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const rejected = (code: RejectionCode, applicationId = 'application-2'): LifecycleEvent => ({
  type: 'review.rejected',
  applicationId,
  code,
  reason: 'as the letter says',
  resubmittable: true,
})
/** By a form at the door, or by the rule where there is none. */
const refusedFor = async (world: World, event: LifecycleEvent) => {
  const codes = await world.send(p2, event).then(
    (answer) => (answer.accepted ? [] : answer.blockers.map(({ code }) => code)),
    (thrown: InvalidInputError) => thrown.issues.map(({ code }) => code),
  )
  expect(['REASON_MISSING', 'REQUIRED']).toEqual(expect.arrayContaining(codes))
  expect(codes).toHaveLength(1)
}
let edition = 0
const again = (type: DocumentType, applicationId = 'application-2', facts?: Facts): LifecycleEvent => {
  edition += 1
  const document = facts ? paper(type, `${type}-${edition}`, facts) : paper(type, `${type}-${edition}`)
  return {
    type: 'application.supplemented',
    applicationId,
    documents: [document],
    digest: digestOf(`edition-${edition}`),
  }
}
const held = terminal({ holds: [{ holdId: 'own', code: 'LICENCE_EXPIRED' }] })
const applied = async (world: World) => world.tell(m1, reinstatementRequested({ own: 'LICENCE_EXPIRED' }))

/** What brings a rejected application back, and what a failure that nobody here caused asks of the merchant. */
const told: Stories = {
  'a problem of the account comes back with its own papers, not with a survey [R-137 R-139]': async (
    open,
  ) => {
    const world = await open(held)
    await applied(world)
    await world.tell(p2, rejected('account_problem'))
    await world.refuse(m1, again('satisfaction_survey'), 'REJECTION_UNANSWERED')
    await world.tell(m1, again('account_explanation'))
  },

  'a violation comes back once it says to be rectified [R-139]': async (open) => {
    const world = await open(held)
    await applied(world)
    await world.tell(p2, rejected('violation'))
    const report = (result: string) => again('rectification_report', 'application-2', { result })
    await world.refuse(m1, report('open'), 'REJECTION_UNANSWERED')
    await world.tell(m1, report('rectified'))
  },

  'a rejection that states no reason is refused [R-137 C-30]': async (open) => {
    for (const reason of ['', '  ', undefined]) {
      const world = await open(held)
      await applied(world)
      const event = { ...rejected('unspecified'), reason } as LifecycleEvent
      // one without the field is no event at all, and the door of the runtime alone can say so
      if (reason !== undefined) await refusedFor(world, event)
      expect(codesOf(Event, event)).toEqual(['REQUIRED /reason'])
    }
  },

  'a pause that is over is late again once the application for its end is rejected': async (open) => {
    const late = async (world: World) => {
      const { pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      return pastDue.flatMap(({ code, ref }) => (code === 'CLOCK_RUN_OUT' ? [ref] : []))
    }
    const world = await open()
    const until = '2026-03-10T00:00:00+08:00'
    await world.tell(p1, { type: 'hold.placed', holdId: 'own', code: 'LICENCE_EXPIRED', until })
    await applied(world)
    await world.pass(10)
    expect(await late(world)).not.toContain('holdEnd:own')
    await world.tell(p2, rejected('documents_incorrect'))
    expect(await late(world)).toContain('holdEnd:own')
  },

  'what was rejected without a ground is not sent again blindly: support is asked first, each time [C-30]':
    async (open) => {
      const world = await open(held)
      await applied(world)
      for (const requestId of ['why-1', 'why-2']) {
        await world.tell(p2, rejected('unspecified'))
        await world.refuse(m1, again('waiver'), 'REJECTION_UNANSWERED')
        await world.tell(m1, { type: 'request.made', requestId, kind: 'support' })
        await world.tell(m1, again('waiver'))
      }
    },

  'after so many answers only a new application is heard, a closure apart [R-137]': async (open) => {
    const policy = { ...defaultPolicy, maxResubmissions: 1 }
    const world = await open(held, start, policy)
    await applied(world)
    await world.tell(p2, rejected('documents_incorrect'))
    await world.tell(m1, again('waiver'))
    await world.tell(p2, rejected('documents_incorrect'))
    await world.refuse(m1, again('waiver'), 'NOT_RESUBMITTABLE')
    await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-2' })
    await world.tell(
      m1,
      reinstatementRequested({ own: 'LICENCE_EXPIRED' }, { applicationId: 'application-3' }),
    )

    const closing = await open(terminal({ lifecycleId: 'life-2', terminalId: '10000001' }), start, policy)
    await closing.tell(m1, closureRequested())
    for (let times = 0; times < 3; times += 1) {
      await closing.tell(p2, rejected('documents_incorrect', 'application-1'))
      await closing.tell(m1, again('waiver', 'application-1'))
    }
  },

  'a failure of the platform asks nothing of the merchant either when its cause is found [R-049 R-073]':
    async (open) => {
      const world = await open()
      const unclear = { type: 'hold.placed', holdId: 'down', code: 'UNKNOWN', side: 'platform' } as const
      await world.tell(p1, unclear)
      await byTwo(world, { type: 'hold.reclassified', holdId: 'down', code: 'NETWORK_FAULT' })
      expect((await world.context()).holds.down).toMatchObject({ release: 'provider', test: 'none' })
      await world.tell(p2, { type: 'hold.lifted', holdId: 'down' })
      expect(await world.value()).toMatchObject({ live: { service: { suspended: 'enabling' } } })
    },

  'a failure of the platform asks nothing of the merchant [R-073]': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'own',
      code: 'SOFTWARE_FAULT',
      side: 'platform',
      words: 'the gateway is down',
      until: '2026-03-10T00:00:00+08:00',
    })
    expect((await world.context()).holds.own).toMatchObject({
      release: 'provider',
      test: 'none',
      words: 'the gateway is down',
    })
    expect((await world.context()).deadlines['holdEnd:own']?.due).toBe('2026-03-10T00:00:00+08:00')
    await world.tell(p1, { type: 'hold.lifted', holdId: 'own' })
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'enabling' } } })
  },

  'a device that is lost at the opening sells nothing, and its keys are revoked': async (open) => {
    for (const custody of ['lost', 'lossAccepted'] as const) {
      const world = await open(
        terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole', custody }] }),
      )
      const { holds, orders } = await world.context()
      expect(Object.values(holds).map(({ code }) => code)).toEqual(['DEVICE_LOST'])
      const kinds = Object.values(orders).map(({ kind }) => kind)
      expect(kinds).toContain('revokeKeys')
      expect(kinds).toContain('disableAcceptance')
      expect(await world.value()).toMatchObject({ live: { service: { suspended: 'held' } } })
    }
  },

  'a host that cannot be read after the opening is told to stop what a hold forbids': async (open) => {
    const charges = [{ chargeId: 'rent-2', kind: 'arrears', amount: cny(9_900) }]
    const world = await open(terminal({ holds: [{ holdId: 'own', code: 'ACCOUNT_ARREARS' }], charges }))
    const order = Object.values((await world.context()).orders).find(({ kind }) => kind === 'readStatus')
    const orderId = order?.orderId ?? ''
    const { orders } = await world.tell(sys, {
      type: 'order.failed',
      orderId,
      code: 'GONE',
      retryable: false,
    })
    expect(orders.map(({ kind }) => kind)).toContain('disableAcceptance')
  },
}

/** Each counts its papers from the first, whichever was told before it. */
export const rejectionStories: Stories = Object.fromEntries(
  Object.entries(told).map(([title, story]): [string, Stories[string]] => [
    title,
    (open) => {
      edition = 0
      return story(open)
    },
  ]),
)
