import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { serveMockAcquirer } from '../../src/testing/node.ts'
import { at, cny, payout, played, refund, serial, terminalRef } from './kit.ts'

const key = { idempotencyKey: 'k-1' }
const wipe = { serial, terminalRef, scope: 'device', procedure: 'w', authorisedBySeq: 1 } as const

describe('an override', () => {
  it('changes one field of the answer of the mock, which carries it out', async () => {
    const { client, mock } = played()
    mock.override('eraseDevice', (_, __, base) => ({ ...base(), tool: 'hammer' }))
    expect(await client.eraseDevice(wipe, key)).toMatchObject({
      status: 'done',
      method: 'purge',
      tool: 'hammer',
    })
    expect(mock.terminal(terminalRef).devices[serial]?.erased).toBe(true)
    mock.override('readStatus', { registry: 'suspended' })
    expect(await client.readStatus({ terminalRef })).toMatchObject({
      acceptance: 'on',
      registry: 'suspended',
    })
  })

  it('that does not ask for it has nothing carried out', async () => {
    const { client, mock } = played()
    mock.override('eraseDevice', () => ({ method: 'destroy', tool: 'hammer' }))
    expect(await client.eraseDevice(wipe, key)).toMatchObject({ status: 'done', method: 'destroy' })
    expect(mock.effects()).toEqual([])
    mock.override('eraseDevice', () => undefined)
    await client.eraseDevice(wipe, { idempotencyKey: 'k-2' })
    expect(mock.effects()).toHaveLength(1)
  })

  it('that breaks the contract fails the test, naming the place', async () => {
    const { client, mock } = played()
    mock.override('eraseDevice', { method: 7 })
    await expect(client.eraseDevice(wipe, key)).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'HTTP_ERROR', status: 500 },
    })
  })
})

describe('what goes wrong', () => {
  it('and has not hit anything can be told at the end', async () => {
    const { client, mock } = played()
    mock.faults([
      { kind: 'dropReply', operation: 'payOut', times: 2 },
      { kind: 'pending', operation: 'unbind' },
      { kind: 'skew', ms: 5, operation: 'readStatus', times: 'always' },
    ])
    await client.payOut(payout, key)
    expect(mock.unspent()).toMatchObject([
      { kind: 'pending', times: 1 },
      { kind: 'skew', times: 'always' },
    ])
    await client.readStatus({ terminalRef })
    expect(mock.unspent()).toMatchObject([{ kind: 'pending', operation: 'unbind' }])
    expect(mock.injected()).toEqual({ dropReply: 2, skew: 1 })
  })

  it('moves half of the money where only half is paid, also when it is played again from the ledger', async () => {
    const { client, mock } = played()
    mock.setTerminal(terminalRef, { unsettled: 5_000 })
    mock.play('paid-in-part')
    expect(await client.payOut(payout, key)).toMatchObject({
      amount: cny(5_000),
      paid: cny(2_500),
    })
    const { world, lines } = mock.snapshot()
    expect(world.terminals[terminalRef]).toMatchObject({ unsettled: 2_500, paidOut: 2_500 })
    const again = played({ ledger: { read: () => lines, append: () => undefined } })
    expect(again.mock.snapshot().world).toEqual(world)
  })
})

describe('a snapshot', () => {
  it('has faults, overrides, clock, ledger and references, and brings all of them back', async () => {
    const { client, mock } = played()
    mock.faults([{ kind: 'dropReply', operation: 'payOut', times: 3 }])
    mock.override('eraseDevice', { tool: 'hammer' })
    await client.readStatus({ terminalRef })
    const before = mock.snapshot()
    const first = await client.refundDeposit(refund, key)
    mock.faults([{ kind: 'status', status: 500, times: 9 }])
    mock.override('eraseDevice', undefined)
    mock.reset(before)
    expect(mock.snapshot()).toEqual(before)
    expect(mock.unspent()).toMatchObject([{ kind: 'dropReply', times: 3 }])
    expect(await client.eraseDevice(wipe)).toMatchObject({ tool: 'hammer' })
    expect(await client.refundDeposit(refund, key)).toEqual(first)
  })

  it('of one mock leaves another one alone', async () => {
    const [one, other] = [played(), played()]
    await other.client.refundDeposit(refund, key)
    const before = other.mock.snapshot()
    one.mock.faults([{ kind: 'dropRequest', times: 9 }])
    one.mock.override('payOut', { status: 'failed' })
    one.mock.reset()
    expect(other.mock.snapshot()).toEqual(before)
  })

  it('is taken and given back over a port, and what was reset stays so after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mock-'))
    const file = join(folder, 'ledger.jsonl')
    const begin = () => serveMockAcquirer({ file, now: at })
    let server = await begin()
    const post = async (path: string, body: object = {}) =>
      (await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body) })).json()
    const get = async (path: string) => (await fetch(server.url + path)).json()
    const client = () => createAcquirerClient({ baseUrl: server.baseUrl, auth: bearer('t') })
    try {
      await post('/mock/play', { name: 'request-dropped', operation: 'payOut' })
      await post('/mock/override', { operation: 'eraseDevice', answer: { tool: 'hammer' } })
      const before = await post('/mock/snapshot')
      await client().refundDeposit(refund, key)
      await post('/mock/clock', { now: '2027-01-01T00:00:00Z' })
      expect(await get('/mock/unspent')).toMatchObject([{ kind: 'dropRequest', operation: 'payOut' }])
      await post('/mock/reset', before)
      expect(await post('/mock/snapshot')).toEqual(before)
      expect(await client().eraseDevice(wipe)).toMatchObject({ tool: 'hammer' })
      await server.close()
      server = await begin()
      expect(await get('/mock/effects')).toMatchObject([{ operation: 'eraseDevice', count: 1 }])
      expect(await get('/mock/health')).toMatchObject({ now: at })
      await post('/mock/reset')
      expect(await get('/mock/effects')).toEqual([])
    } finally {
      await server.close()
      rmSync(folder, { recursive: true })
    }
  })
})
