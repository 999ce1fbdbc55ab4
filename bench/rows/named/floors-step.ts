/**
 * The least that a step does, against what the rows of `step` and `long-lives` are held to: its rule is asked and what happened
 * is written down, with no state looked at, no entry made and no secret masked; and what one hour of reports costs to copy.
 */
import { getNextTransitions, transition } from 'xstate'
import { prcCalendar } from '../../../src/domain/index.ts'
import { createLifecycle } from '../../../src/machine/index.ts'
import { fold } from '../../../src/machine/ledger/index.ts'
import { ruleFor } from '../../../src/machine/rules/index.ts'
import type { StampedEvent } from '../../../src/machine/shape/record.ts'
import { stamp } from '../../../src/machine/step.ts'
import type { Row } from '../../compare.ts'
import { golden } from '../../golden.ts'

const { machine } = createLifecycle()
const known = golden.map(({ record, command }) => ({
  context: record.context,
  snapshot: machine.resolveState({ value: record.value as never, context: record.context }),
  event: stamp(record, command) as StampedEvent,
}))
const run = () => {
  for (const { snapshot, event } of known) transition(machine, snapshot, event as never)
}

/** As many keys as a terminal that sells 300 times a day can have reported in one hour of its opening time. */
const hour = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [`transaction.reported sale-${n} completed`, `${n}`]),
)
const hours = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`2026-03-${n}`, hour]))
let _kept: unknown

export const rows: readonly Row[] = [
  {
    name: 'rule and fold',
    reference: 'transition() of XState, same machine and events',
    budget: 0.35,
    candidate: () => {
      for (const { context, event } of known) {
        ruleFor(event.type)(context, event as never)
        fold(context, event, prcCalendar)
      }
    },
    control: run,
  },
  {
    name: 'fold alone',
    reference: 'transition() of XState, same machine and events',
    budget: 0.35,
    candidate: () => {
      for (const { context, event } of known) fold(context, event, prcCalendar)
    },
    control: run,
  },
  {
    name: 'XState told which transitions there are, once',
    reference: 'transition() of XState, same machine and events',
    budget: 0.35,
    candidate: () => {
      for (const { snapshot } of known) getNextTransitions(snapshot as never)
    },
    control: run,
  },
  {
    name: 'one report is put among 2 400 that are kept by the hour',
    reference: 'rule and fold, once for each',
    budget: 0.3,
    candidate: () => {
      for (const { event } of known) _kept = { ...hours, '2026-03-5': { ...hour, [event.type]: '1' } }
    },
    control: () => {
      for (const { context, event } of known) {
        ruleFor(event.type)(context, event as never)
        _kept = fold(context, event, prcCalendar)
      }
    },
  },
]
