import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors/index.ts'
import type { Environment } from '../../runtime/index.ts'
import { inTransaction, prepareDatabase } from './database.ts'
import { guarded } from './failures.ts'
import { prepareStatements, type Statements } from './statements.ts'

export interface SqliteDeliveriesOptions {
  /** Whence time and the pauses between two tries come: `systemEnvironment` of the runtime. */
  environment: Pick<Environment, 'now' | 'sleep' | 'random'>
  /**
   * Milliseconds for which a call waits while another process holds the lock of the file; 5 000 when left out. Then it
   * rejects with `StoreError`, `busy`. The event loop goes on meanwhile.
   */
  busyTimeoutMs?: number | undefined
}

export interface Connection {
  read<Result>(work: (sql: Statements) => Result): Promise<Result>
  /** One transaction. The work may run several times; the last one counts. */
  write<Result>(work: (sql: Statements) => Result): Promise<Result>
}

/** Milliseconds between two tries at most: short, so that nobody who tries more often gets the lock every time. */
const longestPause = 25

export const isBusy = (error: unknown): boolean => error instanceof StoreError && error.failure === 'busy'

/** SQLite itself would wait for a lock by stopping the whole process. Here it answers at once, and is asked again. */
export function connect(database: DatabaseSync, options: SqliteDeliveriesOptions): Connection {
  const { environment, busyTimeoutMs = 5_000 } = options
  let statements: Statements | undefined

  /** The file may have been locked when it was opened: then the first who gets through prepares it. */
  function ready(): Statements {
    if (!statements) {
      prepareDatabase(database)
      statements = prepareStatements(database)
    }
    return statements
  }

  async function insist<Result>(work: () => Result): Promise<Result> {
    const until = environment.now() + busyTimeoutMs
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
    read: (work) => insist(() => work(ready())),
    write: (work) =>
      insist(() => {
        const sql = ready()
        return inTransaction(database, () => work(sql))
      }),
  }
}
