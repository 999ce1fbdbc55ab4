import { dayOf } from './default-zone.ts'

/** Something published that changes with time. */
export interface Dated {
  /** First and last calendar day in force, YYYY-MM-DD; without `until` still in force. */
  readonly from: string
  readonly until?: string | undefined
}

/** Whoever read the old one shortly before it changed has read the right one. */
const graceMs = 30 * 86_400_000

const holdsOn = ({ from, until }: Dated, first: string, last: string): boolean =>
  from <= last && (until === undefined || first <= until)

/** Does it hold on the calendar day of `at`, in the default zone? The first and the last day count. */
export const isInForce = (entry: Dated, at: string): boolean => holdsOn(entry, dayOf(at), dayOf(at))

/** Was it in force on the day, or within thirty days before? An event may record it then. */
export const wasInForce = (entry: Dated, at: string): boolean =>
  holdsOn(entry, dayOf(new Date(Date.parse(at) - graceMs).toISOString()), dayOf(at))

/** Those that say most of what is asked for come first. */
export const saysMost = <Entry>(entries: readonly Entry[], ...named: readonly (keyof Entry)[]): Entry[] => {
  const says = (entry: Entry): number => named.filter((name) => entry[name] !== undefined).length
  return [...entries].sort((one, other) => says(other) - says(one))
}

/** The one that says most of what is asked for; of several, what came into force last. */
export const mostSpecific = <Entry extends Dated>(
  entries: readonly Entry[],
  ...named: readonly (keyof Entry)[]
): Entry | undefined =>
  saysMost(
    [...entries].sort((one, other) => (one.from < other.from ? 1 : -1)),
    ...named,
  )[0]
