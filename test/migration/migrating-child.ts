import { writeSync } from 'node:fs'
import { orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Services } from '../../src/schemas/index.ts'

// Carries lives over until it is done or killed. A line for each transaction that is on the disk.
const [path = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const store = sqliteStore(path)
const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services
const runtime = createRuntime({
  store: {
    ...store,
    commit: async (changes) => {
      const outcomes = await store.commit(changes)
      say(`committed ${changes.length}`)
      return outcomes
    },
  },
  services,
})
const { remaining } = await runtime.migrateAll()
say(`done ${remaining}`)
await store.close()
