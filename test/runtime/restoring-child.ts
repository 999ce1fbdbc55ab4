import { writeSync } from 'node:fs'
import { restoreStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'

// Restores one file into another, and says how far it has come; stands still after so many writes, so that no kill is too late.
const [from = '', to = '', most = ''] = process.argv.slice(2)
const [source, target] = [sqliteStore(from), sqliteStore(to)]
let writes = 0
await restoreStore(source, target, {
  onProgress: ({ doing, done }) => {
    writeSync(1, `${doing} ${done}\n`)
    if (doing === 'writing') writes += 1
    if (writes === Number(most)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
await Promise.all([source.close(), target.close()])
writeSync(1, 'done\n')
