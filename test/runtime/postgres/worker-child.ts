import { createRuntime } from '../../../src/runtime/index.ts'
import { type PgClient, postgresStore } from '../../../src/runtime/postgres.ts'
import { otherSide } from '../crash/other-side.ts'
import { openPool } from './pg.ts'
import { through } from './through.ts'

// Carries out orders until its input ends, or it is killed. Each `cutEvery`th commit of it loses its connection when it has been sent.
const [url = '', effects = '', worker = '', cutEvery = '0'] = process.argv.slice(2)

/** Without a word of parting, as a cable does. */
const cut = (client: PgClient | undefined) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()

let commits = 0
const pool = openPool(url)
const store = postgresStore(
  through(pool, async (text, ask, client) => {
    const answer = ask()
    if (text !== 'COMMIT') return answer
    commits += 1
    if (Number(cutEvery) > 0 && commits % Number(cutEvery) === 0) setImmediate(cut, client)
    return answer
  }),
)
const runtime = createRuntime({
  ...{ store, worker, services: otherSide(effects), leaseMs: 3_000, pollMs: 50 },
  clock: { now: () => '2026-03-02T10:00:00+08:00' },
})
const stop = new AbortController()
process.stdin.on('end', () => stop.abort()).resume()
await runtime.run({ signal: stop.signal })
await store.close()
await pool.end()
