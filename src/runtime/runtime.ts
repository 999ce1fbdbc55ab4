import type { Actor } from '../domain/index.ts'
import { checkNumber, longestSpan } from '../errors/index.ts'
import type { Accepted, Answer, LifecycleInput } from '../machine/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import { createAsItWas } from './as-it-was.ts'
import { createAsTheyWere } from './as-they-were.ts'
import { type AuditOptions, createAudit } from './audit.ts'
import { type AuditChangesOptions, type AuditOfChanges, createAuditChanges } from './audit-changes.ts'
import { createAuditLife } from './audit-life.ts'
import { readBreaker } from './breaker.ts'
import { type ChangesPage, type ChangesPageOptions, createChangesPage } from './changes-page.ts'
import { createDispatch } from './dispatch.ts'
import { type ChangesOptions, createFeed } from './feed.ts'
import type { LifecycleChange } from './feed-views.ts'
import type { Finding } from './finding-details.ts'
import { createHealth, type Health } from './health.ts'
import { createHeard } from './heard.ts'
import { createMigrateAll, type Migrated, type MigrateOptions } from './migrate-all.ts'
import { observedCarryOut, observedFire, observedRuntime } from './observed.ts'
import {
  createOpening,
  type Opened,
  type Opening,
  type OpeningOptions,
  type OpeningsOptions,
} from './opening.ts'
import type { RuntimeOptions } from './options.ts'
import { createParking, createParkingCarryOut } from './parking.ts'
import { partsOf } from './parts.ts'
import { createPump, type Drained } from './pump.ts'
import { createPurge, type Purged, type PurgeOptions } from './purge.ts'
import { createReads, type Reads } from './reads.ts'
import { capacityOf } from './room.ts'

/** A command as its sender gives it; when it counts is the runtime's clock's to say. */
export interface Dispatch {
  lifecycleId: string
  /**
   * Chosen by the sender; the same for every attempt. Asked again within 80 hours, it gets the same answer: a refusal uses it
   * up, and a corrected request is a new command.
   */
  commandId: string
  /** The version the sender has seen. */
  expectedVersion?: number | undefined
  /** Who it is, as the caller has authenticated them. A stranger hears LIFECYCLE_UNKNOWN, and nothing is kept of it. */
  actor: Actor
  event: LifecycleEvent
  /**
   * What the sender asked for, as JSON, where whoever passes it on makes the event of it: a repeat is then known by this, also
   * when the event would come out differently today.
   *
   * @default the event
   */
  asked?: object | undefined
}

