import type { Environment } from '../environment.ts'
import type { PgClient, PgPool } from './pool.ts'
import { raw, type Sql, sql } from './sql.ts'

/** What processes call out to each other when they have committed something, and how one tells its own voice. */
export interface Voices {
  /** Part of a commit: nobody hears of one that is taken back. */
  call: Sql
  /** Until the function that it gives is called; a lost connection is replaced. */
  listen(changed: () => void): () => void
}

/** Milliseconds after which a connection is asked for again; who waits looks by himself meanwhile. */
const pauseMs = 1_000

/** While one connection listens there must be another one to work with. */
const hasRoom = ({ options }: PgPool): boolean => (options?.max ?? 10) > 1

/** One channel for each schema. */
export function createVoices(pool: PgPool, schema: string, environment: Environment): Voices {
  const channel = `terminal_lifecycle ${schema}`.slice(0, 63)
  const own = environment.uuid()

  /** Until the connection is lost, or nobody wants to hear any more. It is thrown away: it must not listen for somebody else. */
  async function hear(changed: () => void, stop: AbortSignal): Promise<void> {
    const client: PgClient = await pool.connect()
    const over = new Promise<void>((resolve) => {
      client.on('error', resolve)
      stop.addEventListener('abort', () => resolve(), { once: true })
      if (stop.aborted) resolve()
    })
    try {
      client.on('notification', ({ payload }) => {
        if (payload !== own) changed()
      })
      await client.query(`LISTEN "${channel}"`)
      // Whatever was committed before anybody listened.
      changed()
      await over
    } finally {
      client.release(true)
    }
  }

  return {
    call: sql`pg_notify(${channel}, ${own})`,
    listen(changed) {
      const over = new AbortController()
      const insist = async () => {
        while (!over.signal.aborted) {
          await hear(changed, over.signal).catch(() => undefined)
          await environment.sleep(pauseMs, over.signal)
        }
      }
      if (hasRoom(pool)) void insist()
      return () => over.abort()
    },
  }
}

/** Where nobody is to listen, as behind a pool that gives a connection for one transaction only. */
export const silence: Voices = { call: raw('NULL'), listen: () => () => undefined }
