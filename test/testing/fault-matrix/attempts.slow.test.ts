import { afterEach, describe, expect, it } from 'vitest'
import { acquirerServices, bearer, createAcquirerClient } from '../../../src/client/index.ts'
import { createRuntime, memoryStore } from '../../../src/runtime/index.ts'
import { manualTime } from '../../../src/testing/index.ts'
import { type MockAcquirerServer, serveMockAcquirer } from '../../../src/testing/node.ts'
import { asP1, p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'

const day = 86_400_000
const lives = 40

let server: MockAcquirerServer | undefined
afterEach(() => server?.close())

/** A day in which nothing at all is answered well, and every order is due at once. */
const dayOfFailures = async (status: number) => {
  const { clock, environment, wait } = manualTime()
  let calls = 0
  let requests = 0
  server = await serveMockAcquirer({ now: clock.now() })
  server.mock.faults([{ kind: 'status', status, times: 'always' }])
  const client = createAcquirerClient({
    baseUrl: server.baseUrl,
    auth: bearer('t'),
    retry: { delay: 0 },
    hooks: {
      onAttempt: ({ attempt }) => {
        requests += 1
        if (attempt === 1) calls += 1
      },
    },
  })
  const store = memoryStore()
  const runtime = createRuntime({ store, services: acquirerServices(client), clock, environment })
  for (let life = 0; life < lives; life += 1) {
    const number = String(10_000_000 + life)
    await runtime.open(terminal({ lifecycleId: `life-${life}`, terminalId: number }))
    await runtime.dispatch({
      ...{ lifecycleId: `life-${life}`, commandId: 'c-1', actor: p1 },
      event: { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' },
    })
  }
  for (let passed = 0; passed < day; passed += 60_000) {
    await runtime.drain()
    wait(60_000)
  }
  const arrived = Object.values(server.mock.injected()).reduce((sum, count) => sum + count, 0)
  const orders = []
  for (let life = 0; life < lives; life += 1)
    orders.push(...Object.values((await runtime.get(`life-${life}`, asP1))?.context.orders ?? {}))
  return { calls, requests, arrived, orders }
}

describe('when everything fails for a day', () => {
  it.each([503, 500])('no more reaches the other side than a tenth above the calls: %i', async (status) => {
    const { calls, requests, arrived, orders } = await dayOfFailures(status)
    expect(arrived).toBe(requests)
    expect(arrived).toBeLessThanOrEqual(1.1 * calls)
    // Each order is given up after twenty attempts, and a service that is down is tried out once in a pause of 150 s at least.
    expect(calls).toBeLessThanOrEqual(20 * orders.length)
    expect(calls).toBeLessThanOrEqual(day / 150_000 + orders.length)
  })
})
