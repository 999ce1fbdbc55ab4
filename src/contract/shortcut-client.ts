import type { LifecycleEvent } from '../schemas/index.ts'
import type { CallOptions, InputOf, ReplyOf } from './operation.ts'
import type { portalSide } from './portal.ts'
import type { Shortcut, shortcuts } from './shortcuts.ts'

type Rows = typeof portalSide
type Table = typeof shortcuts
type Without<Given, Names extends PropertyKey> = Given extends unknown ? Omit<Given, Names> : never

/** Of one event its type is fixed; of several the caller names it. */
type TypeIfOne<Events extends readonly unknown[]> = Events extends readonly [unknown] ? 'type' : never

type EventInput<Type, Fixed extends PropertyKey> = {
  readonly lifecycleId: string
} & Without<Extract<LifecycleEvent, { type: Type }>, Fixed>

type InputOfShortcut<Row extends Shortcut> = Row extends { events: infer Events extends readonly unknown[] }
  ? EventInput<Events[number], keyof Row['fixed'] | TypeIfOne<Events>>
  : Without<InputOf<Rows[Row['through']]>, keyof Row['fixed']>

/** One method per shortcut: the input of its row without what is fixed, and the reply of its row. */
export type ShortcutsClient = {
  readonly [Name in keyof Table]: (
    input: InputOfShortcut<Table[Name]>,
    options?: CallOptions,
  ) => Promise<ReplyOf<Rows[Table[Name]['through']]>>
}
