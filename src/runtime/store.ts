import type { Instant, LifeState } from '../domain/index.ts'
import type { Answer, JournalEntry, LifecycleRecord } from '../machine/index.ts'
import type { Scope } from './access.ts'
import type { Brief } from './brief.ts'
import type { ClaimQuery, NextWork, Release, RunningTimer, WaitingOrder, Work } from './claimed-work.ts'
import type { Room } from './room.ts'
import type { Tombstone } from './tombstone.ts'
import type { WorkRow, WorkViewer } from './work-of.ts'
import type { StoredWork, WorkQuery } from './work-rows.ts'

export type {
  ClaimQuery,
  NextWork,
  OrderWork,
  Release,
  RunningTimer,
  TimerWork,
  WaitingOrder,
  Work,
} from './claimed-work.ts'

/** An entry as it is stored, tied to the one before it. */
export interface SealedEntry extends JournalEntry {
  /** `hash` of the entry before; 64 zeros for the opening. */
  prevHash: string
  /** SHA-256 in hexadecimal over the canonical JSON of the entry with its `prevHash`. */
  hash: string
}

/**
 * How long an answer is kept and given again: longer than any sender of webhooks keeps on trying (75.6 h). It is told by a time
 * that no jump of the clock takes along by more than a day, so that a clock which was wrong for a while costs nobody an answer.
 */
export const answersKeptMs = 80 * 3_600_000

/**
 * What is remembered of a report for ever. A record remembers what may be told again for `policy.repeatWindow` only, so that it
 * stays small; the store knows it in the same commit, and the runtime asks it before each step.
 */
export interface ToldReport {
  /** 32 hexadecimal digits over the life, the type of the report and its natural key: alike in no two lives. */
  key: string
  /** A digest of what it said, a whole number of 53 bits: under one key something else may be told. */
  content: number
  /** It changed something; where it did not, it may still do so when it is told again. */
  counted: boolean
}

/** Everything one command changes. It is stored as a whole or not at all. */
export interface Change {
  lifecycleId: string
  commandId: string
  /** What was asked, so that another question under the same `commandId` is noticed; `null`: nobody will compare. */
  fingerprint: string | null
  /** The version the answer was computed from; `null`: the record must not exist yet. */
  expectedVersion: number | null
  /** Kept in brief for the sender. Its record is stored when there is an entry. */
  answer: Answer
  /** `null` for a refusal and for a repeat: then only the answer is kept. */
  entry: SealedEntry | null
  /** A report that the entry tells: stored with it, in the place of what was told under its key before. */
  told?: ToldReport | null | undefined
  /** Wall time in milliseconds. */
  keptAt: number
  /**
   * A device that another life has may be bound here all the same, and a number that rests may be opened: it is a fact that
   * was reported, or two people have said so. A number stands in one open life without exception.
   */
  exempt?: boolean | undefined
}

/**
 * What another life of the same acquirer has: `number`, a closed one of another merchant, whose `tidQuarantine` has not run
 * when this one is opened; `device`, one in which it is not unbound. A device that both lives call shared may be in both.
 */
export interface HeldElsewhere {
  held: 'number' | 'device'
  /** The terminal number or the serial number. */
  ref: string
  /** The other life. */
  lifecycleId: string
}

/**
 * - `duplicate`: an answer is kept under this `commandId` already.
 * - `conflict`: the record has another version, or its number is in use by another open life.
 * - `HeldElsewhere`: another life has what this change would take; of two changes in one commit the first has it.
 */
export type CommitOutcome = 'committed' | 'conflict' | 'duplicate' | HeldElsewhere

/** A record with what the store needs to continue it. */
export interface StoredRecord {
  record: LifecycleRecord
  /** `hash` of the newest entry. */
  head: string
  /** In which it is stored; the record itself is read in today's, `recordFormat` of `machine`. */
  format: number
}

/**
 * What a command was answered, kept so that its repeat is answered the same; `fingerprint` tells another command
 * under its id.
 */
export interface KeptAnswer {
  brief: Brief
  fingerprint: string | null
}

/** The same with the command that it answers. */
export interface KeptCommand extends KeptAnswer {
  commandId: string
}

