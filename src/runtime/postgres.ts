import { checkOptions, InvalidInputError, longestTimer, type OptionRules } from '../errors/index.ts'
import { type Environment, systemEnvironment } from './environment.ts'
import { connectTo } from './postgres/connection.ts'
import { createVoices, silence } from './postgres/listen.ts'
import type { PgPool } from './postgres/pool.ts'
import { storeOver } from './postgres/store.ts'
import type { Store } from './store.ts'

export type { PgClient, PgPool, PgResult } from './postgres/pool.ts'

/** Where the tables are, and how long a commit waits for the others. */
export interface PostgresOptions {
  /** The schema that has the tables, made when there is none. `terminal_lifecycle` when left out. */
  schema?: string | undefined
  /**
   * Milliseconds for which a commit waits for those of other processes; 5 000 when left out. Then it rejects with `StoreError`,
   * `busy`. A process that stops in the middle of a commit holds up the others no longer than that.
   */
  busyTimeoutMs?: number | undefined
  /**
   * Wake each other by LISTEN and NOTIFY; yes when left out. It takes a connection of its own while `run` or `changes` waits. Say
   * no behind a pooler that lends connections for one transaction, such as PgBouncer; then `pollMs` of the runtime counts.
   */
  listen?: boolean | undefined
  /** Whence the pauses come; the host itself when left out. */
  environment?: Environment | undefined
}

const rules = {
  schema: 'string?',
  busyTimeoutMs: 'any?',
  listen: 'boolean?',
  environment: '.now?',
} satisfies OptionRules<PostgresOptions>

/**
 * Keeps everything in a PostgreSQL database, 15 or newer: the store for several servers. A commit is durable before it is
 * acknowledged; commits of all processes have one order.
 *
 * The first call makes the tables, or brings those of a former release to today's version. The pool stays its owner's:
 * `close` does not end it.
 *
 * @param pool of `pg`, or anything that has its methods.
 * @throws InvalidInputError for a name that no schema can have, or a `busyTimeoutMs` that is no time.
 * @example const store = postgresStore(new pg.Pool({ connectionString }))
 */
export function postgresStore(pool: PgPool, options: PostgresOptions = {}): Store {
  checkOptions({ pool }, { pool: '.connect' })
  checkOptions(options, rules)
  const { schema = 'terminal_lifecycle', busyTimeoutMs = 5_000, listen = true } = options
  const { environment = systemEnvironment } = options
  const issues = [
    ...(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(schema) && !/^pg_/i.test(schema) ? [] : ['/schema']),
    // More the server does not take.
    ...(Number.isSafeInteger(busyTimeoutMs) && busyTimeoutMs > 0 && busyTimeoutMs <= longestTimer
      ? []
      : ['/busyTimeoutMs']),
  ].map((path) => ({ path, code: 'INVALID_FORMAT' }))
  if (issues.length > 0) throw new InvalidInputError({ issues })
  const voices = listen ? createVoices(pool, schema, environment) : silence
  return storeOver(connectTo(pool, { schema, busyTimeoutMs }), voices)
}
