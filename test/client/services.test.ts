import { describe, expect, it } from 'vitest'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { terminalRef } from '../../src/contract/index.ts'
import { orderKinds } from '../../src/domain/index.ts'
import { LifecycleEvent, pending } from '../../src/schemas/index.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { caught, json, problem, scripted } from './kit.ts'
import { at, call, carriedOutBy, carry, cny, orderId, reference, table } from './order-cases.ts'

const failed = {
  status: 'failed',
  reference,
  code: 'ACCOUNT_CLOSED',
  reason: 'card 4111111111111111 is closed',
}

describe.each(orderKinds)('the order %s', (kind) => {
  const { facts, events } = table[kind]

  it('comes back as events that the record takes, with its id as the key', async () => {
    const { work, sent } = carry(kind, [json({ status: 'done', reference, ...facts })])
    const told = await work
    expect(told).toEqual(events)
    for (const event of told) expect(LifecycleEvent.safeParse(event).success).toBe(true)
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      kind === 'readStatus' ? null : orderId,
    ])
  })

  it('that is refused outright ends', async () => {
    expect(await caught(carry(kind, [problem('TERMINAL_UNKNOWN', 404)]).work)).toMatchObject({
      refusal: 'TERMINAL_UNKNOWN',
    })
  })
})

it.each([
  ['TestMerchant_POS', 'tmr_9XyZ'],
  ['m:1', 't.2'],
  ['-m', '9'.repeat(40)],
])(
  'Every order reaches a terminal of whatever numbers can be opened: %s, %s',
  async (merchantId, terminalId) => {
    const { identity } = call()
    const acquirerId = 'house:of_numbers'
    for (const kind of orderKinds) {
      const { facts, params } = table[kind]
      const { client, sent } = scripted([json({ status: 'done', reference, ...facts })])
      const services = acquirerServices(client) as unknown as Record<string, (...args: unknown[]) => unknown>
      await services[kind]?.(params, call({ identity: { ...identity, acquirerId, merchantId, terminalId } }))
      const said = sent.map(({ url, body }) => `${decodeURIComponent(url)} ${new TextDecoder().decode(body)}`)
      const ref = terminalRef({ acquirerId, merchantId, terminalId })
      expect([kind, ...said]).toEqual([kind, expect.stringContaining(ref)])
    }
  },
)

describe.each(orderKinds.filter((kind) => kind !== 'readStatus'))('the order %s', (kind) => {
  it('that has not ended is tried again later', async () => {
    for (const status of ['pending', 'QUEUED']) {
      expect(await carry(kind, [json({ status, reference })]).work).toEqual(pending())
    }
  })

  it('that failed says so', async () => {
    const { work } = carry(kind, [json(failed)])
    const own = {
      payOut: 'payout.failed',
      refundDeposit: 'refund.failed',
      eraseDevice: 'erasure.failed',
      unbind: 'unbinding.failed',
    }
    if (!(kind in own)) {
      expect(await caught(work)).toMatchObject({ code: 'REFUSED', refusal: 'ACCOUNT_CLOSED' })
      return
    }
    const [event, ...others] = await work
    expect(others).toEqual([])
    expect(event).toMatchObject({
      type: own[kind as keyof typeof own],
      orderId,
      reason: expect.stringMatching(/^ACCOUNT_CLOSED: /),
    })
    expect(JSON.stringify(event)).not.toContain('4111')
    expect(LifecycleEvent.safeParse(event).success).toBe(true)
  })
})

describe('what is never told to a record', () => {
  it.each([
    [
      'an acceptance nobody knows',
      'readStatus',
      { ...table.readStatus.facts, acceptance: 'DIMMED' },
      '/acceptance',
    ],
    ['a way of wiping nobody knows', 'eraseDevice', { method: 'POLISHED', tool: 't' }, '/method'],
  ] as const)('is %s', async (_, kind, facts, path) => {
    const { work } = carry(kind, [json({ status: 'done', reference, ...facts })])
    expect(await caught(work)).toMatchObject({
      code: 'PROTOCOL_ERROR',
      issues: [{ path, code: 'NOT_UNDERSTOOD' }],
    })
  })

  it.each([
    ["another payout's confirmation", 'payOut', { payoutId: 'p-2', amount: cny(9) }, '/payoutId'],
    ['a payout of another amount', 'payOut', { payoutId: 'p-1', amount: cny(8) }, '/amount'],
    ["another deposit's confirmation", 'refundDeposit', { depositId: 'd-2', amount: cny(9) }, '/depositId'],
  ] as const)('is %s: nobody knows what became of the order', async (_, kind, facts, path) => {
    const { work } = carry(kind, [json({ status: 'done', reference, ...facts })])
    expect(await caught(work)).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      idempotencyKey: orderId,
      cause: { code: 'PROTOCOL_ERROR', issues: [{ path, code: 'ABOUT_SOMETHING_ELSE' }] },
    })
  })

  it.each([
    ['older than the order', '2026-03-01T23:59:59Z'],
    ['of its very instant', table.readStatus.params.notBefore],
  ])('is a reading %s', async (_, readAt) => {
    const { work } = carry('readStatus', [json({ ...table.readStatus.facts, readAt })])
    expect(await work).toEqual(pending())
  })

  it('is asked for again when it can be young enough, where a clock that was ahead gave the order', async () => {
    const old = json({ ...table.readStatus.facts, readAt: '2026-03-01T12:00:00Z' })
    const clock = { now: () => '2026-03-01T12:00:01.500Z' }
    const { work } = carry('readStatus', [old], {}, clock)
    const { notBefore } = table.readStatus.params
    const ahead = Math.ceil((Date.parse(notBefore) - Date.parse(clock.now())) / 1000)
    expect(ahead).toBeGreaterThan(3_600)
    expect(await work).toEqual(pending({ retryAfter: ahead }))
  })
})

