import type { ClockName, LengthName } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { approve, placed, reinstatement } from '../blockers/acts.ts'
import { approved, carriedOver } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { serial, statusRead, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { clockCases } from './clock-cases.ts'

interface Run {
  readonly reach: (world: World) => Promise<unknown>
  readonly input?: LifecycleInput | undefined
  /** The clock that the length decides, where it is not the one that it is the length of. */
  readonly shows?: ClockName
}

const propose = (reason: 'DORMANT' | 'RULE_VIOLATION') => (world: World) =>
  world.tell(p1, { type: 'closure.proposed', proposalId: 'x', reason, basis: 'seen' })
const inspected = (damageCause: 'human' | 'undetermined') =>
  terminal({
    devices: [
      {
        ...{ serial, owner: 'provider', tenancy: 'sole', custody: 'inspected' },
        inspection: { condition: 'damaged', incomplete: false, damageCause, sealBreach: null },
      },
    ],
  })
const nothing = async () => undefined

const others: Readonly<Partial<Record<LengthName, Run>>> = {
  approvalValidity: {
    reach: async (world) => {
      await world.tell(p1, placed('licence', 'LICENCE_EXPIRED'))
      await world.tell(m1, reinstatement({ licence: 'LICENCE_EXPIRED' }))
      await world.tell(p2, approve('application-2', 'business_licence'))
    },
  },
  damageDecisionDue: { reach: nothing, input: inspected('human') },
  assessmentDue: { reach: nothing, input: inspected('undetermined') },
  closureNotice: { reach: propose('DORMANT') },
  riskListingDue: {
    reach: async (world) => {
      await propose('RULE_VIOLATION')(world)
      await world.tell(p2, { type: 'closure.imposed', proposalId: 'x' })
    },
  },
  resumeNoticeDue: {
    reach: async (world) => {
      await world.tell(p1, placed('h', 'SOFTWARE_FAULT', { side: 'platform' }))
      await world.tell(sys, statusRead('off', world.at()))
      await world.tell(p1, { type: 'hold.lifted', holdId: 'h' })
    },
  },
  // an event names the day of these; the length is how much later they are told again
  holdEnd: {
    reach: async (world) => {
      await clockCases.holdEnd?.reach(world)
      await world.pass(21)
    },
    shows: 'again',
  },
  obligationDue: {
    reach: async (world) => {
      await approved(world)
      await carriedOver(world)
      await world.pass(290)
    },
    shows: 'again',
  },
}

/** How a clock comes to run whose length is policy. */
export const policyClock = (name: LengthName): Run | undefined => others[name] ?? clockCases[name]
