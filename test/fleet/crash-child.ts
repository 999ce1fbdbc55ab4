import { appendFileSync } from 'node:fs'
import { dispatchFleet, openFleet } from '../../src/fleet/index.ts'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

// Opens a fleet and tells it one event each. Ends itself by -9 at the transaction that it was told, before or after it.
const [path = '', list = '', at = '0', when = '', run = ''] = process.argv.slice(2)
const ids = list.split(' ')

const dying = (store: Store): Store => {
  let nth = 0
  return {
    ...store,
    commit: async (changes) => {
      nth += 1
      if (nth === Number(at) && when === 'before') process.kill(process.pid, 'SIGKILL')
      const outcomes = await store.commit(changes)
      if (nth === Number(at) && when === 'after') process.kill(process.pid, 'SIGKILL')
      return outcomes
    },
  }
}

const store = dying(sqliteStore(path))
const runtime = createRuntime({ store, services: silentServices })
const openings = ids.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) }))
const commands = ids.map((lifecycleId) => ({
  ...{ lifecycleId, actor: p1 },
  // The control names its commands after the run, as nobody should.
  commandId: `recall-7${run}:${lifecycleId}`,
  event: { type: 'note.recorded', kind: 'note', text: 'called back by its maker' } as const,
}))

for (const stream of [openFleet(runtime, openings), dispatchFleet(runtime, commands)])
  for await (const { key, outcome } of stream) appendFileSync(`${path}.told`, `${key} ${outcome}\n`)
await store.close()