/** Records that outlive the process: each command is one step, stored as a whole before anything is called. */
export interface Runtime extends Reads {
  /**
   * Opens a life. Repeated with the same input and `commandId`, it gives the first answer again, however long ago that was.
   *
   * @throws InvalidInputError naming what is wrong; LIFECYCLE_EXISTS, TERMINAL_NUMBER_IN_USE, COMMAND_ID_REUSED,
   * and, unless two people made an `exception`, TERMINAL_NUMBER_IN_QUARANTINE and DEVICE_BOUND_ELSEWHERE.
   * @throws ForbiddenFieldError when there is a secret or card data in it.
   */
  open(input: LifecycleInput, options?: OpeningOptions): Promise<Accepted>
  /** Opens many in one transaction; one that is refused keeps no other back. With `dryRun` it says what would become of each. */
  openAll(openings: readonly Opening[], options?: OpeningsOptions): Promise<readonly Opened[]>
  /**
   * Tells one event. A refusal is an answer, not an error: it changes nothing and is kept like any other. The answer shows
   * what the actor may see.
   *
   * @throws InvalidInputError naming what is wrong; LIFECYCLE_UNKNOWN, COMMAND_ID_REUSED for another event under one id,
   * DIGEST_MISMATCH where the digest of an application is not that of its request and papers (`requestDigest`).
   * @throws ForbiddenFieldError when there is a secret or card data in it.
   * @throws VersionConflictError when the record is not at `expectedVersion`; not kept, so that it can be sent again.
   * @throws StoreError with the failure `papers` when `papers` cannot say what the event's papers are; not kept either.
   * @example
   * const answer = await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor, event: { type: 'device.found', … } })
   * if (!answer.accepted) console.log(answer.blockers)
   */
  dispatch(command: Dispatch): Promise<Answer>
  /**
   * Every commit of the terminals that are the actor's own, whatever process made it: each once, in order, as the actor may
   * read it; one that it may see nothing of is left out. `after` is the cursor of the last change that was dealt with, `null`
   * begins with the first. It waits for more until the signal is aborted: what this process commits is told at once, what
   * others do within `pollMs`, or at once where the store can say so. With `atEnd: 'return'` it ends instead when all that is stored has been told.
   *
   * Of a terminal that came into the actor's hands later it tells what happened since; `journal` has what was before.
   *
   * @throws InvalidInputError naming what is wrong; CURSOR_UNKNOWN for a cursor that was never handed to this actor.
   * @throws StoreError when the store fails; go on with the last cursor.
   * @example
   * for await (const { cursor, entry } of runtime.changes(await read(), { actor, signal })) {
   *   await deal(entry)
   *   await write(cursor)
   * }
   */
  changes(after: string | null, options: ChangesOptions): AsyncIterable<LifecycleChange>
  /**
   * What `changes` gives, as far as it has come now: for who asks from time to time, over HTTP for instance.
   *
   * @throws InvalidInputError CURSOR_UNKNOWN for a cursor that was never handed to this actor; OUT_OF_RANGE for `limit`.
   * @example const { changes, cursor, more } = await runtime.changesPage(await read(), { actor, limit: 50 })
   */
  changesPage(after: string | null, options: ChangesPageOptions): Promise<ChangesPage>
  /**
   * Carries out orders and fires clocks until the signal is aborted; resolves when what was begun has come to rest. It never
   * rejects: a store that fails, for however long, is told to `onFailure` at each try and asked again within 20 s. What could
   * not be written down meanwhile is done again under its own key when its lease has run out.
   */
  run(options: { signal: AbortSignal }): Promise<void>
  /** The same until nothing can be done now. What failed waits for its next attempt, also when nobody runs. */
  drain(options?: { signal?: AbortSignal | undefined }): Promise<Drained>
  /**
   * How work gets on, cheaply enough to be asked every few seconds. A store that fails makes it no error: then
   * `reachable` is `false` and `failure` says why.
   *
   * @example
   * const health = await runtime.health()
   * if (!health.reachable || health.unreadable.length > 0 || (health.oldestOrder?.ageMs ?? 0) > 3_600_000) alarm(health)
   */
  health(): Promise<Health>
  /**
   * Holds everything stored against everything else that is stored. Reads only. `lifecycleId` asks for one life, `since` for
   * those that were told something since; what went wrong in another one is then not found.
   *
   * @throws InvalidInputError LIFECYCLE_UNKNOWN; INVALID_FORMAT for `since`.
   * @throws StoreError when the store fails.
   */
  audit(options?: AuditOptions): Promise<readonly Finding[]>
  /**
   * The same for the lives alone that were told something since the last call, whatever process told them; `null` looks at
   * every life that has a journal, and each once. `after` is the `mark` of the last answer: keep it apart from the store, or
   * whoever alters the one alters the other.
   *
   * A life that was told nothing since is not looked at. What is altered there is found by `audit`, which should come round
   * from time to time; an order that is stuck and a clock that nobody fires are told by `health`.
   *
   * @throws InvalidInputError CURSOR_UNKNOWN for an `after` that is no mark; OUT_OF_RANGE for `limit`.
   * @throws StoreError when the store fails; go on with the last mark.
   * @example
   * const { findings, mark, more } = await runtime.auditChanges(await read(), { limit: 1_000 })
   * await write(mark)
   */
  auditChanges(after: string | null, options?: AuditChangesOptions): Promise<AuditOfChanges>
  /**
   * Carries lives over that are stored in an older format and that nobody speaks to; a life is carried over anyhow before the
   * next thing that it is told. Can be stopped, killed and started again; others may write meanwhile. What cannot be read is
   * told to `onFailure` and remains.
   *
   * @throws StoreError when the store fails; what was carried over stays so.
   * @example
   * const { remaining } = await runtime.migrateAll({ signal: shutdown.signal })
   */
  migrateAll(options?: MigrateOptions): Promise<Migrated>
  /**
   * Removes what need not be kept any more: closed lives whose years have passed, with their journals, and bytes of papers. Nothing is
   * ever purged by itself. A life stays while anything of it is open: a dispute, an obligation, an order, a clock, a legal hold
   * (`hold.placed` with `caps: ['erasure']`), the rest of its number. A tombstone takes its place: its number goes on resting, its id is
   * not given again, and who tells it something hears LIFECYCLE_PURGED.
   *
   * @throws InvalidInputError NOT_ALLOWED_VALUE or DUTY_REQUIRED for who may not; LIFECYCLE_UNKNOWN, LIFECYCLE_PURGED.
   * @throws StoreError when the store fails; what was purged stays so.
   * @example
   * const { purged, refused } = await runtime.purge({ actor: archivist, papers: documents, dryRun: true })
   */
  purge(options: PurgeOptions): Promise<Purged>
}

