import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { agent, m1, p1, p2, recorder, sys } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const tasks = ['applications', 'devices', 'tests'] as const
const lookedAfter = (differs: object = {}) => terminal({ agent: { agentId: 'agent-1', tasks }, ...differs })
const other: Actor = { ...agent, personId: 'a2', organisationId: 'agent-2' }

const told = async (world: World) =>
  Object.values((await world.context()).orders).flatMap((order) =>
    order.kind === 'notify' && order.params.audience === 'serviceProvider' ? [order] : [],
  )
const templates = async (world: World) => (await told(world)).map(({ params }) => params.template)

const placed = (code: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'h', code, words: 'as told', ...differs }) as LifecycleEvent
const proposed = (reason: 'DORMANT' | 'RULE_VIOLATION') =>
  ({ type: 'closure.proposed', proposalId: 'pr', reason, basis: 'clause 9' }) as const
const imposed = { type: 'closure.imposed', proposalId: 'pr' } as const
const asksFor = (items: string[]) =>
  ({ type: 'review.informationRequested', applicationId: 'application-1', items }) as const
const rejected = {
  type: 'review.rejected',
  applicationId: 'application-1',
  code: 'other',
  reason: 'a page is missing',
  resubmittable: true,
} as const

const tested = async (world: World) => {
  const names = ['power', 'signOn', 'network', 'transaction', 'void'] as const
  const checks = names.map((name) => ({ name, passed: true }))
  await world.tell(agent, { type: 'test.passed', serial, kind: 'full', checks })
  await world.tell(sys, statusRead('on', world.at()))
}

