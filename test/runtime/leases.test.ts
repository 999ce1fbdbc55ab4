import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import type { Call, LifecycleEvent } from '../../src/schemas/index.ts'
import { eventually, manualEnvironment } from './manual-environment.ts'
import { escalation, note, rig, ticket } from './rig.ts'

describe('leases', () => {
  const never = () => new Promise<readonly LifecycleEvent[]>(() => {})

  it('give up a call that outlives its lease, tell the service, and try again later', async () => {
    let signal: AbortSignal | undefined
    const { runtime, tell, environment } = await rig({
      leaseMs: 5_000,
      services: {
        openTicket: (_, call) => {
          signal = call.signal
          return never()
        },
      },
    })
    await tell(escalation)
    const draining = runtime.drain()
    await eventually(() => expect(signal?.aborted).toBe(false))
    await environment.advance(5_000)
    expect((await draining).waiting).toMatchObject([{ lastErrorCode: 'TIMED_OUT', attempts: 1 }])
    expect(signal?.aborted).toBe(true)
  })

  it.each([
    { words: 'is over when somebody comes to call', stoodStill: 5_000, attempt: 2, left: 5_000 },
    { words: 'has begun with the claim, not with the call', stoodStill: 4_000, attempt: 1, left: 1_000 },
  ])('end what they were given for: one $words', async ({ stoodStill, attempt, left }) => {
    const store = memoryStore()
    const environment = manualEnvironment()
    const asked: Call[] = []
    let claims = 0
    const { runtime, tell } = await rig({
      leaseMs: 5_000,
      environment,
      store: {
        ...store,
        claim: async (query) => {
          const claimed = await store.claim(query)
          claims += claimed.length
          if (claimed.length > 0 && claims === 1) await environment.advance(stoodStill)
          return claimed
        },
      },
      services: {
        openTicket: (_, call) => {
          asked.push(call)
          return never()
        },
      },
    })
    await tell(escalation)
    const draining = runtime.drain()
    await eventually(() => expect(asked.map((call) => call.attempt)).toEqual([attempt]))
    await environment.advance(left - 1)
    expect(asked[0]?.signal.aborted).toBe(false)
    await environment.advance(1)
    expect(asked[0]?.signal.aborted).toBe(true)
    await draining
  })

  it('let another worker finish what a dead one had begun, with the same key', async () => {
    const { runtime, make, tell, environment, calls, orders } = await rig({
      leaseMs: 5_000,
      services: { openTicket: (_, { attempt }: Call) => (attempt === 1 ? never() : Promise.resolve([])) },
    })
    await tell(escalation)
    // its time stands still for ever, as that of a process that was killed
    void make({ environment: manualEnvironment() }).drain()
    await eventually(() => expect(calls).toHaveLength(1))
    expect(await runtime.drain()).toMatchObject({ carriedOut: 0 })
    await environment.advance(5_000)
    expect(await make({ worker: 'w2' }).drain()).toMatchObject({ carriedOut: 1, waiting: [] })
    expect(calls.map(({ idempotencyKey, attempt }) => [idempotencyKey, attempt])).toEqual([
      [ticket, 1],
      [ticket, 2],
    ])
    expect(await orders()).toMatchObject([{ status: 'confirmed' }])
  })

  it('make a late result of the first worker harmless', async () => {
    const answers: (() => void)[] = []
    const { runtime, make, tell, environment, record } = await rig({
      leaseMs: 5_000,
      services: {
        openTicket: () =>
          new Promise((resolve) => {
            answers.push(() => resolve([note('ticket opened')]))
          }),
      },
    })
    await tell(escalation)
    const first = runtime.drain()
    await eventually(() => expect(answers).toHaveLength(1))
    // a second worker believes that the lease is over, because its own clock runs ahead
    const ahead = manualEnvironment()
    await ahead.advance(10_000)
    const second = make({ worker: 'w2', environment: ahead }).drain()
    await eventually(() => expect(answers).toHaveLength(2))
    for (const answer of answers) answer()
    // who loses the race for a version waits a moment
    let done = false
    void Promise.all([first, second]).then(() => {
      done = true
    })
    await eventually(async () => {
      await environment.advance(50)
      await ahead.advance(50)
      expect(done).toBe(true)
    })
    expect((await record()).version).toBe(3)
    expect(await runtime.audit()).toEqual([])
    await environment.advance(60_000)
    expect(await runtime.drain()).toMatchObject({ carriedOut: 0, waiting: [] })
  })
})
