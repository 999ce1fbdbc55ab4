import { createInterface } from 'node:readline'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { createRuntime, type Runtime } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { asP1, p1 } from '../../support/people.ts'
import { otherSide } from '../crash/other-side.ts'
import { openPool } from './pg.ts'

// A server: carries out orders, and answers each line of its input with a line, until its input ends.
const [url = '', schema = '', effects = '', worker = ''] = process.argv.slice(2)

export interface Asked {
  id: number
  dispatch?: Pick<Parameters<Runtime['dispatch']>[0], 'lifecycleId' | 'commandId' | 'event'>
  audit?: boolean
  migrateAll?: { dryRun: boolean }
  work?: boolean
}

const pool = openPool(url)
const store = postgresStore(pool, { schema })
const runtime = createRuntime({
  ...{ store, worker, services: otherSide(effects), leaseMs: 3_000, pollMs: 50 },
  clock: { now: () => '2026-03-02T10:00:00+08:00' },
})
const stop = new AbortController()
const running = runtime.run({ signal: stop.signal })

async function answerTo({ dispatch, audit, migrateAll, work }: Asked): Promise<unknown> {
  if (dispatch) return (await runtime.dispatch({ ...dispatch, actor: p1 })).accepted
  if (audit) return runtime.audit()
  if (migrateAll) return runtime.migrateAll(migrateAll)
  if (work) return (await runtime.work({ limit: 1 }, asP1)).items.length >= 0
  return undefined
}

async function answer(line: string): Promise<void> {
  const asked: Asked = JSON.parse(line)
  const answered = await answerTo(asked).then(
    (value) => ({ value }),
    (error: unknown) => ({ code: isTerminalLifecycleError(error) ? error.code : String(error) }),
  )
  process.stdout.write(`${JSON.stringify({ id: asked.id, ...answered })}\n`)
}

const answers: Promise<void>[] = []
for await (const line of createInterface({ input: process.stdin })) answers.push(answer(line))
await Promise.all(answers)
stop.abort()
await running
await store.close()
await pool.end()
