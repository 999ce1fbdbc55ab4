// A chart as an actor of XState and nothing of this package: a hundred events, whose types are written out.
import {
  createActor,
  type EventObject,
  type MetaObject,
  type ParameterizedObject,
  type StateMachine,
  type StateSchema,
} from 'xstate'

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type EventOf<Type> = Type extends string ? { readonly type: Type; readonly at: string } : never
type Event = EventOf<`event.${Digit}${Digit}`>
type Named = ParameterizedObject
type None = Record<never, never>
type Input = { readonly terminalId: string }

declare const machine: StateMachine<
  Input,
  Event,
  None,
  never,
  Named,
  Named,
  string,
  'live' | 'held',
  string,
  Input,
  None,
  EventObject,
  MetaObject,
  StateSchema
>

export const actorOf = (input: Input) => {
  const actor = createActor(machine, { input })
  actor.subscribe((snapshot) => snapshot.matches('live'))
  return actor
}
