import { expect } from 'vitest'
import { acquirerServices, bearer, createAcquirerClient } from '../../../src/client/index.ts'
import type { Actor } from '../../../src/domain/index.ts'
import type { LifecycleRecord } from '../../../src/machine/index.ts'
import {
  type Change,
  createRuntime,
  memoryStore,
  type Runtime,
  type RuntimeOptions,
  type Store,
} from '../../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { createMockAcquirer, faultyStore, type MockSnapshot, manualTime } from '../../../src/testing/index.ts'
import { asP1 } from '../../support/people.ts'
import { serial, start, terminal } from '../../support/samples.ts'
import { signing } from '../../support/signing.ts'

export const terminalRef = 'acquirer-1:898440354110001:10000001'
const lifecycleId = 'life-1'

/** Where a story stands, so that it can go on from there again and again. */
export interface Place {
  readonly commits: readonly (readonly Change[])[]
  readonly mock: MockSnapshot
  readonly at: string
  readonly sign: ReturnType<typeof signing>
}

export interface StageOptions {
  readonly from?: Place | undefined
  /** The control: the other side forgets every key. */
  readonly idempotency?: boolean
  /** The control: an order that fails once is given up. */
  readonly runtime?: Partial<RuntimeOptions>
}

/** More than a lease: what waits for an answer that does not come is given up by then. */
const turnsForHeld = 14
const tick = 5_000

/** An hour for each round, and a bound for them: what has stopped going wrong comes to its end. */
export const mostDrains = 20
const betweenDrains = 2 * 3_600_000

/** Runtime, services, client and mock in one process, over time that stands still. */
export const openStage = async ({ from, idempotency = true, runtime: differs }: StageOptions = {}) => {
  const time = manualTime(from?.at ?? start)
  const commits: (readonly Change[])[] = []
  const inner = memoryStore()
  const kept: Store = {
    ...inner,
    commit: (changes) => {
      commits.push(changes)
      return inner.commit(changes)
    },
  }
  for (const changes of from?.commits ?? []) await kept.commit(changes)
  const faulty = faultyStore(kept)
  const mock = createMockAcquirer({ clock: time.clock, idempotency })
  mock.reset(from?.mock)
  const client = createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('t'),
    fetch: mock.fetch,
    // What is to be waited for longer is the runtime's: its time stands still, and the client's does not.
    retry: { delay: 0, throttledDelay: 0, longestWait: 0 },
  })
  let deaths = 0
  const begin = () => {
    const { store, died } = faulty.open()
    const runtime = createRuntime({
      store,
      services: acquirerServices(client, { clock: time.clock }),
      clock: time.clock,
      environment: time.environment,
      access: 'any',
      onFailure: () => undefined,
      ...differs,
    })
    return { runtime, died }
  }
  let process = begin()

  /** Time goes on while something is under way: faster where it waits for an answer that does not come. */
  const inTime = async <Result>(work: Promise<Result>): Promise<Result | 'died'> => {
    let isOver = false
    const ended = Promise.race([work, process.died.then(() => 'died' as const)]).finally(() => {
      isOver = true
    })
    ended.catch(() => undefined)
    let held = mock.held()
    let hurry = 0
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      if (mock.held() > held) hurry = turnsForHeld
      held = mock.held()
      if (hurry > 0) time.advance(tick)
      else time.wait(1)
      hurry -= 1
      mock.tick()
    }
    return ended
  }

  /** Again by the next process when this one has died, and a little later when its store fails. */
  const surely = async <Result>(work: (runtime: Runtime) => Promise<Result>): Promise<Result> => {
    for (let turn = 0; turn < mostDrains; turn += 1) {
      const result = await inTime(work(process.runtime)).catch((error: { code?: string }) => {
        if (!['STORE_FAILED', 'CORRUPT_RECORD'].includes(error.code ?? '')) throw error
        return 'failed' as const
      })
      if (result !== 'died' && result !== 'failed') return result
      if (result === 'died') {
        deaths += 1
        process = begin()
      }
      time.wait(betweenDrains)
    }
    return expect.fail('it never comes to its end')
  }

  const record = async (): Promise<LifecycleRecord> =>
    (await surely((runtime) => runtime.get(lifecycleId, asP1))) ?? expect.fail('no record')

  /** Drains until nothing waits but what waits for people; how often that was. */
  const rest = async (): Promise<number> => {
    for (let drains = 1; drains <= mostDrains; drains += 1) {
      const { waiting } = await surely((runtime) => runtime.drain())
      if (waiting.every(({ parked }) => parked)) return drains
      time.wait(betweenDrains)
    }
    return Number.POSITIVE_INFINITY
  }

  const sign = from?.sign ?? signing()
  let told = from?.commits.length ?? 0
  const tell = async (actor: Actor, event: LifecycleEvent) => {
    time.advance(1_000)
    told += 1
    const commandId = `c-${told}`
    const asked = await sign(event, 'digest' in event ? await record() : undefined)
    return surely((runtime) => runtime.dispatch({ lifecycleId, commandId, actor, event: asked }))
  }

  if (!from) {
    mock.setTerminal(terminalRef, {
      unsettled: 50_000,
      devices: { [serial]: { batch: { count: 3, total: 3_000 } } },
    })
    await process.runtime.open(terminal())
    await rest()
  }

  return {
    time,
    mock,
    faulty,
    tell,
    rest,
    record,
    audit: () => surely((runtime) => runtime.audit()),
    deaths: () => deaths,
    place: (): Place => ({ commits: [...commits], mock: mock.snapshot(), at: time.clock.now(), sign }),
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