describe('a repeat of an order', () => {
  const done = { status: 'done', reference, payoutId: 'p-1', amount: cny(9) }
  const kept = (result: object) => json({ idempotencyKey: orderId, operation: 'payOut', result })

  it('asks first what became of it, and sends nothing when it was done', async () => {
    const { work, sent } = carry('payOut', [kept(done)], { attempt: 2 })
    expect(await work).toEqual(table.payOut.events)
    expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      `GET /v1/systems/results/${encodeURIComponent(orderId)}`,
    ])
  })

  it('sends it again when nothing was carried out', async () => {
    const { work, sent } = carry('payOut', [problem('NOT_FOUND', 404), json(done)], { attempt: 2 })
    expect(await work).toEqual(table.payOut.events)
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })

  it.each([
    ['belongs to another operation', { operation: 'revokeKeys', result: done }],
    ['lacks its facts', { operation: 'payOut', result: { status: 'done', reference } }],
    ['is about another payout', { operation: 'payOut', result: { ...done, payoutId: 'p-2' } }],
    ['is about another terminal', { operation: 'payOut', result: { ...done, terminalRef: 'a:b:c' } }],
  ])('does not believe a result that %s', async (_, differs) => {
    const { work } = carry('payOut', [json({ idempotencyKey: orderId, ...differs })], { attempt: 2 })
    expect(await caught(work)).toMatchObject({
      code: 'PROTOCOL_ERROR',
      request: { method: 'GET', url: 'operation://getResult' },
      issues: [{ path: expect.stringMatching(/^\/result/), code: 'NOT_UNDERSTOOD' }],
    })
  })

  it('is not ended by somebody who may not ask what became of it', async () => {
    const { work, sent } = carry('payOut', [problem('ROLE_NOT_ALLOWED', 403)], { attempt: 2 })
    expect(await caught(work)).toMatchObject({
      ...{ code: 'OUTCOME_UNKNOWN', idempotencyKey: orderId, operation: 'payOut' },
      request: { method: 'GET', url: 'operation://getResult' },
      cause: { code: 'REFUSED', refusal: 'ROLE_NOT_ALLOWED' },
    })
    expect(sent.map(({ method }) => method)).toEqual(['GET'])
  })

  it('asks however young it seems: the clock that dated the order may have been a day ahead', async () => {
    const mock = createMockAcquirer({ clock: { now: () => at } })
    const forgetful = createMockAcquirer({ clock: { now: () => at } })
    mock.faults([{ kind: 'dropReply', times: 3 }])
    const clientOf = (ways: readonly (typeof mock)[]) =>
      createAcquirerClient({
        ...{ baseUrl: 'https://mock.example/v1', auth: bearer('token'), retry: { delay: 1 } },
        // What was told is kept; the key of a day ago is not.
        fetch: async (url, init) => (init.method === 'GET' ? mock : (ways[0] ?? mock)).fetch(url, init),
      })
    expect(await caught(carriedOutBy(clientOf([mock]), 'payOut'))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    const orderedAt = '2026-03-03T01:00:00.000Z'
    const again = carriedOutBy(clientOf([forgetful]), 'payOut', { attempt: 2, orderedAt })
    expect(await again).toMatchObject(table.payOut.events)
    expect([...mock.effects(), ...forgetful.effects()]).toMatchObject([{ key: orderId, count: 1 }])
  })

  it('is none the first time: then it is sent at once', async () => {
    const { work, sent } = carry('payOut', [json(done)], { attempt: 1 })
    await work
    expect(sent.map(({ method }) => method)).toEqual(['POST'])
  })
})

it('an order is carried out by a method of its name, also by one that needs its object', async () => {
  class Own {
    readonly sent: unknown[] = []
    async payOut(input: { payoutId: string; amount: object }) {
      this.sent.push(input)
      return { status: 'done', reference, payoutId: input.payoutId, amount: input.amount }
    }
  }
  const own = new Own()
  const services = acquirerServices(own as never)
  expect(await services.payOut(table.payOut.params, call())).toEqual(table.payOut.events)
  const terminalRef = 'acquirer-1:m-1:t-1'
  expect(own.sent).toEqual([{ ...table.payOut.params, amount: cny(9), terminalRef }])
})

it('an order that our own side may not even send ends as refused', async () => {
  const { client, sent } = scripted([json({})])
  const services = acquirerServices(client)
  const error = await caught(services.unbind({ serial: 'not a serial!', registryRef: 'reg-1' }, call()))
  expect(error).toMatchObject({ code: 'REFUSED', refusal: 'VALIDATION_FAILED' })
  expect(sent).toHaveLength(0)
})
