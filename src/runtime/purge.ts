import {
  type Actor,
  type Instant,
  type RetentionRules,
  retentionClasses,
  retentionCn,
} from '../domain/index.ts'
import { checkNumber } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { invalidInput, readActor, refuseSecrets } from './door.ts'
import type { Entrance } from './entrance.ts'
import type { Failure } from './options.ts'
import { restsUntil } from './projection.ts'
import { lifeObstacles, type PurgeObstacle } from './purge-obstacles.ts'
import { createForgetPapers, type PaperHome, type PurgedPaper } from './purge-papers.ts'
import type { Store, StoredRecord, Tombstone } from './store.ts'

export type { PurgeObstacle } from './purge-obstacles.ts'
export type { PaperHome, PurgedPaper } from './purge-papers.ts'

/** Who purges, what, and by which rules. */
export interface PurgeOptions {
  /** A person of the provider with the duty `intake`, which keeps the records. */
  actor: Actor
  /** How long what is kept, with its ground. The record's own clock counts beside it: the longer one wins. @default retentionCn */
  rules?: RetentionRules | undefined
  /** Where the bytes of papers are; left out: none is looked at. */
  papers?: PaperHome | undefined
  /** This life alone, and why not. @default all that are closed */
  lifecycleId?: string | undefined
  /** Says what would be purged, and purges nothing. */
  dryRun?: boolean | undefined
  /** So many lives at most. @default all */
  limit?: number | undefined
}

/** A life that must be kept although its years have passed, or that was asked for by its id. */
export interface NotPurged {
  lifecycleId: string
  obstacles: readonly PurgeObstacle[]
}

/** What a purge has done; with `dryRun`, what it would have. */
export interface Purged {
  purged: readonly Tombstone[]
  /** Bytes of papers that were removed, of these lives and of others whose papers need not be kept as long. */
  papers: readonly PurgedPaper[]
  refused: readonly NotPurged[]
  /** Closed lives whose years have not passed yet. */
  kept: number
}

export interface PurgeParts {
  store: Store
  entrance: Entrance
  now: () => Instant
  onFailure: (failure: Failure) => void
}

const atATime = 50

function checkPurger(given: Actor): Actor {
  const actor = readActor(given)
  if (actor.role !== 'provider') throw invalidInput('/actor/role', 'NOT_ALLOWED_VALUE')
  if (!actor.duties.includes('intake')) throw invalidInput('/actor/duties', 'DUTY_REQUIRED')
  return actor
}

/** Characters: a tombstone cites it for ever. */
const longestBasis = 500

/** A number that is none would compare like one that has passed, and a class of another name would not count at all. */
function checkRules(rules: RetentionRules): void {
  for (const name of Object.keys(rules ?? {}))
    if (!(retentionClasses as readonly string[]).includes(name))
      throw invalidInput(`/rules/${name}`, 'UNKNOWN_FIELD')
  for (const name of retentionClasses) {
    const rule = rules?.[name]
    if (!rule) throw invalidInput(`/rules/${name}`, 'REQUIRED')
    const { years, basis } = rule
    const isNumber = years === null || (Number.isInteger(years) && years >= 0 && years <= 1_000)
    if (!isNumber) throw invalidInput(`/rules/${name}/years`, 'OUT_OF_RANGE')
    if (typeof basis !== 'string' || basis.trim() === '')
      throw invalidInput(`/rules/${name}/basis`, 'REQUIRED')
    if (basis.length > longestBasis) throw invalidInput(`/rules/${name}/basis`, 'TOO_LONG')
  }
  refuseSecrets({ rules })
}

/** Only that the years run: everything else is somebody's to see to. */
const isYoung = (obstacles: readonly PurgeObstacle[]): boolean =>
  obstacles.some(({ code, ref }) => code === 'NOT_YET_DUE' && ref === 'retention')

export function createPurge({ store, entrance, now, onFailure }: PurgeParts) {
  const skipped = (lifecycleId: string, error: unknown) => onFailure({ lifecycleId, error })

  async function* closedLives(actor: Actor): AsyncGenerator<LifecycleRecord> {
    for (let after = ''; ; ) {
      const query = { state: 'closed', after, limit: atATime } as const
      const page = await store.find(query, skipped, entrance.scopeFor(actor))
      for (const record of page) if (entrance.mayEnter(actor, record)) yield record
      const last = page.at(-1)
      if (!last || page.length < atATime) return
      after = last.lifecycleId
    }
  }

  const stoneOf = ({ record, head }: StoredRecord, by: Actor, basis: string, at: Instant): Tombstone => {
    const { acquirerId, merchantId, terminalId } = record.context.identity
    return {
      ...{ lifecycleId: record.lifecycleId, acquirerId, merchantId, terminalId },
      ...{ entries: record.version + 1, head, closedAt: record.context.closing?.closedAt ?? at },
      ...{ restsUntil: restsUntil(record), purgedAt: at, purgedBy: by.personId, basis },
    }
  }

  return async (options: PurgeOptions): Promise<Purged> => {
    const { rules = retentionCn, papers, lifecycleId, dryRun = false } = options
    const { limit = Number.POSITIVE_INFINITY } = options
    const actor = checkPurger(options.actor)
    checkRules(rules)
    checkNumber('/limit', limit, { least: 1, endless: true })
    if (!store.purge) throw invalidInput('/store', 'NOT_IMPLEMENTED')
    const forget = papers && createForgetPapers({ store, rules, papers, dryRun })
    const at = now()
    const done = {
      purged: [] as Tombstone[],
      papers: [] as PurgedPaper[],
      refused: [] as NotPurged[],
      kept: 0,
    }

    async function look(stored: StoredRecord): Promise<void> {
      const { record } = stored
      const obstacles = lifeObstacles(record, rules.life, at)
      if (obstacles.length > 0) {
        done.papers.push(...((await forget?.(stored, at, false)) ?? []))
        if (isYoung(obstacles)) done.kept += 1
        if (!isYoung(obstacles) || lifecycleId !== undefined)
          done.refused.push({ lifecycleId: record.lifecycleId, obstacles })
        return
      }
      const stone = stoneOf(stored, actor, rules.life.basis, at)
      // Bytes first: a life without its papers can still be asked again, papers without their life cannot.
      done.papers.push(...((await forget?.(stored, at, true)) ?? []))
      if (dryRun || (await store.purge?.(stone))) {
        done.purged.push(stone)
        return
      }
      // Somebody told it something since it was looked at: that counts.
      const newer = await store.load(record.lifecycleId)
      if (newer && newer.head !== stored.head) await look(newer)
    }

    if (lifecycleId !== undefined) {
      await look(await entrance.enter(lifecycleId, actor))
      return done
    }
    for await (const { lifecycleId: id } of closedLives(actor)) {
      if (done.purged.length >= limit) break
      const stored = await store.load(id)
      if (stored) await look(stored)
    }
    return done
  }
}