/** Who looks after the terminal hears what becomes of it, and nothing that is said about itself. */
export const thirdPartyStories: Stories = {
  'the assigned agent hears of a closure when it is asked for, approved and over [R-183 R-215]': async (
    open,
  ) => {
    const world = await open(lookedAfter())
    await world.tell(m1, closureRequested())
    expect(await templates(world)).toEqual(['application_received'])
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await templates(world)).toEqual([
      'application_received',
      'application_approved',
      'closure_started',
    ])
    await run(world, ...clearingParts, confirmed, readClosed)
    expect(await world.value()).toBe('closed')
    expect((await templates(world)).at(-1)).toBe('terminal_closed')
  },

  'the assigned agent hears of a pause and of its end [R-215]': async (open) => {
    const world = await open(lookedAfter())
    await world.tell(m1, suspensionRequested())
    await world.tell(p2, reviewApproved('application-1'))
    expect(await templates(world)).toEqual([
      'application_received',
      'service_suspended',
      'application_approved',
    ])
    const holdId = 'suspension:application-1'
    await world.tell(m1, reinstatementRequested({ [holdId]: 'MERCHANT_REQUEST' }))
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
    expect((await templates(world)).slice(3)).toEqual(['application_received', 'application_approved'])
    await tested(world)
    expect((await told(world)).at(-1)?.params).toMatchObject({ template: 'restriction_lifted', ref: holdId })
  },

  'whoever is not assigned hears nothing, not even at the end [R-215]': async (open) => {
    const stranger = await open()
    await run(stranger, approved, ...clearingParts, confirmed, readClosed)
    expect(await told(stranger)).toEqual([])
    const released = await open(lookedAfter())
    await released.tell(m1, closureRequested())
    await released.tell(p1, { type: 'agent.released', agentId: 'agent-1' })
    // what nobody has sent yet is not sent to one that has gone
    expect((await told(released)).map(({ status }) => status)).toEqual(['cancelled'])
    await released.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await templates(released)).toEqual(['application_received'])
  },

  'a notice that failed is nobody’s task any more when the agent has gone [R-215]': async (open) => {
    const world = await open(lookedAfter())
    await world.tell(m1, closureRequested())
    const [notice] = await told(world)
    await world.tell(sys, {
      type: 'order.failed',
      orderId: notice?.orderId ?? '',
      code: 'NO_ADDRESS',
      retryable: false,
    })
    const failed = async () => {
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      return currentlyDue.filter(({ code }) => code === 'ORDER_FAILED').length
    }
    expect(await failed()).toBe(1)
    await world.tell(p1, { type: 'agent.released', agentId: 'agent-1' })
    expect(await failed()).toBe(0)
  },

  'what was meant for one agent is not sent to the next one, and the next one hears what follows [R-215]':
    async (open) => {
      const world = await open(lookedAfter())
      await world.tell(m1, closureRequested())
      await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-1', tasks: ['devices'] })
      expect((await told(world)).map(({ status }) => status)).toEqual(['ordered'])
      await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
      expect((await told(world)).map(({ status }) => status)).toEqual(['cancelled'])
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
      expect((await templates(world)).at(-1)).toBe('application_ended')
    },

  'an agent hears nothing of a hidden hold, nor of a measure for a breach that may be its own [R-215]':
    async (open) => {
      for (const hold of [
        placed('HARDWARE_FAULT', { disclosure: 'hidden' }),
        placed('RULE_VIOLATION'),
        placed('MALICIOUS_ATTACK'),
        placed('COMPLIANCE_ISSUE'),
      ]) {
        const world = await open(lookedAfter())
        await world.tell(p1, hold)
        await world.tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'an error' })
        expect(await told(world)).toEqual([])
      }
      const world = await open(lookedAfter({ holds: [{ holdId: 'x', code: 'RULE_VIOLATION' }] }))
      const documents = [
        paper('reinstatement_request'),
        paper('business_licence'),
        paper('rectification_report'),
      ]
      await world.tell(m1, reinstatementRequested({ x: 'RULE_VIOLATION' }, { documents }))
      expect(await told(world)).toEqual([])
      const grave = await open(lookedAfter())
      await grave.tell(p1, proposed('RULE_VIOLATION'))
      await grave.tell(p2, imposed)
      expect(await told(grave)).toEqual([])
      const hidden = await open(lookedAfter())
      await hidden.tell(p1, placed('HARDWARE_FAULT', { disclosure: 'hidden' }))
      await hidden.tell(recorder, reinstatementRequested({ h: 'HARDWARE_FAULT' }))
      expect(await told(hidden)).toEqual([])
      // unless it is the one that asks
      const asks = await open(lookedAfter({ holds: [{ holdId: 'x', code: 'RULE_VIOLATION' }] }))
      await asks.tell(agent, reinstatementRequested({ x: 'RULE_VIOLATION' }, { documents }))
      await asks.tell(p2, { ...rejected, applicationId: 'application-2' })
      expect(await templates(asks)).toEqual(['application_received', 'application_rejected'])
      const plain = await open(lookedAfter())
      await plain.tell(p1, placed('HARDWARE_FAULT'))
      expect(await templates(plain)).toEqual(['service_suspended'])
      await plain.tell(p1, proposed('DORMANT'))
      await plain.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell again' })
      expect((await templates(plain)).slice(1)).toEqual(['closure_proposed', 'closure_cancelled'])
    },

  'an agent that applies hears of its own deadlines as a merchant does, and of no other’s [R-096 R-215]':
    async (open) => {
      for (const [by, answer, clock] of [
        [agent, asksFor(['a stamp']), 'informationDue'],
        [agent, rejected, 'resubmitUntil'],
        [m1, asksFor(['a stamp']), 'informationDue'],
      ] as const) {
        const world = await open(lookedAfter())
        await world.tell(by, closureRequested())
        await world.tell(p2, answer)
        await world.pass(26)
        await world.pass(70)
        const clocks = (await told(world))
          .filter(({ params }) => params.template.startsWith('deadline_') && params.ref === clock)
          .map(({ params }) => params.template)
        expect(clocks).toEqual(by === agent ? ['deadline_near', 'deadline_passed'] : [])
        const asked = (await templates(world)).includes('information_requested')
        expect(asked).toBe(by === agent && answer.type === 'review.informationRequested')
      }
    },

  'an agent that applied hears when its approval is about to run out, and when its pause is to end [R-215]':
    async (open) => {
      const world = await open(lookedAfter())
      const period = { from: '2026-03-01T00:00:00+08:00', until: '2026-03-20T00:00:00+08:00' }
      await world.tell(agent, suspensionRequested({ plannedPeriod: period }))
      await world.tell(p2, reviewApproved('application-1'))
      await world.pass(19)
      const refs = async () =>
        (await told(world)).flatMap(({ params }) =>
          params.template.startsWith('deadline_') ? [`${params.template} ${params.ref}`] : [],
        )
      const ended = 'holdEnd:suspension:application-1'
      expect(await refs()).toEqual([`deadline_near ${ended}`, `deadline_passed ${ended}`])
      await world.tell(agent, reinstatementRequested({ 'suspension:application-1': 'MERCHANT_REQUEST' }))
      await world.tell(p2, reviewApproved('application-2', ['business_licence']))
      await world.pass(31)
      const validity = 'approvalValidity:suspension:application-1'
      expect((await refs()).slice(2)).toEqual([`deadline_near ${validity}`, `deadline_passed ${validity}`])
    },

  'an agent that brings what was missing has become an applicant too [R-215]': async (open) => {
    const world = await open(lookedAfter())
    await world.tell(m1, closureRequested())
    await world.tell(p2, asksFor(['a waiver']))
    await world.tell(agent, {
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf('supplement-1'),
    })
    await world.tell(p2, asksFor(['a stamp']))
    expect((await templates(world)).at(-1)).toBe('information_requested')
  },

  'what is required is shown to the agent that is assigned, and to no other one': async (open) => {
    const world = await open(lookedAfter())
    await run(world, approved)
    const shown = async (actor: Actor) =>
      Object.values(requirements(await world.record(), { at: world.at(), actor })).flat()
    expect(await shown(agent)).not.toEqual([])
    expect(await shown(other)).toEqual([])
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
    expect(await shown(agent)).toEqual([])
    expect(await shown(other)).not.toEqual([])
  },
}
