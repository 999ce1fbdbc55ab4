import { setupServer } from 'msw/node'
import { describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { mswHandlers } from '../../src/testing/msw.ts'
import { caught } from '../client/kit.ts'
import { clientOf, payout, played, refund, terminalRef } from './kit.ts'

const key = { idempotencyKey: 'lc-1/4/0' }

describe('a reply dropped after the effect', () => {
  it.each([1, 2])('%i times is made good by a retry with the same key: one effect', async (times) => {
    const { client, mock } = played()
    mock.faults([{ kind: 'dropReply', times }])
    expect(await client.refundDeposit(refund, key)).toMatchObject({ status: 'done' })
    expect(mock.effects()).toMatchObject([{ count: 1 }])
    expect(mock.attempts()).toEqual({ [key.idempotencyKey]: times + 1 })
  })

  it('for good leaves an unknown outcome, and a later call finds out: one effect', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'dropReply', times: 3 }])
    expect(await caught(client.refundDeposit(refund, key))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    expect(await client.refundDeposit(refund, key)).toMatchObject({ status: 'done' })
    expect(mock.effects()).toMatchObject([{ count: 1 }])
  })
})

describe('what an acquirer only pretends to do', () => {
  it('is answered as done, and is not: the host goes on as it was, and nothing had an effect', async () => {
    const { client, mock } = played()
    const setting = { terminalRef, capabilities: ['sale', 'preAuth'], urgent: false } as const
    await client.enableAcceptance({ terminalRef, capabilities: ['sale', 'preAuth'] })
    const before = mock.effects().length
    mock.faults([{ kind: 'pretend', operation: 'disableAcceptance' }])
    expect(await client.disableAcceptance(setting)).toMatchObject({ status: 'done' })
    expect(await client.readStatus({ terminalRef })).toMatchObject({ acceptance: 'on' })
    expect(mock.effects()).toHaveLength(before)
    await client.disableAcceptance(setting)
    expect(await client.readStatus({ terminalRef })).toMatchObject({ acceptance: 'off' })
  })
})

describe('a fault on the way', () => {
  it('that drops the request has no effect until the retry', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'dropRequest' }])
    await client.refundDeposit(refund, key)
    expect(mock.attempts()).toEqual({ [key.idempotencyKey]: 1 })
  })

  it.each([
    ['truncate', 'PROTOCOL_ERROR'],
    ['html', 'PROTOCOL_ERROR'],
    ['oversize', 'PROTOCOL_ERROR'],
  ] as const)(
    'of the kind %s comes after the effect and leaves the write unknown: %s',
    async (kind, code) => {
      const { client, mock } = played()
      mock.faults([{ kind, operation: 'refundDeposit' }])
      expect(await caught(client.refundDeposit(refund, key))).toMatchObject({
        code: 'OUTCOME_UNKNOWN',
        cause: { code },
      })
      expect(mock.effects()).toHaveLength(1)
      expect(await client.refundDeposit(refund, key)).toMatchObject({ status: 'done' })
      expect(mock.effects()).toMatchObject([{ count: 1 }])
    },
  )

  it('that redirects is refused, and nothing is sent there', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'redirect', location: 'https://elsewhere.example/' }])
    expect(await caught(client.refundDeposit(refund, key))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'UNTRUSTED_ENDPOINT' },
    })
    expect(mock.effects()).toEqual([])
  })

  it('with a status and Retry-After as a date is waited for', async () => {
    const { client, mock } = played()
    const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000)
    mock.faults([{ kind: 'status', status: 429, retryAfter: soon.toUTCString() }])
    await client.refundDeposit(refund, key)
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime())
    expect(mock.attempts()).toEqual({ [key.idempotencyKey]: 1 })
  })

  it('hits only what it names, as often as it says', async () => {
    const { client, mock } = played()
    mock.faults([
      { kind: 'status', status: 400, operation: 'payOut' },
      { kind: 'status', status: 400, key: 'k-2' },
    ])
    await client.refundDeposit(refund, key)
    expect(await caught(client.payOut(payout, { idempotencyKey: 'k-1' }))).toMatchObject({
      status: 400,
    })
    expect(await caught(client.refundDeposit(refund, { idempotencyKey: 'k-2' }))).toMatchObject({
      status: 400,
    })
    await client.payOut(payout, { idempotencyKey: 'k-1' })
  })

  it('that changes the body shows what a newer or a wrong acquirer would send', async () => {
    const { client, mock } = played()
    mock.faults([
      { kind: 'body', change: (body) => ({ ...(body as object), registry: 'MOTHBALLED', colour: 'red' }) },
      { kind: 'body', change: () => ({ acceptance: 'on' }) },
    ])
    expect(await client.readStatus({ terminalRef })).toMatchObject({ registry: 'unknown(MOTHBALLED)' })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'PROTOCOL_ERROR',
      issues: expect.arrayContaining([{ path: '/registry', code: 'INVALID_VALUE' }]),
    })
  })
})