/** Health is asked for every few seconds: whether something is a thousand or a million is all the same to it. */
export const countedTo = 1_000

/** What indexes tell of how work gets on. Nothing is counted further than `countedTo`. */
export interface StoreHealth {
  /** The order that was given first of those that have not ended. */
  oldestOrder: WaitingOrder | null
  /** Deadlines that are due and were not fired. */
  due: number
  /** The one of them that was due first. */
  firstDue: (RunningTimer & { lifecycleId: string }) | null
  /** What is asked of somebody and is overdue, as the provider is told it. */
  pastDue: number
  /** Lives that are stored in a format older than today's. */
  unmigrated: number
}

/** Told of each record that cannot be read. */
export type Skipped = (lifecycleId: string, error: unknown) => void

/** Where an entry stands: the life, and the number of the entry in it. */
export interface EntryPlace {
  lifecycleId: string
  seq: number
}

export type { Tombstone } from './tombstone.ts'

export interface StoredChange extends EntryPlace {
  /** `null` where it cannot be read. */
  entry: SealedEntry | null
}

/** A part of the feed, in the order of commits. */
export interface ChangesQuery {
  /** Continue behind this entry; `null`: from the first that was ever committed. */
  after: EntryPlace | null
  limit: number
}

/** All that is given must match; nothing given: every record. */
export interface FindQuery {
  acquirerId?: string | undefined
  merchantId?: string | undefined
  terminalId?: string | undefined
  /** A device that is or was in this life. */
  serial?: string | undefined
  /**
   * Only lives that were there then, and devices not retired by then: numbers and devices are used again. A life is there from
   * the end of the one that had its number before, if any: nobody tells since when a terminal stood that is taken over. Where
   * another life has had the device that is asked for, it begins with its opening.
   */
  at?: Instant | undefined
  /** Where the life stands: one state, or any of several. */
  state?: LifeState | readonly LifeState[] | undefined
  /** Any application that it ever had. */
  applicationId?: string | undefined
  /** Any order that it ever gave, whether or not it has ended. */
  orderId?: string | undefined
  /** A paper that is or was on its file. */
  documentId?: string | undefined
  /** Something of it is due before this instant: with the present one, something is overdue. */
  dueBefore?: Instant | undefined
  /** Continue behind this `lifecycleId`. */
  after?: string | undefined
  /** 100 when left out. */
  limit?: number | undefined
}

/** What a store is asked for: due is what this class of readers is told to be, the provider's people when left out. */
export interface StoreQuery extends FindQuery {
  viewer?: WorkViewer | undefined
}

/**
 * Where records live. Order and timer rows are projections of the record (orders that are `ordered`, deadlines that are
 * `running`), and so are rows of work (what `requirements` says), written in the same transaction. Everything returned is a copy, or frozen.
 *
 * Every method rejects with `StoreError` when the storage itself fails, and reads with `CorruptRecordError` or
 * `FutureVersionError` when what is stored cannot be understood.
 */
