import { CorruptRecordError } from '../errors/index.ts'
import { type JournalEntry, type LifecycleRecord, migrate } from '../machine/index.ts'
import type { Brief } from './brief.ts'
import type { SealedEntry, Skipped } from './store.ts'

/** Where something stored stands: the record and a JSON Pointer, for the error that names it. */
export interface Place {
  lifecycleId: string
  path: string
}

export const entryPlace = (lifecycleId: string, seq: number): Place => ({
  lifecycleId,
  path: `/journal/${seq}`,
})

export const answerPlace = (lifecycleId: string): Place => ({ lifecycleId, path: '/answers' })

const within = ({ lifecycleId, path }: Place, name: string): Place => ({
  lifecycleId,
  path: `${path}/${name}`,
})

/** @throws CorruptRecordError naming the place, never what stands there. */
export function jsonFrom(text: string, place: Place): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CorruptRecordError(place)
  }
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Shape = Readonly<Record<string, (value: unknown) => boolean>>

const isText = (value: unknown) => typeof value === 'string'
const isState = (value: unknown) => isText(value) || isObject(value)

const entryShape: Shape = {
  seq: Number.isSafeInteger,
  version: Number.isSafeInteger,
  at: isText,
  commandId: isText,
  actor: isObject,
  cause: isObject,
  from: (value) => value === null || isState(value),
  to: isState,
  orderIds: Array.isArray,
  issues: Array.isArray,
}
const refusedShape: Shape = { code: isText, state: isState, blockers: Array.isArray }
const acceptedShape: Shape = {
  noop: (value) => typeof value === 'boolean',
  version: Number.isSafeInteger,
  deadlineIds: Array.isArray,
}

function checkShape(value: unknown, shape: Shape, place: Place): Fields {
  if (!isObject(value)) throw new CorruptRecordError(place)
  for (const [name, fits] of Object.entries(shape)) {
    if (!fits(value[name])) throw new CorruptRecordError(within(place, name))
  }
  return value
}

/** A stored record in today's format, under the key it was stored with. */
export function recordFrom(stored: unknown, lifecycleId: string): LifecycleRecord {
  const record = migrate(stored)
  if (record.lifecycleId !== lifecycleId) throw new CorruptRecordError({ lifecycleId, path: '/lifecycleId' })
  return record
}

/** What is read; nothing where it cannot be and somebody is told of it. */
export function readOrSkip<Read>(
  lifecycleId: string,
  read: () => Read,
  skipped: Skipped | undefined,
): Read | undefined {
  try {
    return read()
  } catch (error) {
    if (!skipped) throw error
    skipped(lifecycleId, error)
    return undefined
  }
}

export function entryFrom(
  stored: unknown,
  seal: Pick<SealedEntry, 'seq' | 'prevHash' | 'hash'>,
  place: Place,
): SealedEntry {
  const entry = checkShape(stored, entryShape, place)
  if (entry.seq !== seal.seq) throw new CorruptRecordError(within(place, 'seq'))
  // Checked by its shape; what it says is proved by its hash.
  return { ...(entry as unknown as JournalEntry), ...seal }
}

export function briefFrom(stored: unknown, place: Place): Brief {
  const accepted = isObject(stored) && stored.accepted === true
  // Checked by its shape; like the journal it was written by this library.
  return checkShape(stored, accepted ? acceptedShape : refusedShape, place) as unknown as Brief
}
