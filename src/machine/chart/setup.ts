import { assign, setup } from 'xstate'
import {
  type Blocker,
  type BlockerCode,
  type EventType,
  eventTypes,
  prcCalendar,
  type WorkingDayCalendar,
} from '../../domain/index.ts'
import { resumeService } from '../ledger/acceptance.ts'
import {
  closeBooks,
  confirmClosure,
  dropConfirmation,
  enterClosing,
  stopVerifying,
  verifyClosure,
} from '../ledger/closing.ts'
import { fold } from '../ledger/index.ts'
import { requestStatement } from '../ledger/settlement.ts'
import { Turn } from '../ledger/turn.ts'
import { ruleFor } from '../rules/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'
import { type Predicate, predicates } from './predicates.ts'

interface Arguments {
  context: LifecycleContext
  event: StampedEvent
}

/** What happens on the way into or out of a state, apart from the event itself. */
export const passages = {
  resumeService,
  enterClosing,
  requestStatement,
  confirmClosure,
  dropConfirmation,
  stopVerifying,
  verifyClosure,
  closeBooks,
} as const
export type Passage = keyof typeof passages

/** `record` writes the event; a passage writes what its state wants done. All are pure, bound to one calendar. */
export const actionsWith = (calendar: WorkingDayCalendar) => {
  const passing = (name: Passage) =>
    assign<LifecycleContext, StampedEvent, undefined, StampedEvent, never>(({ context, event }) => {
      const turn = new Turn(context, event, calendar)
      passages[name](turn)
      return turn.context
    })
  return {
    record: assign<LifecycleContext, StampedEvent, undefined, StampedEvent, never>(({ context, event }) =>
      fold(context, event, calendar),
    ),
    resumeService: passing('resumeService'),
    enterClosing: passing('enterClosing'),
    requestStatement: passing('requestStatement'),
    confirmClosure: passing('confirmClosure'),
    dropConfirmation: passing('dropConfirmation'),
    verifyClosure: passing('verifyClosure'),
    stopVerifying: passing('stopVerifying'),
    closeBooks: passing('closeBooks'),
  }
}

/** A transition on an event has one guard: the rule of that event's name. */
const eventGuards = Object.fromEntries(
  eventTypes.map((type) => [
    type,
    ({ context, event }: Arguments) => ruleFor(type)(context, event).length === 0,
  ]),
) as unknown as Record<EventType, (args: Arguments) => boolean>

/** What the rules say and published fee tables know better: which table is in force, and what a finding costs. */
const ofTables = {
  'charge.raised': 'FEE_TABLE_NOT_IN_FORCE',
  'refund.ordered': 'DAMAGE_UNDECIDED',
} as const satisfies { readonly [T in EventType]?: BlockerCode }
export const isOfTables = (type: EventType, { code }: Blocker): boolean =>
  code === (ofTables as { readonly [T in EventType]?: BlockerCode })[type]

/** Where fee tables are published beside the record, those of its policy are not asked. */
const withoutTables = (type: keyof typeof ofTables) => (asked: Arguments) =>
  ruleFor(type)(asked.context, asked.event).every((found) => isOfTables(type, found))
export const withoutFeeTables = {
  'charge.raised': withoutTables('charge.raised'),
  'refund.ordered': withoutTables('refund.ordered'),
}

const predicateGuards = Object.fromEntries(
  Object.entries(predicates).map(([name, holds]) => [name, ({ context }: Arguments) => holds(context)]),
) as unknown as Record<Predicate, (args: Arguments) => boolean>

/** What a state means to a page, whatever it is called: `canSell`, whose turn it is, what runs. */
export const tags = [
  'live',
  'canSell',
  'testing',
  'awaitingProvider',
  'awaitingMerchant',
  'underReview',
  'closing',
  'ended',
] as const
export type Tag = (typeof tags)[number]

/** The vocabulary of the chart; each region's file is made with its `createStateConfig`. */
export const lifecycle = setup({
  types: {} as { context: LifecycleContext; events: StampedEvent; input: LifecycleContext; tags: Tag },
  guards: { ...eventGuards, ...predicateGuards },
  actions: actionsWith(prcCalendar),
})

/** An event is written down where it is handled; states follow the facts. */
export const recorded = <T extends EventType>(type: T) => ({ guard: type, actions: 'record' as const })
