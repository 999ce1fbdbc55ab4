import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { note } from './rig.ts'

// Writes so many notes, in turn to a life of its own and to one that others write to, and then ends; after half of them waits for a word.
const [path = '', own = '', count = ''] = process.argv.slice(2)
const store = sqliteStore(path)
const runtime = createRuntime({ store, services: silentServices })
for (let n = 0; n < Number(count); n += 1) {
  if (n === Number(count) / 2) await once(process.stdin, 'data')
  const lifecycleId = n % 2 ? own : 'shared'
  await runtime.dispatch({ lifecycleId, commandId: `${own}-${n}`, actor: p1, event: note(`${n}`) })
}
process.stdin.destroy()
await store.close()
writeSync(1, 'done\n')
