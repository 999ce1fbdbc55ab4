import { writeSync } from 'node:fs'
import { orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Services } from '../../src/schemas/index.ts'

// Carries lives over until it is done or killed. A line for each transaction that is on the disk; stands still after so many, so
// that no kill is too late.
const [path = '', most = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

let commits = 0
const store = sqliteStore(path)
const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services
const runtime = createRuntime({
  store: {
    ...store,
    commit: async (changes) => {
      const outcomes = await store.commit(changes)
      say(`committed ${changes.length}`)
      commits += 1
      if (commits === Number(most)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      return outcomes
    },
  },
  services,
})
const { remaining } = await runtime.migrateAll()
say(`done ${remaining}`)
await store.close()
