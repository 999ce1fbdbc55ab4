/**
 * Many lives on Restate: how long they take to be imported, what a command and an order cost then, and how much disk and memory it takes.
 *
 *   node bench/restate.ts [lives …]
 *
 * Each number of lives gets a server and a PostgreSQL schema of its own; 1 000 and 10 000 when none is named. Needs what
 * `npm run test:restate` installs.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { createRuntime } from '../src/runtime/index.ts'
import { postgresStore } from '../src/runtime/postgres.ts'
import { terminalLifecycleObject, throughRestate } from '../src/runtime/restate.ts'
import type { LifecycleEvent } from '../src/schemas/index.ts'
import { type Cluster, startCluster } from '../test/runtime/postgres/cluster.ts'
import { openPool } from '../test/runtime/postgres/pg.ts'
import { type RestateServer, startRestate } from '../test/runtime/restate/restate-server.ts'
import { loadSdk, serveObjects } from '../test/runtime/restate/sdk.ts'
import { asP1, p1 } from '../test/support/people.ts'
import { terminal } from '../test/support/plain-samples.ts'
import { silentServices } from '../test/support/world.ts'
import { cpuSince } from './cpu-since.ts'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000]
const commands = 400
const atATime = 32
const batch = 250

const named = (what: string, of: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(of).map(([whose, value]) => [`${what}, ${whose}`, value]))

const megabytes = (bytes: number) => Math.round(bytes / 1e6)
const diskOf = (folder: string): number =>
  Number(spawnSync('du', ['-sb', folder], { encoding: 'utf8' }).stdout.split('\t')[0])
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024

async function quiet(server: RestateServer): Promise<void> {
  for (;;) {
    const [row] = await server.query(
      `SELECT count(*) AS busy FROM sys_invocation WHERE status <> 'scheduled' AND status <> 'completed'`,
    )
    if (Number(row?.busy) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A suspension for a year: two clocks that wait, four orders that are carried out. */
const paused: LifecycleEvent = {
  ...{ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', test: 'none' },
  until: new Date(Date.now() + 365 * 86_400_000).toISOString(),
}

async function measure({ url, pid: postgres }: Cluster, lives: number) {
  const schema = `bench_${lives}`
  const pool = openPool(url, { max: 10 })
  const store = postgresStore(pool, { schema })
  const sdk = await loadSdk()
  const server = await startRestate()
  const settings = { store, services: silentServices }
  const service = await serveObjects(sdk, [terminalLifecycleObject(sdk, settings)])
  await server.register(service.port)
  const plain = createRuntime(settings)
  const runtime = throughRestate(plain, { store, url: server.ingress })
  const ids = Array.from({ length: lives }, (_, n) => `life-${n}`)

  // By the clock each figure is the machine's as well: what else runs there, and its disk.
  const cpu = cpuSince({ 'CPU here': process.pid, 'of Restate': server.pid(), 'of PostgreSQL': postgres })
  const begun = performance.now()
  for (let from = 0; from < lives; from += batch)
    await runtime.openAll(
      ids.slice(from, from + batch).map((lifecycleId) => ({
        input: terminal({ lifecycleId, terminalId: `T${lifecycleId}` }),
      })),
    )
  await quiet(server)
  const imported = performance.now() - begun
  const importing = cpu(lives)

  // spread over all lives, so that no cache has them
  const asked = Array.from({ length: commands }, (_, n) => ids[Math.floor((n * lives) / commands)] ?? '')
  const told = performance.now()
  for (let from = 0; from < commands; from += atATime)
    await Promise.all(
      asked
        .slice(from, from + atATime)
        .map((lifecycleId) => runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: p1, event: paused })),
    )
  const answered = performance.now() - told
  await quiet(server)
  const carriedOut = performance.now() - told
  const telling = cpu(commands)
  const [row] = await server.query(
    `SELECT count(*) AS waiting FROM sys_invocation WHERE status = 'scheduled'`,
  )
  const size = await pool.query(
    `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = '${schema}' AND c.relkind = 'r'`,
  )
  const asking = async (times: number, ask: (n: number) => Promise<unknown>) => {
    const before = process.cpuUsage()
    for (let n = 0; n < times; n += 1) await ask(n)
    const { user, system } = process.cpuUsage(before)
    return Number(((user + system) / 1_000 / times).toFixed(2))
  }
  const page = await asking(20, () => runtime.work({ limit: 20 }, asP1))
  const audited = await asking(200, (n) =>
    runtime.audit({ lifecycleId: ids[Math.floor((n * lives) / 200)] ?? '' }),
  )
  const figures = {
    lives,
    'import, s': Math.round(imported / 1_000),
    'import, ms a life': Number((imported / lives).toFixed(2)),
    ...named('import, ms a life', importing),
    'answer, ms a command': Number((answered / commands).toFixed(1)),
    'all carried out, ms a command': Number((carriedOut / commands).toFixed(1)),
    ...named('told and carried out, ms a command', telling),
    'messages waiting': Number(row?.waiting),
    'disk of Restate, MB': megabytes(diskOf(server.home)),
    'disk of PostgreSQL, MB': megabytes(Number((size.rows[0] as { bytes: string }).bytes)),
    'memory of Restate, MB': megabytes(memoryOf(server.pid())),
    'memory of the service, MB': megabytes(process.memoryUsage().rss),
    'first page of the work list, ms of CPU here': page,
    'audit of a life, ms of CPU here': audited,
  }
  await server.stop()
  service.close()
  await pool.query(`DROP SCHEMA ${schema} CASCADE`)
  await pool.end()
  return figures
}

const cluster = await startCluster()
const rows = []
for (const lives of sizes) {
  const figures = await measure(cluster, lives)
  console.log(figures)
  rows.push(figures)
}
const [first, ...rest] = rows
for (const row of rest)
  for (const [name, value] of Object.entries(row))
    console.log(
      `${name}: ${(value / Number(first?.[name as keyof typeof row])).toFixed(2)} times that of ${first?.lives} lives`,
    )
await cluster.stop()
process.exit(0)
