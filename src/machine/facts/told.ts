import { type EventType, type NaturalKey, naturalKeys } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { isObject } from '../shape/kinds.ts'
import type { Told } from '../shape/told.ts'

type Named = Readonly<Record<string, unknown>>
type Said = { type: EventType }

/** The key of a report; nothing for a request, and for a clock, which is known by its own deadline. */
export const keyOf = ({ type }: Said): NaturalKey | undefined =>
  type === 'timer.due' || !(type in naturalKeys) ? undefined : naturalKeys[type as keyof typeof naturalKeys]

/** The same members in the same order, however they were written. */
const sorted = (_: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value

/** 53 bits that tell two texts apart (cyrb53): no secret and no proof, it only compares what came under one key. */
const digest = (text: string): string => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

const digestOf = (value: unknown): string => digest(JSON.stringify(value, sorted))

/** Under which name it is remembered. */
export const nameOf = ({ item, occurrence }: NaturalKey, event: Said): string =>
  `${event.type}:${digestOf([...item, ...occurrence].map((field) => (event as Named)[field] ?? null))}`

/** What it says, apart from who says it and when. */
export const contentOf = (event: Said): string => {
  const { type, by, at, seq, ...said } = event as Said & Named
  return digestOf(said)
}

/** Does the report itself tell which occurrence it means? Else it may be another one just like it. */
export const namesOccurrence = ({ occurrence, recurs }: NaturalKey, event: Said): boolean =>
  recurs !== true && occurrence.every((field) => (event as Named)[field] !== undefined)

/** Exactly this, told before. */
export const toldBefore = ({ told }: LifecycleContext, event: Said): Told | undefined => {
  const key = keyOf(event)
  const name = key && nameOf(key, event)
  const before = name !== undefined && Object.hasOwn(told, name) ? told[name] : undefined
  return before?.content === contentOf(event) ? before : undefined
}
