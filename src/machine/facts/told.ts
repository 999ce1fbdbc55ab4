import { type EventType, type NaturalKey, naturalKeys } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { isObject } from '../shape/kinds.ts'
import type { Told, ToldReports } from '../shape/told.ts'
import { askedOnce } from './kit.ts'

type Named = Readonly<Record<string, unknown>>
type Said = { type: EventType }

/** The key of a report; nothing for a request, and for a clock, which is known by its own deadline. */
export const keyOf = ({ type }: Said): NaturalKey | undefined =>
  type === 'timer.due' || !(type in naturalKeys) ? undefined : naturalKeys[type as keyof typeof naturalKeys]

/** The same members in the same order, however they were written. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  let members = ''
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue
    members += `${members && ','}${JSON.stringify(name)}:${canonical(value[name])}`
  }
  return `{${members}}`
}

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

const digestOf = (value: unknown): string => digest(canonical(value))

/** The fields that tell a report from the others of its life. */
export const fieldsOf = ({ item, occurrence, apart }: NaturalKey, event: Said): readonly string[] => {
  const tellsApart = apart !== undefined && (event as Named)[apart] !== undefined
  return [...item, ...occurrence, ...(tellsApart ? [apart] : [])]
}

/** What stands in them; a field that is left out says nothing, like `null`. */
export const valuesOf = (key: NaturalKey, event: Said): readonly unknown[] =>
  fieldsOf(key, event).map((field) => (event as Named)[field] ?? null)

/** Under which name it is remembered. Only a report has one. */
export const nameOf = askedOnce((event: Said): string => {
  const key = keyOf(event)
  return `${event.type}:${digestOf(key ? valuesOf(key, event) : [])}`
})

/** What it says, apart from who says it and when. */
export const contentOf = askedOnce((event: Said): string => {
  const { type, by, at, seq, ...said } = event as Said & Named
  return digestOf(said)
})

/** Does the report itself tell which occurrence it means? Else it may be another one just like it. */
export const namesOccurrence = ({ occurrence, recurs }: NaturalKey, event: Said): boolean =>
  recurs !== true && occurrence.every((field) => (event as Named)[field] !== undefined)

/** What was told last under this name. */
export const lastTold = (told: ToldReports, name: string): Told | undefined =>
  // not listed for good: each step of a busy terminal makes other hours
  Object.values(told).findLast((ofHour) => Object.hasOwn(ofHour, name))?.[name]

/** Exactly this, told before. */
export const toldBefore = ({ told }: LifecycleContext, event: Said): Told | undefined => {
  if (keyOf(event) === undefined) return undefined
  const before = lastTold(told, nameOf(event))
  return before && before.content === contentOf(event) ? before : undefined
}
