import { expect } from 'vitest'
import { assertInvariants, checkClosure } from '../../src/machine/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  readClosed,
  refunded,
  returned,
  run,
  saleOff,
  settled,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, recorder, sys } from '../support/people.ts'
import {
  batch,
  closureRequested,
  cny,
  digestOf,
  paper,
  serial,
  start,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

export const closureStories: Stories = {
  'A01 plain closure: goes from the request to closed, each step accepted and the tail empty [R-012 R-024 R-172]':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts)
      expect(await world.value()).toEqual({ closing: 'confirming' })
      await run(world, confirmed)
      expect(await world.value()).toEqual({ closing: 'verifying' })
      await run(world, readClosed)
      expect(await world.value()).toBe('closed')
      const record = await world.record()
      expect(record.context.tail).toEqual([])
      assertInvariants(record)
    },

  'A01 plain closure: stays closed when the host later says that it accepts again: tail, issue and a ticket':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts, confirmed, readClosed)
      const { orders } = await world.tell(sys, statusRead('on', world.at(), 'closed'))
      expect(await world.value()).toBe('closed')
      const { tail, issues } = await world.context()
      expect(tail).toMatchObject([{ kind: 'status.reported', open: true }])
      expect(issues.map(({ code }) => code)).toContain('STATUS_MISMATCH')
      expect(orders.map(({ kind }) => kind)).toEqual(['openTicket'])
    },

  'A01 plain closure: tells the merchant, partners, finance and the bank at the end [R-025 R-026 R-176]':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts, confirmed)
      const { orders } = await world.tell(sys, statusRead('off', world.at(), 'closed'))
      const told = orders.flatMap((order) => (order.kind === 'notify' ? [order.params.audience] : []))
      expect(told).toEqual(['merchant', 'partners', 'finance', 'bank'])
    },

  'A01 plain closure: does not close on a reading that is older than the confirmation': async (open) => {
    const world = await open()
    const early = world.at()
    await run(world, approved, ...clearingParts, confirmed)
    await world.tell(sys, statusRead('off', early, 'closed'))
    expect(await world.value()).toEqual({ closing: 'verifying' })
    expect((await world.context()).issues.at(-1)?.code).toBe('STALE_READ')
  },

  'A01 plain closure: asks for the confirmation again when the number is read back as still open [R-173 C-28]':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts, confirmed)
      await world.tell(sys, statusRead('off', world.at(), 'active'))
      expect(await world.value()).toEqual({ closing: 'confirming' })
      expect((await world.context()).closing?.attempt).toBe(2)
    },

  'A02 refused with everything at once: checkClosure lists every blocker with owner and clearing event, and changes nothing [R-029 R-119 R-144]':
    async (open) => {
      const input = terminal({
        holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent-2' }],
        charges: [{ chargeId: 'rent-2', kind: 'arrears', amount: cny(9_900) }],
        transactions: [
          {
            ref: 'pre-auth-1',
            kind: 'preAuth',
            state: 'authorised',
            amount: cny(80_000),
            occurredAt: '2026-03-01T10:00:00+08:00',
            serial,
            test: false,
            resolution: null,
          },
        ],
      })
      const world = await open(input)
      const before = await world.record()
      const check = checkClosure(before, { at: start, actor: m1 })
      expect(check.possible).toBe('withPapers')
      expect(check.blockers).toMatchObject([
        { code: 'DOCUMENTS_INCOMPLETE', data: { missing: ['business_licence'] } },
      ])
      const codes = check.later.map(({ code }) => code)
      expect(codes).toEqual(
        expect.arrayContaining([
          'TRANSACTIONS_OPEN',
          'CHARGES_OUTSTANDING',
          'DEPOSIT_NOT_REFUNDED',
          'DEVICE_STILL_BOUND',
        ]),
      )
      for (const { owner, clearedBy } of [...check.blockers, ...check.later]) {
        expect(owner).toBeTruthy()
        expect(clearedBy.length).toBeGreaterThan(0)
      }
      expect(check.balances).toMatchObject({ charges: cny(9_900), deposits: cny(200_000) })
      expect(await world.record()).toEqual(before)
    },

  'A08 maker and checker: who typed the paper form may not approve it, under whatever login [R-014]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(recorder, closureRequested())
    const approve = {
      type: 'review.approved',
      applicationId: 'application-1',
      digest: digestOf('application-1'),
    } as const
    await world.refuse(p1, approve, 'MAKER_IS_CHECKER')
    await world.refuse({ ...p1, organisationId: 'acquirer-1-night-shift' }, approve, 'MAKER_IS_CHECKER')
    await world.tell(p2, approve)
  },

  'A08 maker and checker: a provider may only write down a form on behalf of the merchant': async (open) => {
    const world = await open()
    await world.refuse(p1, closureRequested(), 'ROLE_NOT_ALLOWED')
  },

  'A10 erased too early: names everything that comes first, and keeps an unauthorised erasure as an issue [R-038 R-151 C-03]':
    async (open) => {
      const world = await open()
      await run(world, approved)
      await world.refuse(
        p1,
        { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' },
        'ACCEPTANCE_NOT_DISABLED',
        'DEVICE_NOT_DRAINED',
        'BACKUP_MISSING',
      )
      const { issues } = await world.tell(m1, {
        type: 'erasure.completed',
        serial,
        method: 'clear',
        tool: 'menu',
      })
      expect(issues.map(({ code }) => code)).toEqual(['UNAUTHORISED_ERASURE'])
      expect((await world.context()).devices[serial]?.erasure).toBe('none')
    },

  'A12 another device comes back: keeps the fact with WRONG_SERIAL and goes on waiting for the right one [R-146 R-217]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
      const { issues } = await world.tell(p1, {
        type: 'device.received',
        serial: '987-654-321',
        receiptId: 'receipt-x',
      })
      expect(issues.map(({ code }) => code)).toEqual(['WRONG_SERIAL'])
      await run(world, accountVerified, settled, unbound)
      expect(await world.value()).toMatchObject({
        closing: { clearing: { devices: 'open', deposits: 'open' } },
      })
      await run(world, returned, refunded)
      expect(await world.value()).toEqual({ closing: 'confirming' })
    },

  'A15 withdrawn in time: leaves the service exactly as the holds say, from underReview and from needsInformation [OQ-08]':
    async (open) => {
      const world = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
      await world.tell(m1, closureRequested())
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
      expect(await world.value()).toEqual({ live: { service: { suspended: 'held' }, application: 'none' } })
      await world.tell(m1, closureRequested({ applicationId: 'application-2' }))
      await world.tell(p2, {
        type: 'review.informationRequested',
        applicationId: 'application-2',
        items: ['a licence that can be read'],
      })
      expect(await world.value()).toMatchObject({ live: { application: 'needsInformation' } })
      await world.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-2' })
      expect(await world.value()).toEqual({ live: { service: { suspended: 'held' }, application: 'none' } })
      expect(Object.keys((await world.context()).holds)).toEqual(['licence', 'arrears'])
    },

  'the request without the licence: is refused with the name of the paper, and goes in with it [R-016 R-119]':
    async (open) => {
      const world = await open()
      const answer = await world.send(m1, closureRequested({ documents: [paper('closure_request')] }))
      expect(answer).toMatchObject({
        accepted: false,
        code: 'BLOCKED',
        blockers: [
          { code: 'DOCUMENTS_INCOMPLETE', owner: 'merchant', data: { missing: ['business_licence'] } },
        ],
      })
      await world.tell(m1, closureRequested())
    },

  'the request without the licence: an expired licence is named as such, on the day of the request and on the day of the decision [R-112]':
    async (open) => {
      const world = await open()
      const licence = paper('business_licence', 'business_licence', { validTo: '2026-03-10T00:00:00+08:00' })
      const documents = [paper('closure_request'), licence]
      await world.tell(m1, closureRequested({ documents }))
      await world.pass(20)
      await world.refuse(
        p2,
        { type: 'review.approved', applicationId: 'application-1', digest: digestOf('application-1') },
        'DOCUMENT_EXPIRED',
      )
    },

  'a repeat: by its natural key is accepted and changes nothing': async (open) => {
    const world = await open()
    await run(world, approved)
    const upTo = world.at()
    await world.tell(sys, batch(upTo, 'batch-1'))
    const before = await world.record()
    const again = await world.tell(sys, batch(upTo, 'batch-1'))
    expect(again).toMatchObject({ noop: true, entry: null })
    expect(await world.record()).toEqual(before)
  },
}
