import { type AnyMachineSnapshot, getNextTransitions } from 'xstate'
import { type Blocker, blocker, type EventType } from '../../domain/index.ts'
import type { TerminalLifecycleMachine } from '../chart/machine.ts'
import { stateName } from '../facts/phase.ts'
import { ruleFor } from '../rules/index.ts'
import type { Asked } from '../rules/kit.ts'
import { isRepeat } from '../rules/repeats.ts'
import type { Asking } from '../shape/answers.ts'
import type { LifecycleRecord } from '../shape/record.ts'

export const snapshotOf = (machine: TerminalLifecycleMachine, { value, context }: LifecycleRecord) =>
  machine.resolveState({ value: value as never, context })

/** An event as this sender would send it. Its payload may be missing, and its type is known only when it is asked. */
export const askAs = (
  { actor, at }: Pick<Asking, 'actor' | 'at'>,
  event: { type: EventType },
): Asked<EventType> => ({ ...event, by: actor, at }) as Asked<EventType>

type Handled = (record: LifecycleRecord) => ReadonlySet<string>

/** Which events a state handles is said by the chart alone: read off XState once for each state, of which there are a few dozen. */
const handledIn = (machine: TerminalLifecycleMachine): Handled => {
  const known = new Map<string, ReadonlySet<string>>()
  return (record) => {
    const state = stateName(record.value)
    const before = known.get(state)
    if (before) return before
    const next = getNextTransitions(snapshotOf(machine, record) as AnyMachineSnapshot)
    const handled = new Set(next.map(({ eventType }) => eventType).filter((type) => type !== ''))
    known.set(state, handled)
    return handled
  }
}

/** By the chart, which machines with other implementations share. */
const handledBy = new WeakMap<object, Handled>()

/** The events that the chart handles in this state, whether or not their rules allow them now. */
export const handledEvents = (
  machine: TerminalLifecycleMachine,
  record: LifecycleRecord,
): ReadonlySet<string> => {
  const handled = handledBy.get(machine.config) ?? handledIn(machine)
  handledBy.set(machine.config, handled)
  return handled(record)
}

/** Why the event would be refused in this state; nothing: it would be accepted. */
export const blockersIn = (
  handled: ReadonlySet<string>,
  record: LifecycleRecord,
  event: Asked<EventType>,
): readonly Blocker[] =>
  // what was accepted once is accepted again, wherever the life has come to since
  handled.has(event.type) || isRepeat(record.context, event)
    ? ruleFor(event.type)(record.context, event)
    : [blocker('NOT_ALLOWED_IN_STATE', event.type)]
