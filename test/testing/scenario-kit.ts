import { setupServer } from 'msw/node'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { OperationName } from '../../src/contract/index.ts'
import {
  createMockAcquirer,
  type MockAcquirer,
  type ScenarioAbout,
  type ScenarioName,
  scenarios,
} from '../../src/testing/index.ts'
import { mswHandlers } from '../../src/testing/msw.ts'
import { serveMockAcquirer } from '../../src/testing/node.ts'
import { caught } from '../client/kit.ts'
import { samples } from '../contract/samples.ts'
import { at, refund, serial } from './kit.ts'

/** A mock that is reached in one of the three ways, and how to set it. */
interface Reached {
  readonly call: (operation: OperationName, input: unknown) => Promise<unknown>
  readonly play: MockAcquirer['play']
  /** Business time goes on by so many milliseconds. */
  readonly pass: (ms: number) => Promise<void>
  readonly mock: MockAcquirer
}
export type Way = 'fetch' | 'msw' | 'served'
type Played = ReturnType<MockAcquirer['play']>

const patient = { attempt: 60_000, total: 120_000, upload: 120_000 }
const once = { auth: bearer('t'), retry: { attempts: 1 }, timeout: patient }

/** Without retries: one request, and what comes of it. */
const calling = (options: { baseUrl: string; fetch?: MockAcquirer['fetch'] }): Reached['call'] => {
  const client = createAcquirerClient({ ...once, ...options })
  return (operation, input) =>
    // Name and input belong together; a test that takes any name cannot say so.
    (client[operation] as (input: unknown, options: object) => Promise<unknown>)(input, {
      idempotencyKey: 'key-1',
    })
}

const overFetch = async (use: (reached: Reached) => Promise<void>): Promise<void> => {
  let now = Date.parse(at)
  const mock = createMockAcquirer({ clock: { now: () => new Date(now).toISOString() } })
  const pass = async (ms: number) => {
    now += ms
    mock.tick()
  }
  const call = calling({ baseUrl: 'https://mock.example/v1', fetch: mock.fetch })
  await use({ call, play: mock.play, pass, mock })
  mock.release()
}

const overMsw = async (use: (reached: Reached) => Promise<void>): Promise<void> =>
  overFetch(async ({ mock, ...rest }) => {
    const server = setupServer(...mswHandlers(mock.handle, { side: 'systems' }))
    server.listen({ onUnhandledFrame: 'error' })
    try {
      await use({ ...rest, mock, call: calling({ baseUrl: 'https://mock.example/v1' }) })
    } finally {
      server.close()
    }
  })

/** Everything by HTTP, the control too. */
const overServer = async (use: (reached: Reached) => Promise<void>): Promise<void> => {
  const { mock, url, baseUrl, close } = await serveMockAcquirer({ now: at })
  const post = async (path: string, body: object) => {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })
    const answer = (await response.json()) as Played & { issues?: unknown }
    if (!response.ok) throw Object.assign(new Error('refused'), { issues: answer.issues })
    return answer
  }
  let now = Date.parse(at)
  let playing: Promise<unknown> = Promise.resolve()
  const play = (name: ScenarioName, about?: ScenarioAbout): Played => {
    playing = post('/mock/play', { name, ...about })
    return { tells: [] }
  }
  const call = calling({ baseUrl })
  try {
    await use({
      play,
      mock,
      call: async (operation, input) => {
        await playing
        return call(operation, input)
      },
      pass: async (ms) => {
        now += ms
        await post('/mock/clock', { now: new Date(now).toISOString() })
      },
    })
  } finally {
    await close()
  }
}

const reach: Readonly<Record<Way, (use: (reached: Reached) => Promise<void>) => Promise<void>>> = {
  fetch: overFetch,
  msw: overMsw,
  served: overServer,
}

/** Scenarios that hit a request on the systems side, as the mock plays them. */
export const onTheWay = (Object.keys(scenarios) as ScenarioName[]).filter(
  (name) => scenarios[name].faults !== undefined && name !== 'approval-lost-ack',
)

const about: ScenarioAbout = { serial }

/** The operation that a scenario is tried with: the one that it is about, or a refund. */
const operationOf = (name: ScenarioName): OperationName => {
  const [fault] = scenarios[name].faults?.(about, at) ?? []
  return fault?.operation ?? (name.startsWith('host-clock') ? 'readStatus' : 'refundDeposit')
}

/** What one call comes to in a scenario: its answer or the code of its error, and how often it took effect. */
export const outcomeOf = async (name: ScenarioName, way: Way) => {
  let outcome: { ends: string; effects: number; unspent: number } | undefined
  await reach[way](async ({ call, play, pass, mock }) => {
    play(name, { ...about, ...(name === 'newer-server' && { operation: 'readStatus' }) })
    const operation = name === 'newer-server' ? 'readStatus' : operationOf(name)
    const input = operation === 'refundDeposit' ? refund : samples[operation as 'payOut'].input
    const ended = caughtOr(call(operation, input))
    if (/delayed|drips|held|crash/.test(name)) {
      while (mock.held() === 0) await new Promise((resolve) => setTimeout(resolve, 2))
      await pass(1)
      if (name === 'reply-held' || name.startsWith('crash')) mock.release()
      else await pass(72 * 3_600_000)
    }
    const ends = await ended
    if (name === 'newer-server') await caughtOr(call(operation, input))
    outcome = {
      ends,
      effects: mock.effects().reduce((sum, { count }) => sum + count, 0),
      unspent: mock.unspent().filter(({ times }) => times !== 'always').length,
    }
  })
  return outcome
}

const caughtOr = async (promise: Promise<unknown>): Promise<string> => {
  let answer: unknown
  const error = await caught(
    promise.then((value) => {
      answer = value
      throw new Error('none')
    }),
  )
  if (answer !== undefined) return (answer as { status?: string }).status ?? 'read'
  return (error as { code: string }).code
}