export interface Store {
  /** Is there such a life within the scope? Asked before every command: nothing is read of it. */
  has(lifecycleId: string, within?: Scope): Promise<boolean>
  /** One that is not within the scope is not there: an unknown one and a foreign one are told and take the same. */
  load(lifecycleId: string, within?: Scope): Promise<StoredRecord | undefined>
  /**
   * The same for whoever goes on from it. A store may give what this process wrote itself, as long as its `head` is still the
   * one that is stored; `load` is asked where there is none. Who wraps a store and changes what `load` gives changes this
   * too, or leaves it out.
   */
  newest?: ((lifecycleId: string) => Promise<StoredRecord | undefined>) | undefined
  /** What a command was answered; for at least 80 hours. */
  answered(lifecycleId: string, commandId: string): Promise<KeptAnswer | undefined>
  /** All answers that are kept for the senders of one life: what a restoration asks. Without it refusals and repeats are not restored. */
  answers?(lifecycleId: string): Promise<readonly KeptCommand[]>
  /** What was told under this key last, however long ago. Asked for each report: one look into an index. */
  told(lifecycleId: string, key: string): Promise<ToldReport | undefined>
  /** Has this life ever given an order of this name? Asked for each command that gives some: one look into an index. */
  hasOrdered(lifecycleId: string, orderId: string): Promise<boolean>
  /**
   * One transaction for all changes: one outcome for each, in their order. What is not committed stores nothing of its change
   * and leaves the others alone; an error stores nothing of any.
   */
  commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]>
  /**
   * Takes what nobody else holds, so much of each lane: urgent orders, due timers, then the other orders, and of a lane what has
   * waited longest. Parked orders are left alone; one that is revived can be claimed at once, and none of its failures counts.
   */
  claim(query: ClaimQuery): Promise<readonly Work[]>
  /** Gives work back that did not end. Without effect when the lease has passed to another worker or the work is gone. */
  release(work: Work, release: Release): Promise<void>
  /** When something can be claimed next of the lanes that have room, as seen at the wall time `now`. */
  next(now: number, room: Room): Promise<NextWork>
  /** Orders of one record, or of all, that have not ended, oldest first. */
  waiting(lifecycleId?: string): Promise<readonly WaitingOrder[]>
  /**
   * Orders that wait here were tried so often elsewhere: what a restoration tells. Without it they are counted anew, and what an
   * attempt is named after its number may be named twice.
   */
  tried?(orders: readonly WaitingOrder[]): Promise<void>
  /**
   * Removes all of a life but what its reports are known by, and puts this in its place, in one transaction. `false`: the life has
   * another newest entry, or is not there. A store without it purges nothing.
   */
  purge?(tombstone: Tombstone): Promise<boolean>
  /** Puts these where a restoration found them elsewhere; one that is there stays. */
  bury?(tombstones: readonly Tombstone[]): Promise<void>
  /** What stands in the place of a life that was purged. */
  tombstone?(lifecycleId: string): Promise<Tombstone | undefined>
  /** In the order of `lifecycleId`. */
  tombstones?(after: string, limit: number): Promise<readonly Tombstone[]>
  /** Deadlines that run for a life. */
  timers(lifecycleId: string): Promise<readonly RunningTimer[]>
  /** Keys of all records in their order, so many behind `after`; of those whose newest entry is not older than `since`. */
  lifecycleIds(after: string, limit: number, since?: Instant): Promise<readonly string[]>
  /** As seen at an instant of business time; without a look at any record. */
  health(at: Instant): Promise<StoreHealth>
  /** Keys in their order again, of those that are stored in a format older than today's. */
  unmigrated(after: string, limit: number): Promise<readonly string[]>
  /**
   * In the order of `lifecycleId`, as many as are asked for. A record that cannot be read is left out where `skipped` is told
   * of it; where nobody is, it rejects. Those that are not within the scope are not there, readable or not.
   */
  find(query: StoreQuery, skipped?: Skipped, within?: Scope): Promise<readonly LifecycleRecord[]>
  /** Work as one class of readers is told it, in the order of `placeOf`, as much as is asked for and is within the scope. */
  work(query: WorkQuery, within?: Scope): Promise<readonly StoredWork[]>
  /** All that is stored of the work of one record, for every class of readers and all times. */
  workOf(lifecycleId: string): Promise<readonly WorkRow[]>
  /** From the opening, or behind the entry with the number `after`. */
  journal(lifecycleId: string, after?: number): AsyncIterable<SealedEntry>
  /**
   * Entries of all lives in the order in which they were committed, by whatever process; within a scope those whose life was
   * in it when they were. `undefined`: no such entry to continue behind, or none within the scope. One that cannot be read is
   * `null` where `skipped` is told of it; where nobody is, it rejects.
   */
  changes(
    query: ChangesQuery,
    skipped?: Skipped,
    within?: Scope,
  ): Promise<readonly StoredChange[] | undefined>
  /**
   * Calls when other processes may have committed something, until the function that it gives is called. A hint that may get lost:
   * who waits for others looks from time to time all the same.
   */
  listen?(changed: () => void): () => void
  /**
   * Ends what is under way and lets the file or the connection go; every later call rejects with `StoreError`,
   * `closed`. Closing it again does nothing.
   */
  close(): Promise<void>
}
