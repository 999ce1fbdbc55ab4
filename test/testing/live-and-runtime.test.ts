import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import { connectServices, createLifecycle, type JournalEntry } from '../../src/machine/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { listen } from '../../src/server/node.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { agent, m1, p1, p2 } from '../support/people.ts'
import { closureRequested, cny, digestOf, paper, serial, terminal } from '../support/samples.ts'
import { testClock } from '../support/world.ts'

type Act = readonly [Actor, LifecycleEvent]

const cases: Readonly<Record<string, readonly Act[]>> = {
  'a terminal suspended for arrears that are paid': [
    [
      p1,
      {
        type: 'charge.raised',
        chargeId: 'rent',
        kind: 'rental',
        amount: cny(900),
        feeTableVersion: 'standard',
      },
    ],
    [p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent' }],
    [p2, { type: 'charge.met', chargeId: 'rent', amount: cny(900), paymentRef: 'payment-1' }],
  ],
  'a fault that is put right, tested and switched on again': [
    [p1, { type: 'hold.placed', holdId: 'network', code: 'NETWORK_FAULT' }],
    [m1, { type: 'hold.remedyClaimed', holdId: 'network', evidence: [paper('device_test_record')] }],
    [p2, { type: 'hold.remedyVerified', holdId: 'network' }],
    [
      agent,
      {
        type: 'test.passed',
        serial,
        kind: 'full',
        checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
          name,
          passed: true,
        })),
      },
    ],
  ],
  'a closure up to what the merchant still owes': [
    [m1, closureRequested()],
    [p2, { type: 'review.approved', applicationId: 'application-1', digest: digestOf('application-1') }],
  ],
}

/** What happened, without when: the two run at their own pace. */
const told = (entries: readonly JournalEntry[]) =>
  entries.map(({ seq, cause, from, to, orderIds, actor, issues }) => ({
    seq,
    what: 'opened' in cause ? 'opened' : 'timer' in cause ? cause.timer : cause.type,
    from,
    to,
    orderIds,
    by: actor.role,
    issues: issues.map(({ code }) => code),
  }))

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
beforeEach(() => server.resetHandlers())
afterAll(() => server.close())

const baseUrl = 'https://acquirer.example/v1'

const live = async (acts: readonly Act[]): Promise<readonly JournalEntry[]> => {
  const clock = testClock()
  const mock = createMockAcquirer({ clock: { now: clock.next } })
  server.use(...mock.handlers)
  const client = createAcquirerClient({ baseUrl, auth: bearer('token') })
  const opened = connectServices(createLifecycle(), acquirerServices(client), { clock }).open(terminal())
  for (const [actor, event] of acts) {
    clock.tick(1_000)
    expect(opened.tell(actor, event)).toMatchObject({ accepted: true })
    await opened.settled()
  }
  opened.stop()
  return opened.journal()
}

const behind = async (acts: readonly Act[]): Promise<readonly JournalEntry[]> => {
  const clock = testClock()
  const mock = createMockAcquirer({ clock: { now: clock.next } })
  const served = await listen((request) => mock.fetch(request))
  const client = createAcquirerClient({ baseUrl: `${served.url}/v1`, auth: bearer('token') })
  const services = acquirerServices(client)
  const runtime = createRuntime({ store: memoryStore(), services, clock, concurrency: 1 })
  const input = terminal()
  await runtime.open(input)
  for (const [index, [actor, event]] of acts.entries()) {
    clock.tick(1_000)
    const answer = await runtime.dispatch({
      lifecycleId: input.lifecycleId,
      commandId: `c-${index}`,
      actor,
      event,
    })
    expect(answer.accepted).toBe(true)
    await runtime.drain()
  }
  const entries: JournalEntry[] = []
  for await (const entry of runtime.journal(input.lifecycleId)) entries.push(entry)
  await served.close()
  return entries
}

describe('live through msw and the runtime over HTTP tell the same journal', () => {
  for (const [name, acts] of Object.entries(cases))
    it(name, async () => {
      // first over HTTP: the handlers of the other one would answer on every address
      const stored = told(await behind(acts))
      expect(stored.length).toBeGreaterThan(acts.length + 2)
      expect(told(await live(acts))).toEqual(stored)
    })
})
