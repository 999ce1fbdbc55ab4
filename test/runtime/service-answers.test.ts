import { describe, expect, it } from 'vitest'
import { HttpError, RefusedError, requestSummary } from '../../src/errors/index.ts'
import { type Call, pending, type ServiceAnswer } from '../../src/schemas/index.ts'
import { asP1 } from '../support/people.ts'
import { collect } from './collect.ts'
import { escalation, note, rig, ticket } from './rig.ts'

const request = requestSummary('post', 'https://tickets.example/v1/tickets')

/** A ticket whose service does this at each attempt. */
async function ticketing(openTicket: (call: Call) => unknown) {
  const own = await rig({
    services: { openTicket: (_, call) => Promise.resolve(openTicket(call)) as Promise<ServiceAnswer> },
  })
  await own.tell(escalation)
  const types = async () =>
    (await collect(own.runtime.journal('life-1', { ...asP1, after: 1 }))).map(
      ({ cause }) => 'type' in cause && cause.type,
    )
  const status = async () => (await own.orders())[0]?.status
  return { ...own, types, status }
}

describe('a service that asks to be left alone', () => {
  it.each([
    ['an error of our client', new HttpError({ request, status: 429, retryAfter: 3_600 })],
    ['a thrown Response', new Response(null, { status: 429, headers: { 'retry-after': '3600' } })],
    [
      'a refusal for now',
      Object.assign(new RefusedError({ refusal: 'BUSY', retryable: true }), { retryAfter: 3_600 }),
    ],
  ])('for an hour is not called before it is over: %s', async (_, error) => {
    const { runtime, calls, environment } = await ticketing(() => {
      throw error
    })
    await runtime.drain()
    for (let minutes = 0; minutes < 60; minutes += 5) {
      expect(calls).toHaveLength(1)
      await environment.advance(300_000 - 1)
      await runtime.drain()
    }
    expect(calls).toHaveLength(1)
    await environment.advance(1_000)
    await runtime.drain()
    expect(calls).toHaveLength(2)
  })
})

