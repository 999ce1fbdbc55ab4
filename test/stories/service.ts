import { expect } from 'vitest'
import { availableActions } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { byTwo } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const suspensionFrom = (from: string) => suspensionRequested({ plannedPeriod: { from } })
const papers = [
  'business_licence',
  'arrears_statement',
  'payment_proof',
  'repair_or_replacement_record',
] as const
const approve = (applicationId: string): LifecycleEvent =>
  reviewApproved(applicationId, applicationId === 'application-2' ? papers : [])

const check = (name: 'power' | 'signOn' | 'network' | 'transaction' | 'void', passed = true) => ({
  name,
  passed,
})
const fullTest = [check('power'), check('signOn'), check('network'), check('transaction'), check('void')]
const passed = (kind: 'smoke' | 'full'): LifecycleEvent => ({
  type: 'test.passed',
  serial,
  kind,
  checks: fullTest,
})

const service = async (world: World) => ((await world.value()) as { live: { service: unknown } }).live.service
const backOn = ({ tell, at }: World) => tell(sys, statusRead('on', at()))

export const serviceStories: Stories = {
  'A03 planned suspension and return: it begins by itself, and ends with a test and a reading [R-289 R-296]':
    async (open) => {
      const world = await open()
      const startsAt = new Date(Date.parse(world.at()) + 5 * 86_400_000).toISOString()
      await world.tell(m1, suspensionFrom(startsAt))
      await world.tell(p2, approve('application-1'))
      expect(await service(world)).toBe('inService')
      await world.pass(5.1)
      expect(await service(world)).toEqual({ suspended: 'held' })
      await world.tell(m1, reinstatementRequested({ 'suspension:application-1': 'MERCHANT_REQUEST' }))
      await world.tell(p2, approve('application-2'))
      expect(await world.value()).toEqual({
        live: { service: { suspended: 'testing' }, application: 'none' },
      })
      await world.tell(m1, passed('smoke'))
      expect(await service(world)).toEqual({ suspended: 'enabling' })
      await backOn(world)
      expect(await service(world)).toBe('inService')
    },

  'A04 two holds, one lifted: the other one still holds, and is the only one named [R-107 R-112]': async (
    open,
  ) => {
    const world = await open(
      terminal({
        holds: [
          { holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent-2' },
          { holdId: 'licence', code: 'LICENCE_EXPIRED' },
        ],
        charges: [{ chargeId: 'rent-2', kind: 'arrears', amount: cny(9_900) }],
      }),
    )
    await world.refuse(m1, reinstatementRequested({ arrears: 'ACCOUNT_ARREARS' }), 'REMEDY_OPEN')
    await world.tell(p1, {
      type: 'charge.met',
      chargeId: 'rent-2',
      amount: cny(9_900),
      paymentRef: 'payment-1',
    })
    await world.tell(m1, reinstatementRequested({ arrears: 'ACCOUNT_ARREARS' }))
    await world.tell(p2, approve('application-2'))
    expect(await service(world)).toEqual({ suspended: 'held' })
    const actions = availableActions(await world.record(), { at: world.at(), actor: m1 })
    const again = actions.find(({ event }) => event === 'reinstatement.requested')
    const named = again?.blockers.map(({ ref }) => ref)
    expect(named).not.toContain('arrears')
  },

  'A05 a hold that needs no application: evidence, test, reading [R-111 C-22]': async (open) => {
    const world = await open()
    await world.tell(sys, { type: 'hold.placed', holdId: 'network', code: 'NETWORK_FAULT' })
    await world.refuse(p1, { type: 'hold.remedyVerified', holdId: 'network' }, 'REMEDY_EVIDENCE_MISSING')
    await world.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'network',
      evidence: [paper('device_test_record')],
    })
    await world.refuse(p1, { type: 'hold.remedyVerified', holdId: 'network' }, 'FACTS_UNCHECKED')
    await world.tell(p1, {
      type: 'hold.remedyVerified',
      holdId: 'network',
      checked: seen('device_test_record'),
    })
    expect(await service(world)).toEqual({ suspended: 'testing' })
    await world.refuse(m1, passed('full'), 'ROLE_NOT_ALLOWED')
    await world.tell(agent, passed('full'))
    await backOn(world)
    expect(await service(world)).toBe('inService')
    expect((await world.context()).application).toBeNull()
  },

  'A06 a failed test keeps the terminal where it is, opens a ticket and needs no new review [R-259 OQ-11]':
    async (open) => {
      const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
      await world.tell(m1, reinstatementRequested({ fault: 'HARDWARE_FAULT' }))
      await world.tell(p2, approve('application-2'))
      const { orders } = await world.tell(p1, {
        type: 'test.failed',
        serial,
        kind: 'full',
        checks: [check('transaction', false)],
      })
      expect(orders.map(({ kind }) => kind)).toEqual(['openTicket'])
      expect(await service(world)).toEqual({ suspended: 'testing' })
      await world.refuse(
        p1,
        { type: 'test.passed', serial, kind: 'full', checks: [check('power')] },
        'TEST_INCOMPLETE',
      )
      await world.tell(p1, passed('full'))
      expect(await service(world)).toEqual({ suspended: 'enabling' })
    },

  'A07 rejected for its documents, supplemented, and approved only as it now reads [R-137 R-138]': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
    await world.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-2',
      code: 'documents_incomplete',
      reason: 'page two is missing',
      resubmittable: true,
    })
    const digest = digestOf('second-edition')
    await world.tell(m1, {
      type: 'application.supplemented',
      applicationId: 'application-2',
      documents: [paper('supporting_evidence')],
      digest,
    })
    await world.refuse(p2, approve('application-2'), 'SUPERSEDED')
    await world.tell(p2, reviewApproved('application-2', papers, digest))
    expect(await service(world)).toEqual({ suspended: 'testing' })
  },

  'a rejection that is final is not supplemented, it is withdrawn': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-1',
      code: 'violation',
      reason: 'under investigation',
      resubmittable: false,
    })
    const more: LifecycleEvent = {
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf('x'),
    }
    await world.refuse(m1, more, 'NOT_RESUBMITTABLE')
    await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
    expect(await world.value()).toMatchObject({ live: { application: 'none' } })
  },

  'nobody answers: after its clock an application lapses, from both waiting states': async (open) => {
    const world = await open()
    const lapse = (applicationId: string) => ({ type: 'application.lapsed', applicationId }) as const
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a stamp'],
    })
    await world.refuse(p1, lapse('application-1'), 'NOT_YET_DUE')
    await world.pass(31)
    await world.tell(p1, lapse('application-1'))
    await world.tell(m1, closureRequested({ applicationId: 'application-3' }))
    await world.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-3',
      code: 'other',
      reason: 'blurred',
      resubmittable: true,
    })
    await world.pass(91)
    await world.tell(p1, lapse('application-3'))
    expect(await world.value()).toMatchObject({ live: { application: 'none' } })
  },

  'a supplement from needsInformation goes back to review, whose clock had stood still [C-06]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.pass(6)
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a stamp'],
    })
    const { deadlines: paused } = await world.context()
    expect(paused['reviewDue.closure']?.status).toBe('paused')
    await world.pass(20)
    await world.tell(m1, {
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf('y'),
    })
    expect(await world.value()).toMatchObject({ live: { application: 'underReview' } })
    const left =
      Date.parse((await world.context()).deadlines['reviewDue.closure']?.due ?? '') - Date.parse(world.at())
    expect(Math.round(left / 86_400_000)).toBe(15)
  },

  'a new hold while testing, and one while enabling, takes the terminal back to held': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
    await world.tell(p2, approve('application-2'))
    await world.tell(p1, { type: 'hold.placed', holdId: 'violation', code: 'RULE_VIOLATION' })
    expect(await service(world)).toEqual({ suspended: 'held' })
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'violation', reason: 'placed in error' })
    expect(await service(world)).toEqual({ suspended: 'testing' })
    await world.tell(p1, passed('smoke'))
    expect(await service(world)).toEqual({ suspended: 'enabling' })
    await world.tell(p1, { type: 'hold.placed', holdId: 'attack', code: 'MALICIOUS_ATTACK' })
    expect(await service(world)).toEqual({ suspended: 'held' })
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'attack', reason: 'placed in error' })
    expect(await service(world)).toEqual({ suspended: 'enabling' })
  },

  'a payout-only hold leaves the shop in service, restricted': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'account', code: 'SETTLEMENT_ACCOUNT_CHANGED' })
    expect(await service(world)).toBe('inService')
  },

  'an umbrella reason must become a specific one before anybody can ask for more [R-049 OQ-23]': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'funds', code: 'FUNDS_ISSUE' }] }))
    await world.refuse(
      m1,
      reinstatementRequested({ funds: 'FUNDS_ISSUE' }),
      'REASON_TOO_VAGUE',
      'REASON_UNKNOWN',
    )
    await byTwo(world, { type: 'hold.reclassified', holdId: 'funds', code: 'ACCOUNT_ARREARS' })
    await world.tell(m1, reinstatementRequested({ funds: 'ACCOUNT_ARREARS' }))
  },

  'A17 overdue changes nothing: over Spring Festival the review is due after the moved weekend [R-132]':
    async (open) => {
      // the holiday of 2026 is 15 to 23 February, paid for with two worked weekends
      const input = terminal({
        holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }],
        lastTransactionAt: '2026-02-10T18:00:00.000+08:00',
      })
      const world = await open(input, '2026-02-11T09:00:00.000+08:00')
      await world.tell(
        m1,
        reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { suspendedOn: '2026-02-10' }),
      )
      expect((await world.context()).deadlines['reviewDue.reinstatement']).toMatchObject({
        due: '2026-02-27T23:59:59+08:00',
        rule: { amount: 7, unit: 'workingDays' },
        calendar: { id: 'prc', known: true },
      })
      await world.pass(20)
      expect(await world.value()).toMatchObject({ live: { application: 'underReview' } })
      expect((await world.context()).deadlines['reviewDue.reinstatement']?.status).toBe('fired')
      await world.tell(p2, approve('application-2'))
      expect(await service(world)).toEqual({ suspended: 'testing' })
    },
}
