import { type AnyMachineSnapshot, getNextTransitions } from 'xstate'
import { type Blocker, blocker, type EventType } from '../../domain/index.ts'
import type { TerminalLifecycleMachine } from '../chart/machine.ts'
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

const handledBy = new WeakMap<TerminalLifecycleMachine, Map<string, ReadonlySet<string>>>()

/** The events that the chart handles in this state, whether or not their rules allow them now: looked up once a state. */
export const handledEvents = (
  machine: TerminalLifecycleMachine,
  record: LifecycleRecord,
): ReadonlySet<string> => {
  const known = handledBy.get(machine) ?? new Map<string, ReadonlySet<string>>()
  handledBy.set(machine, known)
  const state = JSON.stringify(record.value)
  const handled =
    known.get(state) ??
    new Set(
      getNextTransitions(snapshotOf(machine, record) as AnyMachineSnapshot)
        .map(({ eventType }) => eventType)
        .filter((eventType) => eventType !== ''),
    )
  known.set(state, handled)
  return handled
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
