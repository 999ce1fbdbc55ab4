import type { DatabaseSync } from 'node:sqlite'
import { checkNumber, longestSpan, StoreError } from '../../errors/index.ts'
import { type Environment, nextTurn, systemEnvironment } from '../environment.ts'
import { createInTurn } from '../in-turn.ts'
import { createVersionCheck, inTransaction, ofRecords, prepareDatabase, type Tables } from './database.ts'
import { guarded } from './failures.ts'
import { prepareStatements, type Statements } from './statements.ts'

/** How long a locked file is waited for. */
export interface SqliteOptions {
  /**
   * Milliseconds for which a call waits while another process holds the lock of the file; 5 000 when left out. Then it
   * rejects with `StoreError`, `busy`. The event loop goes on meanwhile.
   */
  busyTimeoutMs?: number | undefined
  /** Whence the pauses between two tries come; the host itself when left out. */
  environment?: Environment | undefined
  /**
   * What is done with a file whose header names a WAL that is not beside it: it was copied while it was in use, and lacks the newest
   * commits, or a tool for SQLite closed it last, and it lacks nothing. Only who knows which opens it with `'accept'`; `audit` then
   * says whether what is there agrees.
   *
   * @default 'refuse'
   */
  incomplete?: 'refuse' | 'accept' | undefined
}

/** A kind of home that is kept in a SQLite file of its own. */
export interface SqliteHome<Sql> extends Tables {
  /** Prepares its statements, once. */
  statements: (database: DatabaseSync) => Sql
}

export interface ConnectionOf<Sql> {
  read<Result>(work: (sql: Sql) => Result): Promise<Result>
  /** One transaction, after those that this process began before. The work may run several times; the last one counts. */
  write<Result>(work: (sql: Sql) => Result): Promise<Result>
}
export type Connection = ConnectionOf<Statements>

/** Milliseconds between two tries at most: short, so that nobody who tries more often gets the lock every time. */
const longestPause = 25

export const isBusy = (error: unknown): boolean => error instanceof StoreError && error.failure === 'busy'

/** @throws InvalidInputError for what is no time: a locked file would be waited for without an end. */
export const checkBusyTimeout = ({ busyTimeoutMs }: SqliteOptions): void =>
  checkNumber('/busyTimeoutMs', busyTimeoutMs, { least: 0, most: longestSpan })

/** The tables of records. */
export const connect = (database: DatabaseSync, options?: SqliteOptions): Connection =>
  connectTo(database, { ...ofRecords, statements: prepareStatements }, options)

/**
 * SQLite itself would wait for a lock by stopping the whole process. Here it is asked, answers at once, and is asked again
 * after a pause in which everybody else has their turn.
 */
export function connectTo<Sql>(
  database: DatabaseSync,
  home: SqliteHome<Sql>,
  options: SqliteOptions = {},
): ConnectionOf<Sql> {
  const { busyTimeoutMs = 5_000, environment = systemEnvironment } = options
  const inTurn = createInTurn()
  let prepared: { sql: Sql; refuseNewer: () => void } | undefined

  /** The file may have been locked when it was opened: then the first who gets through prepares it. */
  function ready() {
    if (prepared) return prepared
    prepareDatabase(database, home)
    prepared = { sql: home.statements(database), refuseNewer: createVersionCheck(database, home) }
    return prepared
  }

  async function insist<Result>(work: () => Result, until: number): Promise<Result> {
    for (let tries = 0; ; tries += 1) {
      try {
        return guarded(work)
      } catch (error) {
        if (!isBusy(error) || environment.now() >= until) throw error
      }
      await environment.sleep(1 + environment.random() * Math.min(longestPause, 2 ** tries))
    }
  }

  return {
    read: (work) => insist(() => work(ready().sql), environment.now() + busyTimeoutMs),
    write(work) {
      // From now, not from its turn: a queue of many must not wait many times as long.
      const until = environment.now() + busyTimeoutMs
      return inTurn('write', async () => {
        await nextTurn()
        return insist(() => {
          const { sql, refuseNewer } = ready()
          return inTransaction(database, () => {
            refuseNewer()
            return work(sql)
          })
        }, until)
      })
    },
  }
}
