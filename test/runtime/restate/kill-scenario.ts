import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { inject } from 'vitest'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { type RestateRuntime, throughRestate } from '../../../src/runtime/restate.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { newSchema, testPool } from '../postgres/homes.ts'
import { startAcquirer } from './acquirer.ts'
import { startRestate } from './restate-server.ts'
import { quiet, scheduled } from './rig.ts'

export const lives = Array.from({ length: 40 }, (_, n) => `life-${n}`)

/** Long enough that whoever is killed is killed in the middle of calls. */
const answersAfterMs = 1_500

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await pause(50)
}

/** Sent again under its id until there is an answer, as the guide says. */
async function dispatched(runtime: RestateRuntime, lifecycleId: string, event: LifecycleEvent) {
  for (;;) {
    try {
      return await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: p1, event })
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      await pause(100)
    }
  }
}

/** The service in a process of its own, always on the same port. */
async function serviceProcess(args: readonly string[]) {
  const child = join(import.meta.dirname, 'kill-child.ts')
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(started.stdout, 'data')
    return started
  }
  let running = await start()
  return {
    async kill() {
      if (running.exitCode !== null || running.signalCode !== null) return
      const ended = once(running, 'exit')
      running.kill('SIGKILL')
      await ended
    },
    async restart() {
      running = await start()
    },
  }
}

export interface PlayOptions {
  /**
   * When the suspension ends by itself, in times that opening all terminals took, half a minute at least: longer than any recovery takes
   * on this machine today, so that it can only come by a timer that has outlived it. Left out: nobody waits for that.
   */
  deadline?: number
  /** Kill server and service, three times each. */
  killed?: boolean
  keyless?: boolean
}

/** What forty terminals have come to in the end, from a suspension to its own end. */
export async function play({ deadline, killed = false, keyless = false }: PlayOptions) {
  const schema = newSchema()
  const [pool, port, acquirer, server] = await Promise.all([
    testPool(),
    freePort(),
    startAcquirer(answersAfterMs),
    startRestate(),
  ])
  const store = postgresStore(pool, { schema })
  const service = await serviceProcess([
    ...[inject('postgresUrl'), schema, `${acquirer.port}`, `${port}`, keyless ? 'keyless' : ''],
  ])
  try {
    await server.register(port)
    const plain = createRuntime({ store, services: silentServices })
    const runtime = throughRestate(plain, { store, url: server.ingress })
    let kills = 0
    async function killBoth(): Promise<void> {
      await Promise.all([server.kill(), service.kill()])
      kills += 2
      await server.restart()
      await service.restart()
    }

    const begun = Date.now()
    await runtime.openAll(
      lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
    )
    await quiet(server)
    const opened = Date.now() - begun
    const dueAt = Date.now() + (deadline ? Math.max(30_000, deadline * opened) : 86_400_000)
    const event: LifecycleEvent = {
      ...{ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', test: 'none' },
      until: new Date(dueAt).toISOString(),
    }
    const answers = Promise.all(lives.map((lifecycleId) => dispatched(runtime, lifecycleId, event)))
    let waitingTimers = 0
    if (killed) {
      // while commands are being told, while the other side is being called, and while that is being made up for
      for (const calls of [10, 60, 120]) {
        await until(() => acquirer.calls() >= calls && acquirer.open() > 5)
        await killBoth()
      }
      const now = Date.now()
      waitingTimers = (await scheduled(server)).filter(({ handler }) => handler === 'fire').length
      if (now >= dueAt) throw new Error('it took longer to recover than until the deadline')
    }
    const accepted = (await answers).filter((answer) => answer.accepted).length
    const hasEnded = async () => {
      await pause(500)
      const timers = (await Promise.all(lives.map((lifecycleId) => store.timers(lifecycleId)))).flat()
      return timers.every(({ deadlineId }) => deadlineId !== 'holdEnd:h')
    }
    if (deadline !== undefined) await until(hasEnded)
    await quiet(server)

    const records = await Promise.all(
      lives.map(async (lifecycleId) => (await store.load(lifecycleId))?.record),
    )
    const journals = await Promise.all(lives.map((lifecycleId) => collect(store.journal(lifecycleId))))
    return {
      ...{ version: server.version, pid: server.pid() },
      kills,
      waitingTimers,
      accepted,
      states: records.map((record) => record?.value),
      // which of two orders is confirmed first says under which version the next ones are given
      entries: journals.map((journal) =>
        journal.map(({ commandId }) => commandId.replace(/:\d{4}-.*|\/\d+\/\d+/, '')).sort(),
      ),
      writes: journals.flat().length,
      fired: journals
        .flat()
        .filter(({ cause }) => 'timer' in cause && cause.timer.startsWith('holdEnd'))
        .map(({ at }) => Date.parse(at) >= dueAt),
      waiting: await store.waiting(),
      findings: await plain.audit(),
      calls: acquirer.calls(),
      repeatedKeys: acquirer.repeatedKeys(),
      effects: acquirer.effects(),
    }
  } finally {
    await service.kill()
    await server.stop()
    acquirer.close()
    await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await pool.end()
  }
}
