import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import {
  type MockAcquirerServer,
  type ServeMockAcquirerOptions,
  serveMockAcquirer,
} from '../../src/testing/node.ts'
import { caught } from '../client/kit.ts'
import { payout, refund, terminalRef } from './kit.ts'

const key = { idempotencyKey: 'lc-1/4/0' }
let folder = ''
let file = ''
let server: MockAcquirerServer | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-'))
  file = join(folder, 'ledger.jsonl')
})
afterEach(async () => {
  await server?.close()
  rmSync(folder, { recursive: true })
})

const start = async (options: ServeMockAcquirerOptions = {}) => {
  await server?.close()
  server = await serveMockAcquirer({ file, now: '2026-03-02T01:00:00Z', ...options })
  const { url, baseUrl } = server
  const auth = bearer('t')
  const client = createAcquirerClient({
    baseUrl,
    auth,
    retry: { delay: 1 },
    // Far away: what ends an attempt here is what the mock does, however busy the machine is.
    timeout: { attempt: 60_000, total: 60_000 },
  })
  const post = async (path: string, body: object = {}) =>
    (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).json()
  const get = async (path: string) => (await fetch(url + path)).json()
  return { client, post, get }
}

describe('the mock on a port', () => {
  it('remembers what it carried out when it is started again', async () => {
    const first = await (await start()).client.refundDeposit(refund, key)
    const { client, get } = await start()
    expect(await client.refundDeposit(refund, key)).toEqual(first)
    expect(await get('/mock/effects')).toMatchObject([{ key: key.idempotencyKey, count: 1 }])
    expect(await get('/mock/attempts')).toEqual({ [key.idempotencyKey]: 2 })
  })

  it('comes back with the same terminals', async () => {
    const { client, post } = await start()
    await post('/mock/terminals', { terminalRef, unsettled: 5_000 })
    await client.payOut(payout, key)
    await client.disableAcceptance({ terminalRef, capabilities: ['sale'], urgent: true })
    const before = server?.mock.terminal(terminalRef)
    await start()
    expect(server?.mock.terminal(terminalRef)).toEqual(before)
    expect(before).toMatchObject({ unsettled: 0, paidOut: 5_000, capabilities: { sale: false } })
  })

  it('writes a line before it answers, and drops a line that a crash cut off', async () => {
    const { client } = await start()
    await client.refundDeposit(refund, key)
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2)
    appendFileSync(file, '{"kind":"result","key":"half')
    const again = await start()
    expect(await again.get('/mock/effects')).toHaveLength(1)
    await again.client.payOut(payout, { idempotencyKey: 'k-2' })
    expect(await (await start()).get('/mock/effects')).toHaveLength(2)
  })

  it('has its own time, which never goes back, not even by a restart', async () => {
    const { post, client } = await start()
    expect(await post('/mock/clock', { now: '2026-04-01T08:00:00+08:00' })).toEqual({
      now: '2026-04-01T00:00:00.000Z',
    })
    expect(await post('/mock/clock', { now: '2026-01-01T00:00:00Z' })).toEqual({
      now: '2026-04-01T00:00:00.000Z',
    })
    expect((await client.readStatus({ terminalRef })).readAt).toBe('2026-04-01T00:00:00.000Z')
    expect(await (await start()).get('/mock/health')).toEqual({
      ok: true,
      held: 0,
      now: '2026-04-01T00:00:00.000Z',
    })
  })

  it('holds an answer back after the effect, until it is told to let go', async () => {
    const { client, post, get } = await start()
    await post('/mock/hold', { operation: 'refundDeposit' })
    const asked = client.refundDeposit(refund, key)
    while ((await get('/mock/health')).held === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await get('/mock/effects')).toMatchObject([{ count: 1 }])
    await post('/mock/release')
    expect(await asked).toMatchObject({ status: 'done' })
  })

  it('can be ended while it holds an answer: the effect outlives it, the caller asks again', async () => {
    const { client, post, get } = await start()
    await post('/mock/hold', { key: key.idempotencyKey })
    const lost = caught(client.refundDeposit(refund, key))
    while ((await get('/mock/health')).held === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const restarted = await start()
    await lost
    expect(await restarted.client.refundDeposit(refund, key)).toMatchObject({ status: 'done' })
    expect(await restarted.get('/mock/effects')).toMatchObject([{ count: 1 }])
  })

  it('breaks connections as it is told', async () => {
    const { client, post } = await start()
    await post('/mock/faults', { faults: [{ kind: 'dropReply', times: 3 }] })
    expect(await caught(client.refundDeposit(refund, key))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    await post('/mock/faults', { faults: [{ kind: 'redirect', location: 'https://elsewhere.example/' }] })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'UNTRUSTED_ENDPOINT',
    })
  })

  it('shows, with keys forgotten, that a repeat takes effect twice', async () => {
    const { client, post, get } = await start({ idempotency: false })
    await post('/mock/faults', { faults: [{ kind: 'dropReply' }] })
    await client.refundDeposit(refund, key)
    expect(await get('/mock/effects')).toMatchObject([{ count: 2 }])
  })

  it('knows no other control', async () => {
    await start()
    expect((await fetch(`${server?.url}/mock/unknown`)).status).toBe(404)
  })
})
