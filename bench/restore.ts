/**
 * How long a back-up takes to be restored: so many lives, each with some of the golden journals' entries, from SQLite to SQLite.
 *
 *   node bench/restore.ts [lives]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreStore } from '../src/runtime/index.ts'
import { sqliteStore } from '../src/runtime/sqlite.ts'
import { benchRuntime, newLives, openAll, tellAll } from './lives.ts'

const count = Number(process.argv[2] ?? 10_000)
const home = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-bench-'))
const store = sqliteStore(join(home, 'source.db'))
const runtime = benchRuntime(store)
const [atATime, callers] = [250, 16]
const cpu = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000_000
}

const told = process.cpuUsage()
for (let done = 0; done < count; done += atATime) {
  const lives = newLives(Math.min(atATime, count - done))
  await openAll(runtime, lives)
  await tellAll(runtime, lives, callers)
  if (process.stdout.isTTY) process.stdout.write(`\r${done + lives.length} lives told`)
}
console.log(`\ntold in ${cpu(told).toFixed(1)} s of CPU`)

// Told goes on while the copy is made: the back-up of a busy file.
const busy = newLives(20)
await openAll(runtime, busy)
const telling = tellAll(runtime, busy, callers)
await store.backup(join(home, 'copy.db'))
await telling

const [from, clock] = [process.cpuUsage(), performance.now()]
const [source, target] = [sqliteStore(join(home, 'copy.db')), sqliteStore(join(home, 'target.db'))]
let most = 0
const phases: Record<string, number> = {}
const restored = await restoreStore(source, target, {
  onProgress: ({ doing }) => {
    most = Math.max(most, process.memoryUsage().heapUsed)
    phases[doing] = cpu(from)
  },
})
const seconds = (performance.now() - clock) / 1_000
const { lives, entries, flawed, differing } = restored
console.log(
  `${lives} lives, ${entries} entries: ${cpu(from).toFixed(1)} s of CPU, ${seconds.toFixed(1)} s of wall time`,
)
console.log(
  `at most ${(most / 1e6).toFixed(0)} MB of heap; ${flawed.length} flawed, ${differing.length} differing`,
)
console.log('CPU seconds at the end of each part:', phases)
await Promise.all([source.close(), target.close(), store.close()])
rmSync(home, { recursive: true })