describe('a fault inside', () => {
  it('that fails is remembered: the same key fails again, a new one does not', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'fail', code: 'ACCOUNT_CLOSED', reason: 'closed last week' }])
    const failed = { status: 'failed', code: 'ACCOUNT_CLOSED' }
    expect(await client.payOut(payout, key)).toMatchObject(failed)
    expect(await client.payOut(payout, key)).toMatchObject(failed)
    expect(mock.effects()).toEqual([])
    expect(await client.payOut(payout, { idempotencyKey: 'k-2' })).toMatchObject({ status: 'done' })
  })

  it('that is pending ends when it is asked for often enough: one effect', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'pending', times: 2 }])
    const statuses: string[] = []
    for (const _ of [1, 2, 3]) statuses.push((await client.payOut(payout, key)).status)
    expect(statuses).toEqual(['pending', 'pending', 'done'])
    expect(mock.effects()).toMatchObject([{ count: 1 }])
  })
})

describe('an answer that is held back', () => {
  it('comes when it is released; the effect was there before', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'hold', operation: 'payOut' }])
    const asked = client.payOut(payout, key)
    while (mock.held() === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(mock.effects()).toHaveLength(1)
    mock.release()
    expect(await asked).toMatchObject({ status: 'done' })
    expect(mock.held()).toBe(0)
  })

  it('does not keep a caller beyond its time', async () => {
    const { mock } = played()
    const client = createAcquirerClient({
      baseUrl: 'https://mock.example/v1',
      auth: bearer('t'),
      fetch: mock.fetch,
      timeout: { attempt: 20, total: 50 },
      retry: { attempts: 1 },
    })
    mock.faults([{ kind: 'hold' }])
    expect(await caught(client.payOut(payout, key))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    expect(await clientOf(mock).payOut(payout, key)).toMatchObject({ status: 'done' })
    expect(mock.effects()).toMatchObject([{ count: 1 }])
  })
})

describe('the same faults over msw', () => {
  it('come to the same', async () => {
    const { mock } = played()
    const server = setupServer(...mswHandlers(mock.handle, { side: 'systems' }))
    server.listen({ onUnhandledFrame: 'error' })
    const client = createAcquirerClient({
      baseUrl: 'https://mock.example/v1',
      auth: bearer('t'),
      retry: { delay: 1 },
    })
    mock.faults([{ kind: 'dropReply' }])
    expect(await client.refundDeposit(refund, key)).toMatchObject({ status: 'done' })
    mock.faults([{ kind: 'dropReply', times: 3 }])
    expect(await caught(client.payOut(payout, { idempotencyKey: 'k-2' }))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    })
    mock.faults([{ kind: 'truncate' }])
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ code: 'PROTOCOL_ERROR' })
    server.close()
    expect(mock.effects().map(({ count }) => count)).toEqual([1, 1])
  })
})
