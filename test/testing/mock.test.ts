import { describe, expect, it } from 'vitest'
import { type Contract, contract } from '../../src/contract/index.ts'
import { caught } from '../client/kit.ts'
import { samples } from '../contract/samples.ts'
import { at, clientOf, cny, payout, played, refund, serial, terminalRef } from './kit.ts'

const key = { idempotencyKey: 'lc-1/4/0' }

describe('the mock acquirer', () => {
  it('carries out every operation of the systems side', async () => {
    const { client, mock } = played()
    const names = (Object.keys(contract) as (keyof Contract)[]).filter(
      (name) => contract[name].side === 'systems',
    )
    for (const name of names) {
      if (name === 'getResult') continue
      const call = client[name] as (input: unknown, options: object) => Promise<{ status?: string }>
      const reply = await call(samples[name].input, { idempotencyKey: name })
      expect(reply.status ?? 'done').toBe('done')
    }
    expect(mock.effects().map(({ operation }) => operation)).toEqual(
      names.filter((name) => contract[name].method !== 'GET'),
    )
  })

  it('does what is ordered, and says so when it is asked', async () => {
    const { client } = played()
    const setting = { terminalRef, capabilities: ['sale' as const, 'preAuth' as const] }
    await client.disableAcceptance({ ...setting, urgent: false })
    expect(await client.readStatus({ terminalRef })).toMatchObject({
      acceptance: 'off',
      capabilities: { sale: false, preAuth: false, refund: true },
    })
    await client.enableAcceptance(setting)
    expect(await client.readStatus({ terminalRef })).toMatchObject({ acceptance: 'on' })
    await client.confirmClosure({ terminalRef, attempt: 1 })
    expect(await client.readStatus({ terminalRef })).toMatchObject({ registry: 'closed' })
  })

  it('settles: what it states is what it pays, and then nothing is left', async () => {
    const { client, mock } = played()
    mock.setTerminal(terminalRef, { unsettled: 5_000 })
    const asking = { terminalRef, upTo: null, currency: 'CNY' }
    expect(await client.requestStatement(asking)).toMatchObject({ net: cny(5_000), upTo: at })
    await client.payOut(payout)
    expect(await client.readStatus({ terminalRef })).toMatchObject({ unsettled: cny(0) })
    expect(await client.requestStatement(asking)).toMatchObject({ net: cny(5_000) })
  })

  it('gives up the batch of a device once', async () => {
    const { client, mock } = played()
    const devices = { [serial]: { batch: { count: 3, total: 900 }, hostTotals: { count: 2, total: 600 } } }
    mock.setTerminal(terminalRef, { devices })
    const first = await client.uploadBatch({ serial, terminalRef })
    expect(first).toMatchObject({ count: 3, total: cny(900), hostTotals: { count: 2, total: cny(600) } })
    expect(await client.uploadBatch({ serial, terminalRef })).toMatchObject({ count: 0 })
  })

  it('takes it that a device shall be fetched, and leaves it where it stands', async () => {
    const { client, mock } = played()
    const before = mock.snapshot().world
    const asking = { serial, terminalRef, addressDocumentId: 'doc-9' }
    expect(await client.collectDevice(asking)).toEqual({ status: 'done', reference: expect.any(String) })
    expect(mock.snapshot().world).toEqual(before)
  })

  it('reads a status later than it was last read, and after the instant that is asked for', async () => {
    const { client } = played()
    const times: string[] = []
    for (const notBefore of [undefined, at, at]) {
      times.push((await client.readStatus({ terminalRef, ...(notBefore && { notBefore }) })).readAt)
    }
    expect(times).toEqual([
      '2026-03-02T01:00:00.000Z',
      '2026-03-02T01:00:00.001Z',
      '2026-03-02T01:00:00.002Z',
    ])
    const ahead = await client.readStatus({ terminalRef, notBefore: '2026-03-03T00:00:00Z' })
    expect(ahead.readAt).toBe('2026-03-02T01:00:00.003Z')
  })

  it('says the same twice with the same seed and clock', async () => {
    const run = async (seed: number) => {
      const { client, mock } = played({ seed })
      await client.confirmClosure({ terminalRef, attempt: 1 }, key)
      await client.uploadBatch({ serial, terminalRef }, { idempotencyKey: 'k-2' })
      return mock.snapshot()
    }
    expect(await run(7)).toEqual(await run(7))
    expect(await run(7)).not.toEqual(await run(8))
  })
})