describe('pending', () => {
  it('leaves the order in flight and has it asked for again under its key, at the time that is named', async () => {
    const answered = ({ attempt }: Call) => (attempt < 3 ? pending({ retryAfter: 600 }) : [])
    const { runtime, calls, environment, failures, status, types } = await ticketing(answered)
    expect((await runtime.drain()).waiting).toMatchObject([{ orderId: ticket, lastErrorCode: 'PENDING' }])
    await environment.advance(599_999)
    expect((await runtime.drain()).carriedOut).toBe(0)
    await environment.advance(101)
    await runtime.drain()
    expect(await status()).toBe('ordered')
    await environment.advance(600_200)
    await runtime.drain()
    expect(await status()).toBe('confirmed')
    expect(calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual([ticket, ticket, ticket])
    expect(await types()).toEqual(['order.confirmed'])
    expect(failures).toEqual([])
  })

  it('asks again soon where no time is named, or one that makes no sense', async () => {
    for (const retryAfter of [undefined, -1, 'soon', Number.POSITIVE_INFINITY]) {
      const { runtime, calls, environment } = await ticketing(() => pending({ retryAfter }))
      await runtime.drain()
      await environment.advance(100)
      await runtime.drain()
      expect(calls).toHaveLength(2)
    }
  })

  it('may name a date', async () => {
    const { runtime, calls, environment } = await ticketing(() =>
      pending({ retryAfter: new Date(environment.now() + 5_000) }),
    )
    await runtime.drain()
    await environment.advance(4_999)
    await runtime.drain()
    expect(calls).toHaveLength(1)
    await environment.advance(101)
    await runtime.drain()
    expect(calls).toHaveLength(2)
  })
})

describe('a refusal for now', () => {
  it('leaves the order in flight, is journalled with its code, and is tried again', async () => {
    const { runtime, environment, failures, status, record } = await ticketing(({ attempt }) => {
      if (attempt < 3) throw new RefusedError({ refusal: 'BUSY', retryable: true })
      return []
    })
    expect((await runtime.drain()).waiting).toMatchObject([{ orderId: ticket, lastErrorCode: 'BUSY' }])
    expect(await status()).toBe('ordered')
    const [entry] = await collect(runtime.journal('life-1', { ...asP1, after: 1 }))
    expect(entry?.cause).toMatchObject({
      type: 'order.failed',
      orderId: ticket,
      code: 'BUSY',
      retryable: true,
    })
    await environment.advance(100)
    await runtime.drain()
    await environment.advance(200)
    await runtime.drain()
    expect(await status()).toBe('confirmed')
    expect((await record()).context.issues).toEqual([])
    expect(failures).toHaveLength(2)
  })

  it('may become one for good', async () => {
    const { runtime, environment, status } = await ticketing(({ attempt }) => {
      throw new RefusedError({ refusal: 'BUSY', retryable: attempt === 1 })
    })
    await runtime.drain()
    await environment.advance(100)
    await runtime.drain()
    expect(await status()).toBe('failed')
  })
})

const flood = Array.from({ length: 101 }, (_, n) => note(`number ${n}`))

describe('an answer that is none', () => {
  it.each<readonly [string, unknown, string, string]>([
    ['nothing', undefined, 'NOT_A_LIST', 'not undefined'],
    ['null', null, 'NOT_A_LIST', 'not null'],
    ['an object', { events: [] }, 'NOT_A_LIST', 'not object'],
    ['more events than a record takes', flood, 'TOO_MANY_EVENTS', 'not 101 events'],
  ])('is refused whole and says what was expected of which service: %s', async (_, answer, code, words) => {
    const { runtime, failures, record, status } = await ticketing(() => answer)
    expect((await runtime.drain()).waiting).toMatchObject([{ attempts: 1, lastErrorCode: 'ANSWER_REFUSED' }])
    expect(await status()).toBe('ordered')
    const { context, version } = await record()
    expect(version).toBe(2)
    expect(context.refusedAnswers[ticket]?.codes).toEqual([code])
    const [{ error, ...failure } = expect.fail('nobody was told')] = failures
    expect(failure).toEqual({ lifecycleId: 'life-1', orderId: ticket })
    expect(error).toMatchObject({ code: 'SERVICE_ANSWER_REFUSED', kind: 'openTicket', codes: [code] })
    const { message } = error as Error
    for (const word of ['openTicket', 'a list of at most 100 events, or pending()', words])
      expect(message).toContain(word)
  })

  it.each([
    ['of nothing', [undefined]],
    ['with a hole', Array(1)],
  ])('is seen in a list too: one %s', async (_, answer) => {
    const { runtime, failures, record } = await ticketing(() => answer)
    expect((await runtime.drain()).waiting).toMatchObject([{ lastErrorCode: 'ANSWER_REFUSED' }])
    expect((await record()).context.refusedAnswers[ticket]?.codes).toEqual(['INVALID_INPUT'])
    expect(failures).toMatchObject([{ error: { code: 'SERVICE_ANSWER_REFUSED', kind: 'openTicket' } }])
  })

  it('of a hundred events is one', async () => {
    const { runtime, status, failures } = await ticketing(() => flood.slice(1))
    await runtime.drain()
    expect(await status()).toBe('confirmed')
    expect(failures).toEqual([])
  })
})

describe('what is thrown and is no error', () => {
  it.each(['down', undefined, null, 503, { message: 'down' }])(
    'is told as one, with its kind: %s',
    async (thrown) => {
      const { runtime, failures } = await ticketing(() => {
        throw thrown
      })
      expect((await runtime.drain()).waiting).toMatchObject([
        { attempts: 1, lastErrorCode: 'SERVICE_FAILED' },
      ])
      expect(failures).toMatchObject([
        { lifecycleId: 'life-1', orderId: ticket, error: { code: 'SERVICE_FAILED', kind: 'openTicket' } },
      ])
    },
  )
})
