import type { Instant } from '../../domain/index.ts'
import { millisecondsOf } from '../projection.ts'
import type { RunningTimer } from '../store.ts'

/** Something that Restate will do for a life. */
export interface Item {
  /** Whoever comes with another one comes too late. */
  token: string
  /** By it the message is called back. */
  invocationId: string
  /** Wall time in milliseconds at which it is delivered. */
  at: number
  /** 1 for the first. */
  attempt: number
  /** Of a deadline. */
  due?: Instant
  /** The service is being called: this is never called back, because what comes of it has to be told. */
  calling?: boolean
}

/** All that Restate will do for one life, by order (`order:ID`) and by deadline (`timer:ID`). */
export type Agenda = Readonly<Record<string, Item>>

/** What a life has open, and the time, as they were read at one moment. */
export interface Seen {
  /** Wall time in milliseconds. */
  now: number
  /** Business time. */
  at: Instant
  /** Those that are to be carried out. */
  orderIds: readonly string[]
  timers: readonly RunningTimer[]
}

/** What is to be sent. */
export interface Wanted {
  name: string
  at: number
  attempt: number
  due?: Instant
}

export const orderName = (orderId: string): string => `order:${orderId}`
export const timerName = (deadlineId: string): string => `timer:${deadlineId}`

/** By so much a clock may go wrong before anybody is woken for it. */
const tolerance = 1_000

/** When a deadline has come, by the wall clock as it stands now to the business clock. */
const wallTimeOf = (due: Instant, { now, at }: Seen): number =>
  now + Math.max(0, millisecondsOf(due) - millisecondsOf(at))

const wantedOf = (seen: Seen): readonly Wanted[] => [
  ...seen.orderIds.map((orderId) => ({ name: orderName(orderId), at: seen.now, attempt: 1 })),
  ...seen.timers.map(({ deadlineId, due }) => ({
    ...{ name: timerName(deadlineId), at: wallTimeOf(due, seen), attempt: 1, due },
  })),
]

/** Is it what is wanted? A deadline that comes too early by a clock that was set back is looked at again when it comes. */
const serves = (item: Item, wanted: Wanted): boolean =>
  wanted.due === undefined ||
  (item.due === wanted.due && (item.attempt > 1 || item.at <= wanted.at + tolerance))

export interface Plan {
  /** Stays, is being called. */
  kept: Agenda
  /** Messages to be called back. */
  called: readonly Item[]
  sent: readonly Wanted[]
}

/** What has to change so that Restate will do what the life has open, and nothing else. `anew`: everything, whatever was sent. */
export function planOf(agenda: Agenda, seen: Seen, anew = false): Plan {
  const wanted = wantedOf(seen)
  const byName = new Map(wanted.map((one) => [one.name, one]))
  const stays = ([name, item]: readonly [string, Item]): boolean => {
    const one = byName.get(name)
    return !anew && (item.calling === true || (one !== undefined && serves(item, one)))
  }
  const entries = Object.entries(agenda)
  const kept = Object.fromEntries(entries.filter(stays))
  return {
    kept,
    called: entries.filter((entry) => !stays(entry)).map(([, item]) => item),
    sent: wanted.filter(({ name }) => !Object.hasOwn(kept, name)),
  }
}
