import type { PgClient, PgPool, PgResult } from '../../../src/runtime/postgres.ts'

/** Is asked instead of the database, and asks it with `ask`, or not. */
export type Around = (text: string, ask: () => Promise<PgResult>, client?: PgClient) => Promise<PgResult>

/** The same pool, with somebody between it and the store. */
export const through = (pool: PgPool, around: Around): PgPool => ({
  query: (text, values) => around(text, () => pool.query(text, values)),
  on: (event, listener) => pool.on(event, listener),
  async connect() {
    const client = await pool.connect()
    return {
      query: (text, values) => around(text, () => client.query(text, values), client),
      release: (error) => client.release(error),
      on: client.on.bind(client),
      removeListener: (event, listener) => client.removeListener(event, listener),
    }
  },
})

/** Does it leave something behind that outlives the process? The end of a transaction, or what is one by itself. */
export const isDurable = (text: string): boolean => /^(COMMIT|WITH\s+free_order|UPDATE)/.test(text)
