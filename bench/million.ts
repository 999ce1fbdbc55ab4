/**
 * What a home with very many terminals weighs and takes: import, room on the disk, memory of a process that waits, an event, the
 * first page of a work list, a search, an audit; each beside the same over a thousand terminals.
 *
 *   node bench/million.ts sqlite|postgres [lives] [folder]
 *
 * 100 000 terminals when left out. The SQLite files stay in the folder, where one is named, and are used again.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Runtime } from '../src/runtime/index.ts'
import { postgresStore } from '../src/runtime/postgres.ts'
import { sqliteStore } from '../src/runtime/sqlite.ts'
import type { Store } from '../src/runtime/store.ts'
import { startCluster } from '../test/runtime/postgres/cluster.ts'
import { openPool } from '../test/runtime/postgres/pg.ts'
import { temporaryFolder } from './folder.ts'
import { chance, tellerOf } from './lives/asking.ts'
import { fileWith } from './lives/build.ts'
import { bytesOf, type Home } from './lives/homes.ts'
import { clerkOf, importing } from './lives/importing.ts'
import { lifeOf, templates } from './lives/templates.ts'
import { copyToPostgres } from './lives/to-postgres.ts'

const [kind = 'sqlite', count = '100000', named] = process.argv.slice(2)
const folder = named ?? temporaryFolder()
const lives = Number(count)
const few = 1_000

async function homesIn(): Promise<{ big: Home; small: Home; end(): Promise<void> }> {
  const files = { big: await fileWith(lives, folder), small: join(temporaryFolder(), 'few.db') }
  copyFileSync(await fileWith(few, folder), files.small)
  if (kind === 'sqlite')
    return {
      big: { kind, where: files.big, store: sqliteStore(files.big) },
      small: { kind, where: files.small, store: sqliteStore(files.small) },
      end: async () => undefined,
    }
  const cluster = await startCluster()
  const pool = openPool(cluster.url)
  const homeOf = async (name: 'big' | 'small'): Promise<Home> => {
    const began = performance.now()
    await copyToPostgres(files[name], pool, name)
    console.log(`rows taken over into ${name}: ${((performance.now() - began) / 1_000).toFixed(0)} s`)
    const where = `${cluster.url} ${name}`
    return { kind: 'postgres', where, store: postgresStore(pool, { schema: name }) }
  }
  return {
    ...{ big: await homeOf('big'), small: await homeOf('small') },
    async end() {
      await pool.end()
      await cluster.stop()
    },
  }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds by the clock and of CPU in this process, for each of so many. */
async function cost(work: () => Promise<unknown>, of = 1) {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (performance.now() - wall) / of, cpu: (user + system) / 1_000 / of }
}

/** In turns, so that what else the machine does falls on both. */
async function both(
  name: string,
  rounds: number,
  ask: (side: Side, round: number) => Promise<unknown>,
  of = 1,
) {
  const seen = { big: [] as Cost[], small: [] as Cost[] }
  for (let round = -2; round < rounds; round += 1)
    for (const side of round % 2 === 0 ? [small, big] : [big, small]) {
      const one = await cost(() => ask(side, round), of)
      if (round >= 0) seen[side === big ? 'big' : 'small'].push(one)
    }
  const of_ = (side: 'big' | 'small', by: keyof Cost) => middle(seen[side].map((one) => one[by]))
  const [wall, few_] = [of_('big', 'wall'), of_('small', 'wall')]
  const [cpu, fewCpu] = [of_('big', 'cpu'), of_('small', 'cpu')]
  console.log(
    `${name}: ${wall.toFixed(2)} ms (${few_.toFixed(2)} over ${few}, × ${(wall / few_).toFixed(2)}); ` +
      `CPU here ${cpu.toFixed(2)} ms (${fewCpu.toFixed(2)}, × ${(cpu / fewCpu).toFixed(2)})`,
  )
}

type Cost = Awaited<ReturnType<typeof cost>>

const { big: bigHome, small: smallHome, end } = await homesIn()
const sideOf = (home: Home, of: number) => ({
  ...home,
  lives: of,
  ...tellerOf(home.store, of),
  pick: chance(7),
})
type Side = ReturnType<typeof sideOf> & { runtime: Runtime; store: Store }
const [big, small]: [Side, Side] = [sideOf(bigHome, lives), sideOf(smallHome, few)]

/** What a process that only has the home open weighs, after a look at its health. */
async function idle({ where }: Home): Promise<number> {
  const child = fork(new URL('./lives/idle-child.ts', import.meta.url), [kind, where], {
    execArgv: ['--expose-gc'],
  })
  const [bytes] = await once(child, 'message')
  await once(child, 'exit')
  return Number(bytes)
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`
const random = ({ pick, lives: of }: Side) => lifeOf(pick(of / templates), pick(templates))

console.log(`${kind}, ${lives} terminals`)
console.log(
  `on the disk: ${megabytes(await bytesOf(bigHome))}, ${((await bytesOf(bigHome)) / lives / 1_000).toFixed(2)} kB a terminal`,
)
console.log(
  `a process that waits: ${megabytes(await idle(bigHome))} (${megabytes(await idle(smallHome))} over ${few})`,
)
await both('an event', 3, (side) => side.tell(200), 200)
await both('first page of a work list', 9, ({ runtime }) =>
  runtime.work({ limit: 20 }, { actor: clerkOf(0) }),
)
await both('first page of what one duty has to do', 9, ({ runtime }) =>
  runtime.work({ duty: 'reviewer', limit: 20 }, { actor: clerkOf(0) }),
)
await both('find by a state, 5', 9, ({ runtime }) =>
  runtime.find({ state: 'closing', limit: 5 }, { actor: clerkOf(0) }),
)
await both('find by terminal number', 9, ({ runtime }) =>
  runtime.find({ terminalId: 'T-R00000-055' }, { actor: clerkOf(55) }),
)
await both('health', 9, ({ runtime }) => runtime.health())
const audited = 100
await both(
  'audit, a life',
  3,
  async (side) => {
    for (let n = 0; n < audited; n += 1) await side.runtime.audit({ lifecycleId: random(side) })
  },
  audited,
)
// At the end, because it adds to both.
const terminals = 500
await both('import, a terminal', 3, ({ store }) => importing(store, terminals), terminals)
for (const { store } of [big, small]) await store.close()
await end()