/**
 * The lifecycle over a store. Any number of runtimes, in any number of processes, may share one.
 *
 * @throws ForbiddenFieldError for a secret in a policy, a catalogue or a name.
 * @throws InvalidInputError naming each option that is wrong: missing, of another kind, a name that there is not (and the one that was
 * meant), a number that is none, a policy that `policyFrom` would not make; or a clock gives no time: `/clock`, `/environment`. So does
 * each use of it later; nothing is stored under it, and `run` tells `onFailure` and waits.
 * @example
 * const runtime = createRuntime({ store: sqliteStore('terminals.db'), services: acquirerServices(client) })
 * await runtime.run({ signal: shutdown.signal })
 */
export function createRuntime(options: RuntimeOptions): Runtime {
  const parts = partsOf(options)
  const { store, watch, lifecycle, calendar, environment, clock, now, changes } = parts
  const { entrance, recall, submit, commit, commitAll, known, onFailure, instruments } = parts
  const { pollMs = 1_000 } = options
  checkNumber('/pollMs', pollMs, { least: 1, most: longestSpan })
  const heard = createHeard(store, changes.changed)
  const auditLife = createAuditLife({ store, calendar, now })
  const pump = createPump({
    ...{ store, environment, clock, leaseMs: parts.leaseMs, pollMs, onFailure, changes },
    carryOut: createParkingCarryOut(
      createParking(parts),
      instruments ? observedCarryOut(parts.carryOut, instruments) : parts.carryOut,
    ),
    fire: instruments ? observedFire(parts.fire, instruments, now) : parts.fire,
    breaker: readBreaker(options.breaker),
    capacity: capacityOf(options.concurrency),
    worker: options.worker ?? environment.uuid(),
    retry: parts.retry,
  })

  const runtime: Runtime = {
    ...createOpening({
      ...{ store, lifecycle, environment, clock, recall, commit, commitAll },
      changed: changes.changed,
    }),
    dispatch: createDispatch({ store, entrance, submit, known, now }),
    ...createReads({
      ...{ store, entrance, lifecycle, now, onFailure },
      asItWas: createAsItWas(store, calendar),
      asTheyWere: createAsTheyWere(store, calendar),
    }),
    changes: createFeed({ store, entrance, commits: changes, heard, environment, pollMs, onFailure }),
    changesPage: createChangesPage({ store, entrance, onFailure }),
    run: (options) => heard.during(() => pump.run(options)),
    drain: pump.drain,
    health: createHealth({ ...watch, now, breakers: () => pump.breakers }),
    audit: createAudit(store, auditLife),
    auditChanges: createAuditChanges({ store, auditLife, now }),
    migrateAll: createMigrateAll(parts),
    purge: createPurge({ store, entrance, now, onFailure }),
  }
  return instruments ? { ...runtime, ...observedRuntime(runtime, instruments, now) } : runtime
}
