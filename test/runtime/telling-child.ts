import { writeSync } from 'node:fs'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { forgetful } from './forgetful.ts'

// Tells the same sales as everybody else, under command ids of its own, as fast as it can. Prints each that counted.
const [path = '', name = '', sales = '', kind = ''] = process.argv.slice(2)

const { store, switches } = forgetful(sqliteStore(path))
switches.knows = kind !== 'without-index'
const runtime = createRuntime({ store, services: silentServices })
const lives = ['life-0', 'life-1']

async function tell(lifecycleId: string): Promise<void> {
  for (let n = 0; n < Number(sales); n += 1) {
    const sold = { type: 'transaction.reported', ref: `sale-${n}`, kind: 'sale', state: 'completed' } as const
    const event = { ...sold, amount: cny(700), occurredAt: '2026-03-01T12:00:00+08:00' }
    const command = { lifecycleId, commandId: `${name}-${n}`, actor: sys, event }
    const answer = await runtime.dispatch(command)
    if (answer.accepted && !answer.noop) writeSync(1, `${lifecycleId} ${event.ref}\n`)
  }
}
await Promise.all(lives.map(tell))
await store.close()
