import { inject } from 'vitest'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { type RestateRuntime, throughRestate } from '../../../src/runtime/restate.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { freePort } from '../../support/free-port.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import type { Point } from '../crash/dying.ts'
import { newSchema, testPool } from '../postgres/homes.ts'
import { startAcquirer } from './acquirer.ts'
import { startRestate } from './restate-server.ts'
import { quiet, scheduled } from './rig.ts'
import { serviceProcess } from './service-process.ts'

export const lives = Array.from({ length: 40 }, (_, n) => `life-${n}`)

const answersAfterMs = 20

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

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

/**
 * Where the service kills itself, one after the other, and the server is killed with it: when commands are committed of which nobody has
 * heard, when the acquirer has acted and nobody has written it down, the same while that is made up for, and before a commit.
 */
const windows = [
  { moment: 'after', nth: 1 },
  { moment: 'effect', nth: 25 },
  { moment: 'effect', nth: 10 },
  { moment: 'before', nth: 3 },
] as const satisfies readonly Point[]

export interface PlayOptions {
  /**
   * When the suspension ends by itself, in times that opening all terminals took, half a minute at least. `outlived` says whether that was
   * longer than the recovery, so that it came by timers that had outlived it. Left out: nobody waits for that.
   */
  deadline?: number
  /** Kill server and service in each of the windows. */
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
    const answered = new Set<string>()
    const journalsNow = () => Promise.all(lives.map((lifecycleId) => collect(store.journal(lifecycleId))))
    /** What had happened when both died, and nobody had heard of. */
    const unheard = { commands: 0, keys: [] as string[] }
    async function dieBoth({ moment }: Point): Promise<void> {
      const key = await service.died()
      await server.kill()
      kills += 2
      if (moment === 'effect') unheard.keys.push(String(key))
      if (moment !== 'after') return
      const committed = (await journalsNow()).flat().filter(({ commandId }) => commandId === 'c-1').length
      unheard.commands += committed - answered.size
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
    let point: Point | undefined = killed ? windows[0] : undefined
    if (point) {
      await service.kill()
      await service.start(point)
    }
    const answers = Promise.all(
      lives.map(async (lifecycleId) => {
        const answer = await dispatched(runtime, lifecycleId, event)
        answered.add(lifecycleId)
        return answer
      }),
    )
    for (let n = 1; point; n += 1) {
      await dieBoth(point)
      point = windows[n]
      await server.restart()
      await service.start(point)
    }
    const accepted = (await answers).filter((answer) => answer.accepted).length
    await quiet(server)
    const waitingTimers = (await scheduled(server)).filter(({ handler }) => handler === 'fire').length
    const outlived = Date.now() < dueAt
    const hasTimers = async () => {
      const timers = (await Promise.all(lives.map((lifecycleId) => store.timers(lifecycleId)))).flat()
      return timers.some(({ deadlineId }) => deadlineId === 'holdEnd:h')
    }
    while (deadline !== undefined && (await hasTimers())) await pause(500)
    await quiet(server)

    const records = await Promise.all(
      lives.map(async (lifecycleId) => (await store.load(lifecycleId))?.record),
    )
    const journals = await journalsNow()
    return {
      ...{ version: server.version, pid: server.pid() },
      ...{ kills, waitingTimers, outlived },
      /** Commands that were committed without anybody's hearing of it, and how often each key was asked that nobody had written down. */
      unheard: { commands: unheard.commands, asked: unheard.keys.map(acquirer.timesAsked) },
      accepted,
      states: records.map((record) => record?.value),
      // which of two orders is confirmed first says under which version the next ones are given
      entries: journals.map((journal) =>
        journal.map(({ commandId }) => commandId.replace(/:\d{4}-.*|\/[a-p]{20}\/\d+/, '')).sort(),
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
