import type { LifecycleRecord } from '../../machine/index.ts'
import type { PolicyNames } from '../policy-names.ts'
import { type EntryRow, type PolicyHome, type RecordRow, readEntry, readRecord } from '../row-texts.ts'
import type { SealedEntry } from '../store.ts'
import type { PostgresConnection, Row } from './connection.ts'
import { sql } from './sql.ts'

/** Thrown where a policy is named that this process has not read yet. */
class NotRead {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Reads records and entries; a policy that nobody here knows is fetched, and they are read again. */
export interface Records {
  recordOf(row: Row): Promise<LifecycleRecord>
  entryOf(row: Row, lifecycleId: string): Promise<SealedEntry>
}

export function createRecords({ ask, tables }: PostgresConnection, policies: PolicyNames): Records {
  const home: PolicyHome = {
    nameOf: (policy) => policies.named(policy).name,
    read(name) {
      const known = policies.known(name)
      if (!known) throw new NotRead(name)
      return known
    },
  }

  async function insist<Read>(read: () => Read, lifecycleId: string): Promise<Read> {
    for (;;) {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof NotRead)) throw error
        const [row] = await ask(sql`SELECT body FROM ${tables.policy} WHERE digest = ${error.name}`)
        // A text that is not there is no JSON: the record is named as one that cannot be read.
        policies.keep(error.name, String(row?.body), { lifecycleId, path: '/context/policy' })
      }
    }
  }

  return {
    // As `pg` gives them: text, and `int4` as numbers.
    recordOf: (row) => insist(() => readRecord(home, row as RecordRow), String(row.lifecycle_id)),
    entryOf: (row, lifecycleId) => insist(() => readEntry(home, row as EntryRow, lifecycleId), lifecycleId),
  }
}
