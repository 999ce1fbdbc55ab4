import { describe, expect, it } from 'vitest'
import { orderKinds } from '../../src/domain/index.ts'
import { RefusedError } from '../../src/errors/index.ts'
import { connectServices, createLifecycle, type LiveTerminal } from '../../src/machine/index.ts'
import { type Call, pending, type Services } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { accountVerified, approved } from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { cny, paper, serial, start, statusRead, terminal } from '../support/samples.ts'
import { worldOf } from '../support/world.ts'

type Failure = Parameters<NonNullable<Parameters<typeof connectServices>[2]['onFailure']>>[0]
type Differs = Partial<Record<(typeof orderKinds)[number], (call: Call) => Promise<unknown>>>

/** Services that note what they are called for; `differs` answers in their stead. */
const listening = (differs: Differs = {}) => {
  const calls: string[] = []
  const services = Object.fromEntries(
    orderKinds.map((kind) => [
      kind,
      async (_: unknown, call: Call) => {
        calls.push(`${kind} ${call.attempt}`)
        return (await differs[kind]?.(call)) ?? []
      },
    ]),
  ) as unknown as Services
  return { calls, services }
}

const open = (differs: Differs = {}, input = terminal(), timeoutMs?: number) => {
  const clock = testClock()
  const failures: Failure[] = []
  const { calls, services } = listening(differs)
  const onFailure = (failure: Failure) => void failures.push(failure)
  const options = { clock, onFailure, ...(timeoutMs !== undefined && { timeoutMs }) }
  const live = connectServices(createLifecycle(), services, options).open(input)
  return { live, clock, calls, failures, services, options }
}

const arrears = { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' } as const
const stolen = { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') } as const
const never = () => new Promise(() => undefined)
const openOrders = (live: LiveTerminal) =>
  Object.values(live.record().context.orders).flatMap(({ kind, status }) =>
    status === 'ordered' ? [kind] : [],
  )

describe('the orders of a live terminal', () => {
  it('that its opening gives are carried out at once', async () => {
    const status = {
      acceptance: 'on',
      registry: 'active',
      unsettled: 0,
      readAt: start,
      capabilities: {},
    } as const
    const { live, calls } = open(
      {},
      terminal({
        holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }],
        status,
      }),
    )
    await live.settled()
    expect(calls).toContain('readStatus 1')
    live.stop()
  })

  it('are not held up by a notice that never arrives, where sale or keys must go', async () => {
    const { live, calls, clock } = open({ notify: never })
    live.tell(p1, {
      type: 'charge.raised',
      chargeId: 'c',
      kind: 'rental',
      amount: cny(1),
      feeTableVersion: 'standard',
    })
    await expect.poll(() => calls).toEqual(['notify 1'])
    clock.tick(1_000)
    live.tell(m1, stolen)
    await expect.poll(() => calls.toSorted()).toEqual(['disableAcceptance 1', 'notify 1', 'revokeKeys 1'])
    live.stop()
  })

  it('are given up when they take too long, and what comes behind them goes on', async () => {
    let signal: AbortSignal | undefined
    const hangs = (call: Call) => {
      signal = call.signal
      return never()
    }
    const { live, calls, failures } = open({ disableAcceptance: hangs }, terminal(), 20)
    live.tell(p1, arrears)
    await live.settled()
    expect(failures.map(({ order }) => order.kind)).toEqual(['disableAcceptance'])
    expect(failures[0]?.error).toMatchObject({ name: 'TimeoutError' })
    expect(signal?.aborted).toBe(true)
    expect(calls).toContain('notify 1')
    live.stop()
  })

  it('are tried again once, however often somebody asks at the same time, and settled() waits for it', async () => {
    let broken = true
    const { live, calls, failures } = open({
      disableAcceptance: async () => {
        if (broken) throw new TypeError('no network')
      },
    })
    live.tell(p1, arrears)
    await live.settled()
    broken = false
    const { again } = failures[0] as Failure
    void again()
    void again()
    await live.settled()
    expect(calls.filter((call) => call.startsWith('disable'))).toEqual([
      'disableAcceptance 1',
      'disableAcceptance 2',
    ])
    expect(openOrders(live)).not.toContain('disableAcceptance')
    live.stop()
  })

  it('go on when whoever hears of a failure throws, and settled() says what was thrown', async () => {
    const { services, calls } = listening({ notify: () => Promise.reject(new TypeError('no network')) })
    const onFailure = () => {
      throw new Error('the listener')
    }
    const live = connectServices(createLifecycle(), services, { clock: testClock(), onFailure }).open(
      terminal(),
    )
    live.tell(p1, arrears)
    await expect(live.settled()).rejects.toThrow('the listener')
    live.tell(m1, stolen)
    await live.settled().catch(() => undefined)
    expect(calls).toContain('revokeKeys 1')
    live.stop()
  })

  it('that an earlier release left, and the record does not want any more, are handed over with the reason, and stand', async () => {
    const { live, clock, failures, calls, services, options } = open({
      readStatus: async () => [statusRead('off', clock.next())],
      payOut: never,
    })
    const world = worldOf({
      at: clock.next,
      record: async () => live.record(),
      pass: async (days) => clock.tick(days * 86_400_000),
      send: async (actor, event) => {
        clock.tick(1_000)
        const answer = live.tell(actor, event)
        await live.settled()
        return answer
      },
    })
    await approved(world)
    await accountVerified(world)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(500) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
    clock.tick(1_000)
    live.tell(p3, { type: 'payout.ordered', payoutId: 'p', amount: cny(500) })
    const { context, ...record } = live.record()
    live.stop()
    const account = context.payoutAccount && { ...context.payoutAccount, verifiedBy: null }
    const left = { ...record, context: { ...context, payoutAccount: account } }
    const resumed = connectServices(createLifecycle(), services, options).resume(left)
    await resumed.settled()
    expect(failures.map(({ order }) => order.kind)).toEqual(['payOut'])
    expect(failures[0]?.error).toBeInstanceOf(RefusedError)
    expect(failures[0]?.error).toMatchObject({ refusal: 'ACCOUNT_UNVERIFIED' })
    expect(calls).not.toContain('payOut 1')
    expect(openOrders(resumed)).toContain('payOut')
    resumed.stop()
  })
})

