import { appendFileSync, writeSync } from 'node:fs'
import { orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { prepareDatabase } from '../../src/runtime/sqlite/database.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Services } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { WithoutTransactions } from './without-transactions.ts'

// Writes as fast as it can until it is killed. Each line says what has become durable before it was printed.
const [path = '', effects = '', round = '', kind = ''] = process.argv.slice(2)

function openStore() {
  if (kind !== 'without-transactions') return sqliteStore(path)
  const database = new WithoutTransactions(path)
  prepareDatabase(database)
  return storeOver(database)
}

const say = (line: string) => writeSync(1, `${line}\n`)

appendFileSync(effects, '')
/** The other side: remembers each key it was ever called with, takes its time to answer. */
const service = async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
  appendFileSync(effects, `${idempotencyKey}\n`)
  say(`calling ${idempotencyKey}`)
  await new Promise((resolve) => setTimeout(resolve, 5))
  return []
}
const services = Object.fromEntries(orderKinds.map((name) => [name, service])) as unknown as Services

const runtime = createRuntime({ store: openStore(), services, leaseMs: 200, pollMs: 20 })
const lives = Array.from({ length: 8 }, (_, n) => `life-${n}`)
await runtime.openAll(
  lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
)
void runtime.run({ signal: new AbortController().signal })

async function write(lifecycleId: string): Promise<void> {
  for (let n = 0; ; n += 1) {
    const commandId = `c-${round}-${n}`
    // seldom enough: more than twenty orders of a kind in a minute would be made to wait
    const note = n % 12 === 2 ? 'escalation' : 'note'
    const event = { type: 'note.recorded', kind: note, text: `number ${n}` } as const
    const answer = await runtime.dispatch({ lifecycleId, commandId, actor: p1, event })
    if (answer.accepted) say(`acked ${lifecycleId} ${commandId}`)
  }
}
await Promise.all(lives.map(write))
