/** What a query gives. */
export interface PgResult {
  rows: readonly Readonly<Record<string, unknown>>[]
}

/** A connection on loan, as `PoolClient` of `pg`. */
export interface PgClient {
  /** One statement with its values as `$1`, `$2` …; rejects with what the database said. */
  query(text: string, values?: unknown[]): Promise<PgResult>
  /** With an error: the connection is thrown away. */
  release(error?: Error | boolean): void
  /** A connection that breaks while nothing is asked tells so here; without a listener Node ends the process. */
  on(event: 'error', listener: () => void): unknown
  /** What another process called out on a channel that this connection listens to. */
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown
  /** Takes the listener off again, before the connection goes back to the pool. */
  removeListener(event: 'error', listener: () => void): unknown
}

/** What of a pool of connections is used: `new pg.Pool(…)` is one, and so is whatever has these methods. */
export interface PgPool {
  /** How many connections there may be: of a single one none can be spared to listen. */
  readonly options?: { readonly max?: number | undefined } | undefined
  /** A connection of its own until it is released: what one transaction runs over. */
  connect(): Promise<PgClient>
  /** One statement over any connection. */
  query(text: string, values?: unknown[]): Promise<PgResult>
  /** An idle connection that breaks tells so here; without a listener Node ends the process. */
  on(event: 'error', listener: () => void): unknown
}