describe('a live terminal that is stopped', () => {
  it('calls nothing more, takes no result and is told nothing', async () => {
    let answer: (events: unknown) => void = () => undefined
    const { live, calls } = open({
      disableAcceptance: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    live.tell(p1, arrears)
    await expect.poll(() => calls).toEqual(['disableAcceptance 1'])
    const { version } = live.record()
    live.stop()
    answer([])
    await live.settled()
    expect(calls).toEqual(['disableAcceptance 1'])
    expect(live.record().version).toBe(version)
    expect(() => live.tell(p1, arrears)).toThrow(RefusedError)
  })

  it('goes on elsewhere from its record, with the orders that had not ended and their keys', async () => {
    const keys: string[] = []
    const first = open({ disableAcceptance: never })
    first.live.tell(p1, arrears)
    await expect.poll(() => first.calls).toEqual(['disableAcceptance 1'])
    first.live.stop()
    const { services } = listening({
      disableAcceptance: async ({ idempotencyKey }) => void keys.push(idempotencyKey),
    })
    const second = connectServices(createLifecycle(), services, first.options).resume(first.live.record())
    expect(second.actor.getSnapshot().hasTag('canSell')).toBe(false)
    await second.settled()
    expect(keys).toEqual(Object.keys(second.record().context.orders).slice(0, 1))
    expect(openOrders(second)).toEqual([])
    expect(second.actor.getSnapshot().context).toEqual(second.record().context)
    second.stop()
  })

  it('stay in flight when the record cannot take what was answered, and whoever listens may try again', async () => {
    let answer: unknown = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }
    const { live, failures } = open({ readStatus: async () => [answer] })
    live.tell(p1, arrears)
    await live.settled()
    expect(openOrders(live)).toEqual(['readStatus'])
    expect(Object.values(live.record().context.refusedAnswers)).toHaveLength(1)
    expect(failures).toMatchObject([
      { order: { kind: 'readStatus' }, error: { code: 'SERVICE_ANSWER_REFUSED' } },
    ])
    answer = statusRead('off', '2026-03-02T01:00:00.001Z')
    await failures[0]?.again()
    await live.settled()
    expect(live.record().context.refusedAnswers).toEqual({})
    live.stop()
  })

  it('stay in flight when what was answered is about something else, and none of it is told', async () => {
    const keys = { type: 'keys.removed', serial: '999-999-999', method: 'revokedAtHost' }
    const { live, failures } = open({ revokeKeys: async () => [keys] })
    live.tell(p1, stolen)
    await live.settled()
    expect(openOrders(live)).toEqual(['revokeKeys'])
    expect(Object.values(live.record().context.refusedAnswers)).toMatchObject([{ codes: ['WRONG_SERIAL'] }])
    expect(failures).toMatchObject([
      { order: { kind: 'revokeKeys' }, error: { kind: 'revokeKeys', codes: ['WRONG_SERIAL'] } },
    ])
    live.stop()
  })

  it.each([undefined, null, 'down'])(
    'stay in flight when %s was thrown, and somebody has to look',
    async (thrown) => {
      const { live, failures } = open({ revokeKeys: () => Promise.reject(thrown) })
      live.tell(p1, stolen)
      await live.settled()
      expect(openOrders(live)).toEqual(['revokeKeys'])
      expect(Object.values(live.record().context.refusedAnswers)).toMatchObject([
        { codes: ['SERVICE_FAILED'] },
      ])
      expect(failures).toMatchObject([{ order: { kind: 'revokeKeys' }, error: { code: 'SERVICE_FAILED' } }])
      live.stop()
    },
  )

  it.each<readonly [string, () => Promise<unknown>, object]>([
    ['pending', async () => pending({ retryAfter: 60 }), { pending: true, retryAfter: 60 }],
    [
      'refused for now',
      () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable: true })),
      { refusal: 'BUSY', retryable: true },
    ],
  ])(
    'stay in flight when they are %s, and whoever listens tries again when it is time',
    async (_, first, error) => {
      let answer = first
      const { live, failures } = open({ revokeKeys: () => answer() })
      live.tell(p1, stolen)
      await live.settled()
      expect(openOrders(live)).toEqual(['revokeKeys'])
      expect(live.record().context.refusedAnswers).toEqual({})
      expect(failures).toMatchObject([{ order: { kind: 'revokeKeys' }, error }])
      answer = async () => []
      await failures[0]?.again()
      await live.settled()
      expect(openOrders(live)).toEqual([])
      live.stop()
    },
  )
})
