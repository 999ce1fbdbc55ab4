import { writeSync } from 'node:fs'
import { restoreStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'

// Restores one file into another, and says how far it has come.
const [from = '', to = ''] = process.argv.slice(2)
const [source, target] = [sqliteStore(from), sqliteStore(to)]
await restoreStore(source, target, {
  onProgress: ({ doing, done }) => writeSync(1, `${doing} ${done}\n`),
})
await Promise.all([source.close(), target.close()])
writeSync(1, 'done\n')
