import type { OperationName } from '../../contract/index.ts'
import type { LifecycleEvent } from '../../schemas/index.ts'
import type { Fault } from '../mock/faults.ts'
import type { MockTerminalPatch } from '../mock/world.ts'
import type { StoreFault } from '../store/faulty-store.ts'

/** What a scenario is about. Each one says what it needs; the rest narrows down what it hits. */
export interface ScenarioAbout {
  /** Every operation of the side when left out, or the one that the scenario is about. */
  readonly operation?: OperationName | undefined
  /** One write, by its idempotency key. */
  readonly key?: string | undefined
  /** How many requests. @default 1 */
  readonly times?: number | 'always' | undefined
  /** How long, in milliseconds, where something takes time. */
  readonly ms?: number | undefined
  readonly terminalRef?: string | undefined
  readonly serial?: string | undefined
  readonly otherSerial?: string | undefined
  readonly applicationId?: string | undefined
  readonly statementId?: string | undefined
  readonly payoutId?: string | undefined
  readonly orderId?: string | undefined
  /** Minor units. */
  readonly amount?: { readonly amount: number; readonly currency: string } | undefined
}

/** Every name that a test may say about a scenario. */
export const aboutNames = [
  'operation',
  'key',
  'times',
  'ms',
  'terminalRef',
  'serial',
  'otherSerial',
  'applicationId',
  'statementId',
  'payoutId',
  'orderId',
  'amount',
] as const satisfies readonly (keyof ScenarioAbout)[]

/** One thing that goes wrong in production, by name. */
export interface Scenario {
  /** What goes wrong, in one line. */
  readonly says: { readonly en: string; readonly 'zh-CN': string }
  /** What has to be said about it. */
  readonly needs?: readonly (keyof ScenarioAbout)[]
  /** Set by `mock.play`, or by `play` of a handler that was made `faulty`. @param now ISO 8601, of the mock */
  readonly faults?: (about: ScenarioAbout, now: string) => readonly Fault[]
  /** What the mock's systems say of the terminal from now on. */
  readonly terminal?: (about: ScenarioAbout) => MockTerminalPatch
  /** What somebody reports, for the test to tell to the record or to send as a webhook. */
  readonly tells?: (about: ScenarioAbout, now: string) => readonly LifecycleEvent[]
  /** The order and number in which messages arrive. */
  readonly arrivals?: <Message>(messages: readonly Message[]) => readonly Message[]
  /** Set by `play` of a `faultyStore`. */
  readonly store?: readonly StoreFault[]
  /** Set by `play` of a `manualTime`: how wrong the clock is, or where it stands. */
  readonly clock?: ClockFault
}

/** Business time that is wrong by so many milliseconds, or that goes on from an instant. */
export type ClockFault =
  | { readonly wrongBy: number }
  | { readonly jumpsBy: number }
  | { readonly from: string }

/** A table of scenarios whose names stay literal. */
export const scenarioTable = <const Names extends string>(
  table: Readonly<Record<Names, Scenario>>,
): Readonly<Record<Names, Scenario>> => table

/** What a fault of a scenario hits. */
export const hits = ({
  operation,
  key,
  times,
}: ScenarioAbout): Pick<Fault, 'operation' | 'key' | 'times'> => ({
  ...(operation !== undefined && { operation }),
  ...(key !== undefined && { key }),
  ...(times !== undefined && { times }),
})