describe('an idempotency key', () => {
  it('is carried out once and answered the same for ever', async () => {
    const { client, mock } = played()
    const first = await client.refundDeposit(refund, key)
    expect(await client.refundDeposit(refund, key)).toEqual(first)
    expect(mock.effects()).toEqual([{ key: key.idempotencyKey, operation: 'refundDeposit', at, count: 1 }])
    expect(mock.attempts()).toEqual({ [key.idempotencyKey]: 2 })
    expect(mock.snapshot().world.refunds).toEqual({ 'deposit-1': 200_000 })
  })

  it('for another request is refused', async () => {
    const { client, mock } = played()
    await client.refundDeposit(refund, key)
    // Another client, for one that remembers its keys would not even send these.
    const other = clientOf(mock)
    const others = [
      other.refundDeposit({ ...refund, amount: cny(1) }, key),
      clientOf(mock).payOut(payout, key),
    ]
    for (const error of await Promise.all(others.map(caught))) {
      expect(error).toMatchObject({ code: 'REFUSED', refusal: 'IDEMPOTENCY_KEY_REUSED' })
    }
    expect(mock.effects()).toHaveLength(1)
  })

  it('says afterwards what became of it', async () => {
    const { client } = played()
    const result = await client.refundDeposit(refund, key)
    expect(await client.getResult(key)).toEqual({ ...key, operation: 'refundDeposit', result })
    expect(await caught(client.getResult({ idempotencyKey: 'never' }))).toMatchObject({
      refusal: 'NOT_FOUND',
    })
  })

  it('that is forgotten at once shows what it is there for: a repeat pays twice', async () => {
    const { client, mock } = played({ idempotency: false })
    mock.faults([{ kind: 'dropReply', operation: 'refundDeposit' }])
    await client.refundDeposit(refund, key)
    expect(mock.effects()).toMatchObject([{ count: 2 }])
    expect(mock.snapshot().world.refunds).toEqual({ 'deposit-1': 400_000 })
  })
})

describe('a snapshot', () => {
  it('brings the mock back to where it was', async () => {
    const { client, mock } = played()
    mock.setTerminal(terminalRef, { unsettled: 5_000 })
    const before = mock.snapshot()
    mock.faults([{ kind: 'dropRequest', times: 99 }])
    mock.reset(before)
    await client.payOut(payout, key)
    mock.reset(before)
    expect(mock.snapshot()).toEqual(before)
    expect(await client.payOut(payout, key)).toMatchObject({ status: 'done' })
    mock.reset()
    expect(mock.effects()).toEqual([])
    expect(mock.terminal(terminalRef).unsettled).toBe(0)
  })
})

describe('an override', () => {
  it('decides in the stead of the mock until it is taken away', async () => {
    const { client, mock } = played()
    mock.override('eraseDevice', (_, { reference }) => ({
      status: 'done',
      reference,
      method: 'destroy',
      tool: 'hammer',
    }))
    const wipe = { serial, terminalRef, scope: 'device', procedure: 'w', authorisedBySeq: 1 } as const
    expect(await client.eraseDevice(wipe)).toMatchObject({ method: 'destroy' })
    mock.override('eraseDevice', undefined)
    expect(await client.eraseDevice(wipe)).toMatchObject({ method: 'purge' })
  })
})

describe('credentials', () => {
  it('are asked for when the test says so', async () => {
    const { client } = played({
      authenticate: (request) => request.headers.get('authorization') === 'Bearer other',
    })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'HTTP_ERROR',
      status: 401,
    })
  })
})
