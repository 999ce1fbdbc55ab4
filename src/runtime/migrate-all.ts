import { checkNumber, isTerminalLifecycleError, VersionConflictError } from '../errors/index.ts'
import { type CarryOver, isOld } from './carry-over.ts'
import type { InTurn } from './in-turn.ts'
import type { Failure } from './options.ts'
import type { Store } from './store.ts'

/** How far a migration has come. */
export interface Migrated {
  /** Lives that this call has carried over. */
  migrated: number
  /** Lives that are still stored in an older format: not reached yet, or not readable. */
  remaining: number
  /** Those of them that cannot be carried over, each with the code of the error. */
  failed: readonly NotMigrated[]
}

/** A life that stays in its older format; `audit` says more of it. */
export interface NotMigrated {
  lifecycleId: string
  code: string
}

/** How much of the migration this call carries out; it may be run again at any time, beside a runtime. */
export interface MigrateOptions {
  /** Stops between two small transactions; what was carried over stays so. */
  signal?: AbortSignal | undefined
  /** So many lives at most. */
  limit?: number | undefined
  /**
   * Writes nothing, and says beforehand what would come of it: `migrated` counts the lives that could be carried over, `failed`
   * names those that could not.
   *
   * @default false
   */
  dryRun?: boolean | undefined
}

export interface MigrateAllParts {
  store: Store
  carryOver: CarryOver
  inTurn: InTurn
  onFailure: (failure: Failure) => void
}

/** Lives in one transaction: few, so that nobody who writes meanwhile waits for long. */
const atATime = 20
const idsAtATime = 500
const mostTries = 5

/** `done`: by somebody else, meanwhile. */
type Outcome = 'migrated' | 'done' | NotMigrated

/** Carries over lives that nobody speaks to, so that an old format dies out. */
export function createMigrateAll({ store, carryOver, inTurn, onFailure }: MigrateAllParts) {
  async function carryOne(lifecycleId: string, dryRun: boolean): Promise<Outcome> {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const stored = await store.load(lifecycleId)
      if (!stored || !isOld(stored)) return 'done'
      if (await carryOver(stored, { dryRun })) return 'migrated'
    }
    throw new VersionConflictError({ lifecycleId, expected: 0 })
  }

  /** One that cannot be carried over keeps no other back. */
  async function tryOne(lifecycleId: string, dryRun: boolean): Promise<Outcome> {
    try {
      return await inTurn(lifecycleId, () => carryOne(lifecycleId, dryRun))
    } catch (error) {
      if (isTerminalLifecycleError(error) && error.code === 'STORE_FAILED') throw error
      onFailure({ lifecycleId, error })
      return { lifecycleId, code: isTerminalLifecycleError(error) ? error.code : 'FAILED' }
    }
  }

  async function countBehind(id: string): Promise<number> {
    let found = 0
    for (let after = id; ; ) {
      const ids = await store.unmigrated(after, idsAtATime)
      found += ids.length
      if (ids.length < idsAtATime) return found
      after = ids.at(-1) ?? after
    }
  }

  return async ({
    signal,
    limit = Number.POSITIVE_INFINITY,
    dryRun = false,
  }: MigrateOptions = {}): Promise<Migrated> => {
    checkNumber('/limit', limit, { least: 1, endless: true })
    let migrated = 0
    const failed: NotMigrated[] = []
    let after = ''
    let ids: readonly string[] = []
    while (!signal?.aborted && migrated < limit) {
      if (ids.length === 0) ids = await store.unmigrated(after, idsAtATime)
      if (ids.length === 0) break
      const batch = ids.slice(0, Math.min(atATime, limit - migrated))
      const done = await Promise.all(batch.map((id) => tryOne(id, dryRun)))
      migrated += done.filter((one) => one === 'migrated').length
      failed.push(...done.filter((one) => typeof one === 'object'))
      after = batch.at(-1) ?? after
      ids = ids.slice(batch.length)
    }
    return { migrated, remaining: failed.length + (await countBehind(after)), failed }
  }
}
