import { StoreError } from '../../errors/index.ts'
import { storeErrorFrom } from './failures.ts'
import type { PgClient, PgPool } from './pool.ts'
import { prepareSchema } from './prepare.ts'
import { type Tables, tablesIn } from './schema.ts'
import { type Sql, textOfSql } from './sql.ts'

export type Row = Readonly<Record<string, unknown>>
/** Asks the database one thing. */
export type Ask = (query: Sql) => Promise<readonly Row[]>

export interface PostgresConnection {
  readonly tables: Tables
  /** One query, by itself a transaction. */
  ask: Ask
  /** All queries of the work in one transaction; an error leaves nothing of it. */
  transaction<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result>
  close(): void
}

export interface ConnectionOptions {
  schema: string
  /** Milliseconds for which a commit waits for others. */
  busyTimeoutMs: number
}

/** A connection that is lost while nobody asks it anything says so to whoever listens, else to the whole process. */
const unheard = () => undefined
/** Pools that are heard already: several homes may share one. */
const heardPools = new WeakSet<PgPool>()

async function borrowed<Result>(pool: PgPool, work: (client: PgClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect().catch((error) => {
    throw storeErrorFrom(error)
  })
  client.on('error', unheard)
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    const failure = error instanceof StoreError ? error : undefined
    // Nobody knows what a connection is good for that could not be asked.
    if (failure?.failure === 'unavailable') broken = failure
    throw error
  } finally {
    client.removeListener('error', unheard)
    client.release(broken)
  }
}

const askOn =
  (of: Pick<PgPool, 'query'>): Ask =>
  async (query) => {
    try {
      const { rows } = await of.query(textOfSql(query), [...query.values])
      return rows
    } catch (error) {
      throw storeErrorFrom(error)
    }
  }

/**
 * Read committed, whatever the database is set to: after the lock each query has to see what was committed before it. A role for
 * which commits are acknowledged before they are durable is not asked. Whoever stops in the middle is stopped for good, so
 * that nobody waits for a process that hangs.
 */
const begin = (busyTimeoutMs: number): string => `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
  SET LOCAL lock_timeout = ${busyTimeoutMs};
  SET LOCAL idle_in_transaction_session_timeout = ${busyTimeoutMs};
  SELECT set_config('synchronous_commit', 'on', TRUE) WHERE current_setting('synchronous_commit') = 'off'`

export function connectTo(pool: PgPool, { schema, busyTimeoutMs }: ConnectionOptions): PostgresConnection {
  let closed = false
  let prepared: Promise<void> | undefined
  if (!heardPools.has(pool)) pool.on('error', unheard)
  heardPools.add(pool)

  /** Tried again by the next who comes when it failed. */
  function ready(): Promise<void> {
    if (closed) return Promise.reject(new StoreError('closed'))
    prepared ??= borrowed(pool, (client) => prepareSchema(client, schema, busyTimeoutMs)).catch((error) => {
      prepared = undefined
      throw error
    })
    return prepared
  }

  return {
    tables: tablesIn(schema),
    async ask(query) {
      await ready()
      return askOn(pool)(query)
    },
    async transaction(work) {
      await ready()
      return borrowed(pool, async (client) => {
        const tell = (text: string) =>
          client.query(text).catch((error) => {
            throw storeErrorFrom(error)
          })
        await tell(begin(busyTimeoutMs))
        try {
          const result = await work(askOn(client))
          await tell('COMMIT')
          return result
        } catch (error) {
          // Where the connection is lost the server rolls back by itself; the first error is the one that counts.
          await tell('ROLLBACK').catch(() => undefined)
          throw error
        }
      })
    },
    close() {
      closed = true
    },
  }
}
