/** What a query gives. */
export interface PgResult {
  rows: readonly Readonly<Record<string, unknown>>[]
}

/** A connection on loan, as `PoolClient` of `pg`. */
export interface PgClient {
  query(text: string, values?: unknown[]): Promise<PgResult>
  /** With an error: the connection is thrown away. */
  release(error?: Error | boolean): void
  on(event: 'error', listener: () => void): unknown
  removeListener(event: 'error', listener: () => void): unknown
}

/** What of a pool of connections is used: `new pg.Pool(…)` is one, and so is whatever has these methods. */
export interface PgPool {
  connect(): Promise<PgClient>
  query(text: string, values?: unknown[]): Promise<PgResult>
  on(event: 'error', listener: () => void): unknown
}
