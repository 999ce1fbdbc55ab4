import { expect } from 'vitest'
import { limits } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, run, saleOff, settled } from '../support/closure.ts'
import { agent, m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  cny,
  paper,
  reviewApproved,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const placed = (code: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'h', code, ...differs }) as LifecycleEvent
const kindsOf = async (world: World) => (await world.orders()).map(({ kind }) => kind)

/** What a hold limits, and who has to do something for it, where the event says nothing of it. */
export const limitStories: Stories = {
  'what ends by the order of an authority alone is not talked about, whoever recorded it': async (open) => {
    const world = await open()
    await world.tell(p1, placed('RULE_VIOLATION', { release: 'authority', orderRef: 'court-1' }))
    expect((await world.context()).holds.h).toMatchObject({ release: 'authority', disclosure: 'hidden' })
  },

  'a debt stays a debt, though somebody calls it one of the platform': async (open) => {
    const world = await open()
    await world.tell(p1, placed('ACCOUNT_ARREARS', { side: 'platform' }))
    expect((await world.context()).holds.h).toMatchObject({ release: 'application', test: 'smoke' })
  },

  'an order of an authority that came along, and says nothing of its limits, limits all': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'court', code: 'AUTHORITY_ORDER' }] }))
    expect((await world.context()).holds.court?.caps).toEqual(limits)
  },

  'an update that the merchant makes itself is nobody else’s work': async (open) => {
    const world = await open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
    const plannedPeriod = { from: '2026-03-20T22:00:00+08:00' }
    await world.tell(m1, suspensionRequested({ reason: 'SOFTWARE_UPDATE', plannedPeriod }))
    await world.tell(p2, reviewApproved('application-1'))
    expect(Object.values((await world.context()).holds)).toMatchObject([{ status: 'planned' }])
    const said = (await world.orders()).map(({ params }) => params)
    expect(said).not.toContainEqual(expect.objectContaining({ topic: 'planned_work' }))
    expect(said).not.toContainEqual(expect.objectContaining({ template: 'work_planned' }))
  },

  'only what holds money takes back what is being paid': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts.slice(0, clearingParts.indexOf(settled)))
    const net = cny(50_000)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
    await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: net })
    const refund = { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'r' } as const
    await byTwo(world, { ...refund, amount: cny(200_000) })
    const paying = async () =>
      (await world.orders()).flatMap(({ kind, status }) =>
        kind === 'payOut' || kind === 'refundDeposit' ? [status] : [],
      )
    await world.tell(p1, placed('LICENCE_EXPIRED'))
    expect(await paying()).toEqual(['ordered', 'ordered'])
    await world.tell(p1, placed('RULE_VIOLATION', { holdId: 'funds' }))
    expect(await paying()).toEqual(['cancelled', 'cancelled'])
  },

  'a freeze of money or of papers tells the host nothing, and hurries nobody': async (open) => {
    for (const limit of ['payout', 'erasure']) {
      const world = await open()
      await world.tell(agent, placed('NETWORK_FAULT', { holdId: 'fault' }))
      await world.tell(p1, placed('RULE_VIOLATION', { caps: [limit] }))
      expect((await kindsOf(world)).filter((kind) => kind === 'disableAcceptance')).toHaveLength(1)
    }
  },

  'what was placed starts the clocks that it needs, and no other one': async (open) => {
    const window = { startsAt: '2026-03-20T22:00:00+08:00', until: '2026-03-21T22:00:00+08:00' }
    for (const [code, differs, clocks] of [
      ['LICENCE_EXPIRED', {}, ['holdReview', 'noticeDue']],
      ['RULE_VIOLATION', {}, ['fundsHoldReview', 'noticeDue']],
      ['LICENCE_EXPIRED', { disclosure: 'hidden' }, ['holdReview']],
      ['LICENCE_EXPIRED', { until: window.until }, ['holdEnd', 'holdReview', 'noticeDue']],
      ['LICENCE_EXPIRED', window, ['holdEnd', 'holdStart', 'noticeDue']],
      ['RULE_VIOLATION', { release: 'authority', orderRef: 'court-1' }, ['fundsHoldReview', 'noticeDue']],
    ] as const) {
      const world = await open()
      await world.tell(p1, placed(code, differs))
      const own = Object.values((await world.context()).deadlines).filter(({ ref }) => ref === 'h')
      expect(own.map(({ name, status }) => `${name} ${status}`).toSorted()).toEqual(
        clocks.map((name) => `${name} running`),
      )
    }
  },

  'the provider owes the merchant no notice of the merchant’s own pause': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    await world.tell(p2, reviewApproved('application-1'))
    const names = Object.values((await world.context()).deadlines).map(({ name }) => name)
    expect(names).toContain('holdReview')
    expect(names).not.toContain('noticeDue')
  },

  'the agent hears of the end of what was repaired, and not of the check that a cancelled closure owes':
    async (open) => {
      const world = await open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
      await run(world, approved)
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell again' })
      const checks = (['signOn', 'transaction'] as const).map((name) => ({ name, passed: true }))
      await world.tell(p1, { type: 'test.passed', serial, kind: 'smoke', checks })
      expect(Object.values((await world.context()).holds)).toMatchObject([{ status: 'lifted' }])
      const heard = (await world.orders()).map(({ params }) => params)
      expect(heard).not.toContainEqual(expect.objectContaining({ template: 'restriction_lifted' }))
    },

  'an agreement frees what is held for a closure, and ends no hold of it': async (open) => {
    const held = { holdId: 'h', code: 'ACCOUNT_ARREARS', caps: ['sale', 'payout'] } as const
    const world = await open(terminal({ holds: [held] }))
    await run(world, approved, saleOff)
    const evidence = [paper('waiver')]
    await byTwo(world, { type: 'hold.lifted', holdId: 'h', evidence })
    expect((await world.context()).holds.h).toMatchObject({ status: 'effective', eased: true })
  },

  'what was found out about a hold leaves hidden what is hidden, and its device the one it is about': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, placed('UNKNOWN', { disclosure: 'hidden', serial }))
    await byTwo(world, { type: 'hold.reclassified', holdId: 'h', code: 'SOFTWARE_FAULT' })
    expect((await world.context()).holds.h).toMatchObject({ disclosure: 'hidden', serial })
  },

  'what is found out about a hold that has not begun stops nothing before its day': async (open) => {
    const world = await open()
    await world.tell(p1, placed('UNKNOWN', { startsAt: '2026-03-20T22:00:00+08:00' }))
    await byTwo(world, { type: 'hold.reclassified', holdId: 'h', code: 'SOFTWARE_FAULT' })
    expect((await world.context()).holds.h?.status).toBe('planned')
    expect(await kindsOf(world)).not.toContain('disableAcceptance')
    expect(await kindsOf(world)).not.toContain('openTicket')
  },

  'a terminal that came along held, and was read as off, is not ordered off by the next hold': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(sys, statusRead('off', world.at()))
    await world.tell(p1, placed('HARDWARE_FAULT'))
    expect(await kindsOf(world)).not.toContain('disableAcceptance')
  },

  'a hold that turns out to hold no money is reviewed as one that holds none, and once': async (open) => {
    const world = await open()
    await world.tell(p1, placed('UNKNOWN', { caps: ['sale', 'payout'] }))
    await byTwo(world, { type: 'hold.reclassified', holdId: 'h', code: 'SOFTWARE_FAULT' })
    const { deadlines } = await world.context()
    expect(deadlines['fundsHoldReview:h']?.status).toBe('cancelled')
    expect(deadlines['holdReview:h']?.status).toBe('running')
  },
}
