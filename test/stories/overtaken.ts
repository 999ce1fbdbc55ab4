import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const toldTo = async (world: World, template: string, ref: string | null) =>
  (await world.orders()).flatMap(({ params }) =>
    'template' in params && params.template === template && params.ref === ref ? [params.audience] : [],
  )
const added = (type: 'provider_notice' | 'authority_order', about: string): LifecycleEvent => ({
  type: 'document.added',
  document: paper(type),
  for: about,
})

/** What takes the place of what was said before, and what does not. */
export const overtakenStories: Stories = {
  'a closure that is asked for overtakes a pause that was, and whoever asked for that hears so': async (
    open,
  ) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    const second = { applicationId: 'application-2', digest: digestOf('application-2') }
    await world.tell(m1, closureRequested(second))
    const { application, deadlines } = await world.context()
    expect(application).toMatchObject({ applicationId: 'application-2', kind: 'closure', attempt: 1 })
    expect(deadlines['reviewDue.suspension']?.status).toBe('cancelled')
    expect(deadlines['reviewDue.closure']?.status).toBe('running')
    expect(await toldTo(world, 'application_ended', 'application-1')).toEqual(['merchant'])
  },

  'what the merchant says of its pause stands with it': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested({ comment: 'the shop moves' }))
    await world.tell(p2, reviewApproved('application-1'))
    expect(Object.values((await world.context()).holds)).toMatchObject([{ words: 'the shop moves' }])
  },

  'a terminal that should sell, and is read as off, is ordered on again': async (open) => {
    const world = await open()
    await world.tell(sys, statusRead('off', world.at()))
    const data = { acceptance: 'off', wanted: 'on' }
    expect((await world.context()).issues).toMatchObject([{ code: 'STATUS_MISMATCH', data }])
    expect(await world.orders()).toMatchObject([
      { kind: 'enableAcceptance', params: { capabilities: expect.arrayContaining(['sale', 'preAuth']) } },
    ])
  },

  'an argument about what the merchant owes goes on over every new figure, until one is agreed on': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const states = async (statementId: string, net: number) => {
      await world.tell(sys, { type: 'settlement.stated', statementId, upTo: world.at(), net: cny(net) })
      const charge = (await world.context()).charges['settlement:net']
      return [charge?.amount.amount, charge?.status]
    }
    expect(await states('s-1', -3_000)).toEqual([3_000, 'raised'])
    await world.tell(m1, { type: 'settlement.disputed', statementId: 's-1', grounds: 'a sale is missing' })
    expect(await states('s-2', -2_000)).toEqual([2_000, 'disputed'])
    expect(await states('s-3', -5_000)).toEqual([5_000, 'disputed'])
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-3' })
    expect((await world.context()).charges['settlement:net']?.status).toBe('determined')
    expect(await states('s-4', 100)).toEqual([0, 'determined'])
  },

  'an appeal that is dismissed is over, and the terminal stays given up': async (open) => {
    const world = await open(undefined, undefined, { ...defaultPolicy, appealAllowed: true })
    const proposalId = 'pr'
    await world.tell(p1, { type: 'closure.proposed', proposalId, reason: 'RULE_VIOLATION', basis: 'fraud' })
    await world.tell(p2, { type: 'closure.imposed', proposalId })
    const appealed = { type: 'closure.appealed', proposalId, grounds: 'it was not us' } as const
    await world.tell(m1, appealed)
    await world.tell(p3, { type: 'appeal.decided', proposalId, outcome: 'dismissed' })
    expect((await world.context()).proposal?.appeal).toBe('dismissed')
    expect(await world.value()).toHaveProperty('closing')
    await world.refuse(m1, { ...appealed, grounds: 'it was still not us' }, 'APPEAL_NOT_ALLOWED')
  },

  'the notice of an authority’s hold is its order; of any other hold it is the provider’s own notice': async (
    open,
  ) => {
    for (const [differs, wrong, right] of [
      [{ release: 'authority', orderRef: 'court-1' }, 'provider_notice', 'authority_order'],
      [{}, 'authority_order', 'provider_notice'],
    ] as const) {
      const world = await open()
      const due = async () => (await world.context()).deadlines['noticeDue:h']?.status
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'RULE_VIOLATION', ...differs })
      await world.tell(p1, added(wrong, 'h'))
      expect(await due()).toBe('running')
      await world.tell(p1, added(right, 'h'))
      expect(await due()).toBe('cancelled')
    }
  },

  'whoever is appointed last speaks for a party, by the mandate that is on file': async (open) => {
    const world = await open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
    const appointed = (personId: string, organisationId: string, mandate: string): LifecycleEvent => ({
      ...{ type: 'representative.appointed', party: 'serviceProvider', personId, organisationId },
      mandate: paper('power_of_attorney', mandate),
    })
    await byTwo(world, appointed('a1', 'agent-1', 'power-1'))
    await byTwo(world, appointed('a2', 'agent-1', 'power-2'))
    const { representatives, documents } = await world.context()
    const last = { personId: 'a2', organisationId: 'agent-1', mandateRef: 'power-2' }
    expect(representatives).toEqual({ serviceProvider: last })
    expect(Object.keys(documents)).toEqual(['power-1', 'power-2'])
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
    expect((await world.context()).representatives).toEqual({})
  },
}
