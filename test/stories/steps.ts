import { expect } from 'vitest'
import { defaultPolicy, type LifecyclePolicy } from '../../src/domain/index.ts'
import { availableActions, capabilities, requirements } from '../../src/machine/index.ts'
import { viewRecord } from '../../src/machine/questions/viewing.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  orderOf,
  run,
  saleOff,
} from '../support/closure.ts'
import { agent, m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  start,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const allChecks = (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
  name,
  passed: true,
}))
const asked = async (world: World, viewer: 'merchant' | 'provider' = 'merchant') => {
  const all = requirements(await world.record(), { at: world.at(), viewer })
  return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification].map(({ code }) => code)
}
const stateOf = async (world: World) => ((await world.value()) as { live: Record<string, unknown> }).live
const expired = () => terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] })
const needs = {
  type: 'review.informationRequested',
  applicationId: 'application-2',
  items: ['a clearer copy'],
} as const

/** The steps of the guides, one by one, as the parties take them. */
export const stepStories: Stories = {
  'an application is handed in with its papers and reviewed, and lifts the hold when it is approved [R-121 R-123 R-125]':
    async (open) => {
      const world = await open(expired())
      await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
      expect((await stateOf(world)).application).toBe('underReview')
      expect((await world.context()).application?.documents.length).toBeGreaterThan(1)
      await world.tell(p2, reviewApproved('application-2', ['business_licence']))
      expect((await world.context()).holds.licence?.status).not.toBe('effective')
      expect(await stateOf(world)).toMatchObject({ application: 'none' })
    },

  'payments are taken again only once the host was read to take them [R-126]': async (open) => {
    const world = await open(expired())
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
    await world.tell(agent, { type: 'test.passed', serial, kind: 'smoke', checks: allChecks })
    expect(capabilities(await world.record()).observed.sale).not.toBe(true)
    expect((await stateOf(world)).service).toEqual({ suspended: 'enabling' })
    await world.tell(sys, statusRead('on', world.at()))
    expect((await stateOf(world)).service).toBe('inService')
    expect(capabilities(await world.record()).desired.sale).toBe(true)
  },

  'what the review lacks is asked for in words, and the merchant answers with it [R-095 R-255]': async (
    open,
  ) => {
    const world = await open(expired())
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
    await world.tell(p2, needs)
    expect(await asked(world)).toContain('DOCUMENTS_INCOMPLETE')
    expect((await world.context()).application?.informationItems).toEqual(['a clearer copy'])
    const documents = [paper('business_licence', 'licence-2')]
    const supplement = {
      type: 'application.supplemented',
      applicationId: 'application-2',
      documents,
    } as const
    await world.tell(m1, { ...supplement, digest: digestOf('supplement') })
    expect((await stateOf(world)).application).toBe('underReview')
    expect((await world.context()).application?.informationItems).toEqual([])
  },

  'a pause is asked for, followed, and decided on [R-283 R-291 R-293]': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    expect((await stateOf(world)).application).toBe('underReview')
    const seen = viewRecord(await world.record(), 'merchant').context
    expect(seen.application).toMatchObject({ kind: 'suspension', approval: null, rejection: null })
    expect(Object.keys(seen.deadlines).some((id) => id.startsWith('reviewDue'))).toBe(true)
    await world.tell(p2, reviewApproved('application-1', []))
    expect((await stateOf(world)).service).toEqual({ suspended: 'held' })
  },

  'a pause may be refused, and the merchant reads why [R-294]': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    const why = { code: 'other', reason: 'the dates overlap a contract', resubmittable: true } as const
    await world.tell(p2, { type: 'review.rejected', applicationId: 'application-1', ...why })
    const { errors } = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
    expect(errors).toMatchObject([{ code: 'other', reason: 'the dates overlap a contract' }])
    expect((await stateOf(world)).service).toBe('inService')
  },

  'the specific cause is found out before anybody applies, and the merchant reads it [R-114 R-252]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'h',
      code: 'UNKNOWN',
      words: 'no answer from the device',
    })
    await world.refuse(m1, reinstatementRequested({ h: 'UNKNOWN' }), 'REASON_TOO_VAGUE', 'REASON_UNKNOWN')
    await byTwo(world, { type: 'hold.reclassified', holdId: 'h', code: 'SOFTWARE_FAULT' })
    expect(viewRecord(await world.record(), 'merchant').context.holds.h?.code).toBe('SOFTWARE_FAULT')
  },

  'support reviews, and a repair may come while it does [R-257 R-258]': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
    await world.tell(m1, reinstatementRequested({ fault: 'HARDWARE_FAULT' }))
    const evidence = [paper('repair_or_replacement_record', 'repair-2')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'fault', evidence })
    expect((await world.context()).holds.fault?.remedy?.evidence).toEqual(['repair-2'])
    expect((await stateOf(world)).application).toBe('underReview')
    const types = reinstatementRequested({ fault: 'HARDWARE_FAULT' }).documents.map(({ type }) => type)
    const checked = [{ documentId: 'repair-2', digest: digestOf('repair-2') }]
    await world.tell(p2, { type: 'hold.remedyVerified', holdId: 'fault', checked })
    expect((await world.context()).holds.fault?.remedy).toMatchObject({ verifiedBy: 'p2' })
    await world.tell(p2, reviewApproved('application-2', types))
    expect((await world.context()).holds.fault?.status).toBe('cleared')
  },

  'the balance is stated, agreed on and paid out, and until then the closure waits [R-020 R-021 R-218]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, accountVerified)
      expect(await asked(world, 'provider')).toContain('NO_STATEMENT')
      const net = cny(500)
      await world.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo: world.at(), net })
      expect(await asked(world)).toContain('SETTLEMENT_NOT_CONFIRMED')
      await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-1' })
      expect(await asked(world, 'provider')).toContain('OUTSTANDING_BALANCE')
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: net })
      expect(await asked(world, 'provider')).toContain('PAYOUT_PENDING')
      const orderId = await orderOf(world, 'payOut')
      await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: net })
      const left = await asked(world, 'provider')
      for (const code of ['NO_STATEMENT', 'OUTSTANDING_BALANCE', 'PAYOUT_PENDING'])
        expect(left).not.toContain(code)
    },

  'the balance is compared once more at the end, so that nothing due is lost [R-174 R-175]': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed)
    await world.tell(sys, statusRead('off', world.at(), 'closed', 700))
    expect(await world.value()).not.toBe('closed')
    expect(await asked(world, 'provider')).not.toEqual([])
  },

  'a third party’s device goes back, and the closure waits for it [R-216]': async (open) => {
    const world = await open(terminal({ devices: [{ serial, owner: 'agent', tenancy: 'sole' }] }))
    await run(world, approved, saleOff)
    expect(await asked(world, 'provider')).toContain('DEVICE_NOT_RETURNED')
    const seal = { bagNo: 'b', trackingNo: 't' }
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
    expect((await world.context()).devices[serial]?.returnTo?.destination).toBe('institution')
    await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 't' })
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'r-1', bagNo: 'b' })
    expect(await asked(world, 'provider')).not.toContain('DEVICE_NOT_RETURNED')
  },

  'a device is copied before it is wiped, and never the other way round [R-156 R-237]': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const wipe = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
    await world.refuse(p1, wipe, 'BACKUP_MISSING')
    await run(world, backedUp)
    await world.tell(p1, wipe)
  },

  'data that are hard to wipe go to the workshop, and stay its own until a wipe is verified [R-235 R-236]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained, backedUp)
      await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
      await world.tell(p1, { type: 'erasure.failed', serial, reason: 'the medium does not answer' })
      expect(await asked(world, 'provider')).toContain('ERASURE_NOT_AUTHORISED')
      const tickets = Object.values((await world.context()).orders).flatMap(({ kind, params }) =>
        kind === 'openTicket' ? [params] : [],
      )
      expect(tickets).toContainEqual({ department: 'workshop', topic: 'erasure_failed', ref: serial })
    },

  'an acquirer may ask for more papers, and for a filing of a pause [R-019 R-305]': async (open) => {
    const policy: LifecyclePolicy = {
      ...defaultPolicy,
      extraPapers: { closure: { '*': [{ type: 'account_info' }] } },
      filingRequired: true,
    }
    for (const [event, more] of [
      [closureRequested(), 'account_info'],
      [suspensionRequested(), 'regulatory_filing'],
    ] as const) {
      await (await open()).tell(m1, event)
      const world = await open(terminal(), start, policy)
      await world.refuse(m1, event, 'DOCUMENTS_INCOMPLETE')
      await world.tell(m1, { ...event, documents: [...event.documents, paper(more)] })
    }
  },

  'of a procedure with many steps each side sees its own, what stands in the way, and by when [R-230]':
    async (open) => {
      const world = await open()
      await run(world, approved)
      const mine = availableActions(await world.record(), { at: world.at(), actor: m1 })
      expect(mine.some(({ enabled }) => enabled)).toBe(true)
      expect(mine.some(({ enabled, blockers }) => !enabled && blockers.length > 0)).toBe(true)
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
      expect(currentlyDue.some(({ due }) => due !== undefined)).toBe(true)
    },

  'what is written on the form is read by whoever decides [R-091]': async (open) => {
    const world = await open(expired())
    await world.tell(
      m1,
      reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { businessImpact: 'no sales at weekends' }),
    )
    expect((await world.context()).application?.request).toMatchObject({
      businessImpact: 'no sales at weekends',
    })
  },

  'the merchant begins, the provider decides, the service provider acts under its mandate [R-002 R-013 R-054]':
    async (open) => {
      const world = await open()
      await world.tell(m1, closureRequested())
      await world.refuse(m1, reviewApproved('application-1', ['business_licence']), 'ROLE_NOT_ALLOWED')
      await world.refuse(agent, reviewApproved('application-1', ['business_licence']), 'ROLE_NOT_ALLOWED')
      const { mandateRef: _, ...unnamed } = agent
      const hold = { type: 'hold.placed', holdId: 'h', code: 'NETWORK_FAULT' } as const
      await world.refuse(unnamed, hold, 'MANDATE_MISSING')
      await world.tell(agent, hold)
      await world.tell(p2, reviewApproved('application-1', ['business_licence']))
      expect(await world.value()).toHaveProperty('closing')
    },
}
