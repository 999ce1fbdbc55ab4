import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Documents, memoryDocuments } from '../../../src/backend/index.ts'
import { sqliteDocuments } from '../../../src/backend/sqlite.ts'
import { memoryStore, type Store } from '../../../src/runtime/index.ts'
import { sqliteStore } from '../../../src/runtime/sqlite.ts'
import { type Deliveries, memoryDeliveries } from '../../../src/webhooks/index.ts'
import { sqliteDeliveries } from '../../../src/webhooks/sqlite.ts'
import type { Canary } from '../canaries.ts'
import type { Net } from '../net.ts'

/** Where things are kept, and a look at all that is there. */
export interface Homes {
  readonly store: Store
  readonly documents: Documents
  readonly deliveries: Deliveries
  /** Searches what is stored, then gives the homes up. */
  sift(net: Net, canaries: readonly Canary[], source: string): Promise<void>
}

export const inMemory = (): Homes => ({
  store: memoryStore(),
  documents: memoryDocuments(),
  deliveries: memoryDeliveries(),
  // Nothing but the doors leads in there; what they show is looked at by whoever plants.
  sift: async () => undefined,
})

/** Every cell of every table, as text. */
const tablesOf = (path: string): string => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return names
      .flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all())
      .flatMap((row) => Object.values(row))
      .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : String(cell)))
      .join('\n')
  } finally {
    database.close()
  }
}

/** The same in files: their tables, and their bytes before they are closed, journals beside them included. */
export const onDisk = (): Homes => {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-canaries-'))
  const at = (name: string) => join(folder, `${name}.db`)
  const store = sqliteStore(at('terminals'))
  const documents = sqliteDocuments(at('documents'))
  const deliveries = sqliteDeliveries(at('webhooks'))
  return {
    store,
    documents,
    deliveries,
    async sift(net, canaries, source) {
      for (const file of readdirSync(folder))
        net.sift('bytes', readFileSync(join(folder, file)).toString('utf8'), canaries, `${source} ${file}`)
      await Promise.all([store.close(), documents.close(), deliveries.close()])
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.db')))
        net.sift('tables', tablesOf(join(folder, file)), canaries, `${source} ${file}`)
      rmSync(folder, { recursive: true })
    },
  }
}
