import type { WorkingDayCalendar } from '../domain/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'
import { idsOf } from './audit.ts'
import { createAuditLife } from './audit-life.ts'
import { createCarryOver } from './carry-over.ts'
import { checkedCalendar } from './checked-calendar.ts'
import { checkedClock, checkedEnvironment } from './checked-clock.ts'
import { type Environment, systemEnvironment } from './environment.ts'
import type { Finding } from './finding-details.ts'
import type { Clock } from './options.ts'
import { createMakeChange } from './restore-change.ts'
import { createJudge, type Judged } from './restore-judged.ts'
import { placeReached } from './restore-place.ts'
import { buryAll, carryAllOver, differenceOf, writeAnswers } from './restore-rest.ts'
import { createTellNext } from './restore-told.ts'
import { type Plan, type Plans, writeEntries } from './restore-write.ts'
import type { CommitOutcome, Store } from './store.ts'

/** What a restoration is doing, and of how much it has done that: for whoever waits. */
export interface RestoreProgress {
  /** `reading` looks at each life of the source, `writing` at entries, `comparing` at each life again. */
  doing: 'reading' | 'writing' | 'comparing'
  done: number
}

/** What a restoration does with what is damaged, and whom it tells how far it has come. */
export interface RestoreOptions {
  /**
   * What becomes of a life with which something is wrong. `'leaveOut'`: nothing of it is restored. `'fromJournal'`: as much of it
   * as its journal tells, entry by entry, until one is missing, altered or cannot be told; the record is then what they tell.
   *
   * @default 'leaveOut'
   */
  flawed?: 'leaveOut' | 'fromJournal' | undefined
  /** As the runtime over the source has it; the PRC calendar when left out. */
  calendar?: WorkingDayCalendar | undefined
  clock?: Clock | undefined
  environment?: Environment | undefined
  /** Told every fifty lives, or entries. */
  onProgress?: ((progress: RestoreProgress) => void) | undefined
}

/** A life of the source with which something is wrong, and what was done with it. */
export interface FlawedLife {
  lifecycleId: string
  findings: readonly Finding[]
  /** `rebuilt`: its journal is whole, its record was made of it. `cut`: the journal ends where it stops being whole. */
  did: 'leftOut' | 'rebuilt' | 'cut'
  /** Entries of it that are in the target. */
  entries: number
}

/** What came of a restoration. It went well where `flawed` and `differing` are empty. */
export interface Restored {
  /** Lives of the source that are in the target. */
  lives: number
  /** Those that are not, each among `flawed`. */
  leftOut: number
  /** Entries that this call wrote; fewer than there are where it went on with what an earlier one had begun. */
  entries: number
  /** Refusals and repeats that are kept for their senders. */
  answers: number
  flawed: readonly FlawedLife[]
  /** Lives that are in the target and are not what they were; never seen, and looked for all the same. */
  differing: readonly Finding[]
}

const rules = {
  flawed: 'string?',
  calendar: '.isWorkingDay?',
  clock: '.now?',
  environment: '.now?',
  onProgress: 'function?',
} satisfies OptionRules<RestoreOptions>

const tellEvery = 50

async function countOf(all: AsyncIterable<unknown>): Promise<number> {
  let count = 0
  for await (const _ of all) count += 1
  return count
}

async function flawedIn(target: Store, plans: Plans): Promise<readonly FlawedLife[]> {
  const found: FlawedLife[] = []
  for (const [lifecycleId, { findings, isAll }] of plans) {
    const version = (await target.load(lifecycleId))?.record.version
    const did = version === undefined ? 'leftOut' : isAll ? 'rebuilt' : 'cut'
    found.push({ lifecycleId, findings, did, entries: (version ?? -1) + 1 })
  }
  return found
}

/**
 * Puts what a store holds into an empty one, of whatever kind: a back-up into a file, a file into PostgreSQL and back. Each life is
 * looked at first: chain and content of its journal, and that it tells the stored record. Then all entries are written in the order
 * of their commits, so that who follows `changes` goes on with the cursor it has, and with them records, natural keys of reports,
 * orders, clocks, work lists and the answers that are kept for senders. In the end each life is compared. Neither is held in memory:
 * one life at a time, fifty entries at a time.
 *
 * Stopped or killed, it goes on when it is called again with the same two stores. Nobody may write to either meanwhile: run no
 * worker over the target before it has ended. Orders that were under way are asked again under their old keys.
 *
 * @throws StoreError `occupied` where the target has anything that is not of this source; what either store fails with.
 * @example
 * const { flawed, differing } = await restoreStore(sqliteStore('backup/terminals.db'), postgresStore(pool))
 */
export async function restoreStore(
  source: Store,
  target: Store,
  options: RestoreOptions = {},
): Promise<Restored> {
  checkOptions({ source, target }, { source: '.commit', target: '.commit' })
  checkOptions(options, rules)
  const { flawed = 'leaveOut', onProgress = () => undefined } = options
  const calendar = checkedCalendar(options.calendar)
  const environment = checkedEnvironment(options.environment ?? systemEnvironment)
  const clock = checkedClock(options.clock, environment)
  const now = () => clock.now()
  const place = await placeReached(source, target)
  const auditLife = createAuditLife({ store: source, calendar, now })
  const judge = createJudge({ source, auditLife, calendar })
  const planOf = ({ findings, whole, isAll }: Judged): Plan => ({
    ...{ findings, isAll },
    entries: flawed === 'fromJournal' ? whole : 0,
  })
  const plans: Plans = new Map()
  const counting = (doing: RestoreProgress['doing']) => {
    let done = 0
    return (more = 1) => {
      const before = done
      done += more
      if (Math.floor(before / tellEvery) < Math.floor(done / tellEvery)) onProgress({ doing, done })
      return done
    }
  }

  const read = counting('reading')
  for await (const lifecycleId of idsOf(source)) {
    const judged = await judge(lifecycleId)
    if (judged) plans.set(lifecycleId, planOf(judged))
    read()
  }

  // First, because whose number a purged life had must not seem to have had it before.
  await buryAll(source, target)
  const wrote = counting('writing')
  let entries = 0
  const keptAt = () => environment.now()
  const makeChange = createMakeChange({ source, keptAt })
  const tell = createTellNext(source, calendar)
  const written = (more: number) => {
    entries = wrote(more)
  }
  await writeEntries({ source, target, tell, makeChange, judge, planOf, plans, written }, place)
  const answers = await writeAnswers(source, target, keptAt)
  const commit = async (change: Parameters<Store['commit']>[0][number]): Promise<CommitOutcome> =>
    (await target.commit([change]))[0] ?? 'conflict'
  await carryAllOver(source, target, createCarryOver({ commit, environment, now }))
  // What was tried for the first time after the back-up stands in none: each counts as tried, so that its repeat asks first.
  const waiting = await source.waiting()
  await target.tried?.(waiting.map((order) => ({ ...order, attempts: Math.max(1, order.attempts) })))

  const compared = counting('comparing')
  const differing: Finding[] = []
  for await (const lifecycleId of idsOf(source)) {
    const found = plans.has(lifecycleId) ? undefined : await differenceOf(source, target, lifecycleId)
    if (found) differing.push(found)
    compared()
  }
  const damaged = await flawedIn(target, plans)
  const leftOut = damaged.filter(({ did }) => did === 'leftOut').length
  return { lives: await countOf(idsOf(target)), leftOut, entries, answers, flawed: damaged, differing }
}
