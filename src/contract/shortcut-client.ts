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

/** How an application is looked at again and again. */
export interface PollOptions extends Pick<CallOptions, 'signal' | 'traceparent'> {
  /** Between two looks; longer where the other side asks for it with `Retry-After`. @default 30000 @unit milliseconds */
  readonly every?: number | undefined
  /** Until nobody waits any longer. @default 600000 @unit milliseconds */
  readonly timeout?: number | undefined
}

/** Waiting for a decision. */
export interface Polls {
  /**
   * Waits until an application is no longer under review, and gives it as it is then; after `timeout` as it still is.
   *
   * @throws InvalidInputError for times that are none; whatever `getApplication` throws and asking again does not mend; the
   * reason of `signal`.
   * @example
   * const { status, rejection } = await client.pollApplication({ applicationId }, { every: 60_000, signal })
   */
  pollApplication(
    input: InputOf<Rows['getApplication']>,
    options?: PollOptions,
  ): Promise<ReplyOf<Rows['getApplication']>>
}

/** One method per shortcut: the input of its row without what is fixed, and the reply of its row. */
export type ShortcutsClient = {
  readonly [Name in keyof Table]: (
    input: InputOfShortcut<Table[Name]>,
    options?: CallOptions,
  ) => Promise<ReplyOf<Rows[Table[Name]['through']]>>
}
