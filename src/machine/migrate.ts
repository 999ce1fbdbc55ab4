import { CorruptRecordError, FutureVersionError, MissingMigrationError } from '../errors/index.ts'
import { brokenInvariant } from './invariants.ts'
import { fromFormat1 } from './migrations/from-1.ts'
import { grown } from './migrations/grown-2.ts'
import { isObject } from './shape/kinds.ts'
import { type LifecycleRecord, recordFormat } from './shape/record.ts'
import { damageIn } from './whole.ts'

type Stored = Readonly<Record<string, unknown>>

/** From each old format to the next one. */
const migrations: ReadonlyMap<number, (stored: Stored) => Stored> = new Map([[1, fromFormat1]])

/** The format that a stored record is written in; nothing: it names none. */
export const formatOf = (stored: unknown): number | undefined =>
  isObject(stored) && typeof stored.format === 'number' && Number.isSafeInteger(stored.format)
    ? stored.format
    : undefined

/**
 * A stored record as this release reads it: old formats are brought forward, the same record comes back unchanged.
 *
 * @throws FutureVersionError written by a newer release
 * @throws MissingMigrationError a format that no step leads on from
 * @throws CorruptRecordError naming where it is damaged first, or the invariant that it contradicts
 */
export const migrate = (stored: unknown): LifecycleRecord => {
  if (!isObject(stored)) throw new CorruptRecordError({ path: '' })
  const format = formatOf(stored)
  if (format === undefined) throw new CorruptRecordError({ path: '/format' })
  if (format > recordFormat) throw new FutureVersionError({ found: format, known: recordFormat })
  let current = stored
  for (let from = format; from < recordFormat; from++) {
    const step = migrations.get(from)
    if (!step) throw new MissingMigrationError({ from, to: from + 1 })
    current = step(current)
  }
  const lifecycleId = typeof current.lifecycleId === 'string' ? current.lifecycleId : undefined
  current = grown(current)
  const path = damageIn(current)
  if (path !== undefined) throw new CorruptRecordError({ path, lifecycleId })
  const record = current as unknown as LifecycleRecord
  const invariant = brokenInvariant(record)
  if (invariant !== undefined) throw new CorruptRecordError({ path: '', lifecycleId, invariant })
  return record
}
