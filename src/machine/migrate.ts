import { CorruptRecordError, FutureVersionError, MissingMigrationError } from '../errors/index.ts'
import { assertInvariants } from './invariants.ts'
import type { LifecycleRecord } from './record.ts'

/** The newest format that is written; older ones are brought forward when they are read. */
export const recordFormat = 1

/** From each old format to the next one; empty until there is a second. */
const migrations: ReadonlyMap<number, (stored: Record<string, unknown>) => Record<string, unknown>> =
  new Map()

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ledgers = [
  'holds',
  'devices',
  'deposits',
  'charges',
  'disputes',
  'transactions',
  'orders',
  'deadlines',
  'documents',
  'carriedOver',
] as const

const damagedAt = (stored: Record<string, unknown>): string | undefined => {
  if (typeof stored.lifecycleId !== 'string') return '/lifecycleId'
  if (!Number.isSafeInteger(stored.version) || (stored.version as number) < 0) return '/version'
  if (typeof stored.at !== 'string' || Number.isNaN(Date.parse(stored.at))) return '/at'
  if (typeof stored.value !== 'string' && !isObject(stored.value)) return '/value'
  const context = stored.context
  if (!isObject(context)) return '/context'
  if (!isObject(context.identity)) return '/context/identity'
  if (!isObject(context.policy)) return '/context/policy'
  const ledger = ledgers.find((name) => !isObject(context[name]))
  return ledger && `/context/${ledger}`
}

/**
 * A stored record as this release reads it: old formats are brought forward, the same record comes back unchanged.
 *
 * @throws {FutureVersionError} written by a newer release
 * @throws {MissingMigrationError} a format that no step leads on from
 * @throws {CorruptRecordError} naming where it is damaged; also where it contradicts an invariant
 */
export const migrate = (stored: unknown): LifecycleRecord => {
  if (!isObject(stored)) throw new CorruptRecordError({ path: '' })
  const { format } = stored
  if (typeof format !== 'number' || !Number.isSafeInteger(format))
    throw new CorruptRecordError({ path: '/format' })
  if (format > recordFormat) throw new FutureVersionError({ found: format, known: recordFormat })
  let current = stored
  for (let from = format; from < recordFormat; from++) {
    const step = migrations.get(from)
    if (!step) throw new MissingMigrationError({ from, to: from + 1 })
    current = step(current)
  }
  const path = damagedAt(current)
  const lifecycleId = typeof current.lifecycleId === 'string' ? current.lifecycleId : undefined
  if (path !== undefined) throw new CorruptRecordError({ path, lifecycleId })
  const record = current as unknown as LifecycleRecord
  assertInvariants(record)
  return record
}
