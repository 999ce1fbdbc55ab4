import { isTerminalLifecycleError, type OptionRules, quietly } from '../errors/index.ts'
import { inLanes, type LaneOptions, ofLanes } from './in-lanes.ts'

/** Which item of the list it is. */
export interface FleetItem {
  /** What makes a second run know it again. */
  readonly key: string
  /** Its place in the list of this run, from 0. */
  readonly place: number
}

/** What has become of one item, without which one it is. */
export type FleetOutcome<Value> =
  | { readonly outcome: 'accepted'; readonly value: Value }
  /** An earlier run did it, or somebody else under the same key: nothing was done now. */
  | { readonly outcome: 'alreadyDone'; readonly value: Value | undefined }
  /** Somebody has to do something first; the codes say what, each as the reference has it. */
  | { readonly outcome: 'refused'; readonly codes: readonly string[]; readonly error: unknown }
  /** Nobody knows, or it could not be tried. The same run again settles it, under the same key. */
  | { readonly outcome: 'failed'; readonly error: unknown }

/** One item, and what has become of it. */
export type FleetResult<Value> = FleetItem & FleetOutcome<Value>

/** How far a run has come: how many items were begun, and what has become of them. */
export interface FleetProgress {
  readonly begun: number
  readonly inFlight: number
  readonly accepted: number
  readonly alreadyDone: number
  readonly refused: number
  readonly failed: number
}

/** How a fleet is worked on. */
export interface FleetOptions extends LaneOptions {
  /** Told each time an item has ended, before its result is given. What it throws is swallowed. */
  readonly onProgress?: ((progress: FleetProgress) => void) | undefined
}

export const ofFleet = { ...ofLanes, onProgress: 'function?' } as const satisfies OptionRules<FleetOptions>

const codesOf = (items: readonly { readonly code: string }[], otherwise: string): readonly string[] =>
  items.length === 0 ? [otherwise] : [...new Set(items.map(({ code }) => code))]

/** What it comes to when a call has failed: refused only where no second run could change it by itself. */
export const outcomeOf = (error: unknown): FleetOutcome<never> => {
  if (!isTerminalLifecycleError(error)) return { outcome: 'failed', error }
  if (error.code === 'REFUSED' && !error.retryable)
    return { outcome: 'refused', codes: codesOf(error.blockers, error.refusal), error }
  if (error.code === 'INVALID_INPUT')
    return { outcome: 'refused', codes: codesOf(error.issues, error.code), error }
  if (error.code === 'FORBIDDEN_FIELD') return { outcome: 'refused', codes: [error.code], error }
  return { outcome: 'failed', error }
}

/** Works on a fleet: one item that fails keeps no other back. */
export function fleetOf<Item, Value>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { keyOf, work }: { keyOf: (item: Item) => string; work: (item: Item) => Promise<FleetOutcome<Value>> },
  { onProgress, ...lanes }: FleetOptions,
): AsyncGenerator<FleetResult<Value>, void, undefined> {
  const counts = { begun: 0, inFlight: 0, accepted: 0, alreadyDone: 0, refused: 0, failed: 0 }
  const tell = quietly(onProgress)
  const one = async (item: Item, place: number): Promise<FleetResult<Value>> => {
    counts.begun += 1
    counts.inFlight += 1
    let key = ''
    let became: FleetOutcome<Value>
    try {
      key = keyOf(item)
      became = await work(item)
    } catch (error) {
      became = outcomeOf(error)
    }
    counts.inFlight -= 1
    counts[became.outcome] += 1
    tell({ ...counts })
    return { key, place, ...became }
  }
  return inLanes(items, one, lanes)
}
