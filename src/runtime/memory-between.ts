import type { LifecycleRecord } from '../machine/index.ts'
import type { Tables } from './memory-commit.ts'
import { keyOf } from './memory-tables.ts'
import { type BoundAs, deviceKeys, millisecondsOf, restsUntil } from './projection.ts'
import type { HeldElsewhere } from './store.ts'

/** A life that has a device, and how. */
export interface Binding {
  lifecycleId: string
  boundAs: BoundAs
}

/** A closed life, and until when its number rests. */
export interface Resting {
  lifecycleId: string
  merchantId: string
  until: number
}

const restingOf = ({ context: { identity } }: LifecycleRecord) =>
  keyOf(identity.acquirerId, identity.terminalId)

const deviceOf = ({ context: { identity } }: LifecycleRecord, serial: string) =>
  keyOf(identity.acquirerId, serial)

/** Does the number of a life that is opened rest after another merchant's? */
export function numberElsewhere({ resting }: Tables, record: LifecycleRecord): HeldElsewhere | undefined {
  const { terminalId, merchantId } = record.context.identity
  const rests = (resting.get(restingOf(record)) ?? []).find(
    (one) => one.merchantId !== merchantId && one.until > millisecondsOf(record.at),
  )
  return rests && { held: 'number', ref: terminalId, lifecycleId: rests.lifecycleId }
}

/** Has another life a device that this one is about to bind? */
export function deviceElsewhere({ bindings }: Tables, record: LifecycleRecord): HeldElsewhere | undefined {
  for (const { serial, boundAs } of deviceKeys(record)) {
    const all = bindings.get(deviceOf(record, serial)) ?? []
    if (boundAs === null || all.some(({ lifecycleId }) => lifecycleId === record.lifecycleId)) continue
    const other = all.find((one) => one.boundAs === 'sole' || boundAs === 'sole')
    if (other) return { held: 'device', ref: serial, lifecycleId: other.lifecycleId }
  }
  return undefined
}

/** Of several the same one is named by every store. */
export const byId = (one: { lifecycleId: string }, other: { lifecycleId: string }) =>
  one.lifecycleId < other.lifecycleId ? -1 : 1

/** What other lives are held against from now on. */
export function projectBetween({ resting, bindings }: Tables, record: LifecycleRecord): void {
  const { lifecycleId } = record
  const isOther = (one: { lifecycleId: string }) => one.lifecycleId !== lifecycleId
  const until = restsUntil(record)
  const number = restingOf(record)
  const stood = resting.get(number) ?? []
  const others = stood.filter(isOther)
  if (until !== null) {
    const { merchantId } = record.context.identity
    resting.set(number, [...others, { lifecycleId, merchantId, until }].sort(byId))
  } else if (others.length < stood.length) resting.set(number, others)
  for (const { serial, boundAs } of deviceKeys(record)) {
    const key = deviceOf(record, serial)
    const elsewhere = (bindings.get(key) ?? []).filter(isOther)
    bindings.set(key, boundAs === null ? elsewhere : [...elsewhere, { lifecycleId, boundAs }].sort(byId))
  }
}
