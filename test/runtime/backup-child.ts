import { existsSync, writeSync } from 'node:fs'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { note } from './rig.ts'

// Backs up where no file may become as large as the copy would, and goes on working.
const [path = '', to = ''] = process.argv.slice(2)
const store = sqliteStore(path)
const failure = await store.backup(to).then(
  () => 'none',
  (error) => (isTerminalLifecycleError(error) && error.code === 'STORE_FAILED' ? error.failure : 'untyped'),
)
const left = existsSync(to) || existsSync(`${to}.part`)
const runtime = createRuntime({ store, services: silentServices })
const { accepted } = await runtime.dispatch({
  ...{ lifecycleId: 'life-1', commandId: 'after', actor: p1, event: note('goes on') },
})
await store.close()
writeSync(1, JSON.stringify({ failure, left, accepted }))
