import { describe, expect, it } from 'vitest'
import { OutcomeUnknownError } from '../../src/errors/index.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, problem, scripted } from './kit.ts'
import { spoiltAnswers } from './spoilt-answers.ts'
import { errorOf } from './spoilt-kit.ts'

const idempotencyKey = 'lc-1/4/0'
const request = { method: 'POST', url: 'https://acquirer.example/v1/systems/settlements/payouts' }
const lostPayout = new OutcomeUnknownError({ request, idempotencyKey, operation: 'payOut' })
const lostClosure = new OutcomeUnknownError({
  request,
  idempotencyKey,
  operation: 'submitClosure',
  lifecycleId: 'lc-1',
})
const kept = (result: object, operation = 'payOut') => json({ idempotencyKey, operation, result })

describe.each(Object.entries(spoiltAnswers))('after %s', (_, spoilt) => {
  it.each([true, false])('reconcile tells whether it was carried out: %s', async (isCarriedOut) => {
    const mock = createMockAcquirer({ clock: { now: () => '2026-03-02T01:00:00.000Z' } })
    const carryOut = (url: string, init: RequestInit) => mock.fetch(url, init)
    const error = await errorOf('payOut', spoilt, {
      idempotencyKey,
      ...(isCarriedOut && { carryOut }),
    })
    const { client, sent } = scripted([], { fetch: (url, init) => mock.fetch(url, init) })
    const attempts = mock.attempts()
    const found = await client.reconcile(error as OutcomeUnknownError)
    expect(found.outcome).toBe(isCarriedOut ? 'done' : 'notCarriedOut')
    expect(mock.effects().map(({ key, count }) => [key, count])).toEqual(
      isCarriedOut ? [[idempotencyKey, 1]] : [],
    )
    expect(mock.attempts()).toEqual(attempts)
    expect(sent).toEqual([])
  })
})

describe('reconcile', () => {
  it('asks the systems for the result of an order, and never sends it again', async () => {
    const done = samples.payOut.answer
    const { client, sent } = scripted([kept(done)])
    expect(await client.reconcile(lostPayout)).toEqual({ outcome: 'done', operation: 'payOut', reply: done })
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://acquirer.example/v1/systems/results/lc-1%2F4%2F0',
    ])
  })

  it('tells a failed result as refused, a pending or unknown one as pending', async () => {
    const failed = { status: 'failed', reference: 'r', code: 'ACCOUNT_CLOSED', reason: 'no 4111111111111111' }
    const { client } = scripted([
      kept(failed),
      kept({ status: 'pending', reference: 'r' }),
      kept({ status: 'QUEUED', reference: 'r' }),
    ])
    expect(await client.reconcile(lostPayout)).toEqual({
      outcome: 'refused',
      operation: 'payOut',
      code: 'ACCOUNT_CLOSED',
      reason: 'no [REDACTED]',
      blockers: [],
    })
    expect(await client.reconcile(lostPayout)).toMatchObject({ outcome: 'pending' })
    expect(await client.reconcile(lostPayout)).toMatchObject({ outcome: 'pending' })
  })

  it('asks the portal side for the outcome of what a person sent', async () => {
    const blockers = [{ code: 'APPLICATION_OPEN', owner: 'merchant', clearedBy: [], ref: 'app-1' }]
    const { client, sent } = scripted([
      json({ idempotencyKey, status: 'accepted', version: 4 }),
      json({ idempotencyKey, status: 'refused', code: 'BLOCKED', blockers }),
      json({ idempotencyKey, status: 'HALF_DONE' }),
      problem('NOT_FOUND', 404),
    ])
    const reply = { idempotencyKey, status: 'accepted', version: 4 }
    const operation = 'submitClosure'
    expect(await client.reconcile(lostClosure)).toEqual({ outcome: 'done', operation, reply })
    expect(await client.reconcile(lostClosure)).toEqual({
      outcome: 'refused',
      operation,
      code: 'BLOCKED',
      reason: null,
      blockers,
    })
    expect(await client.reconcile(lostClosure)).toEqual({ outcome: 'pending', operation })
    expect(await client.reconcile(lostClosure)).toEqual({ outcome: 'notCarriedOut', operation })
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(4).fill('GET https://acquirer.example/v1/commands/lc-1%2F4%2F0?lifecycleId=lc-1'),
    )
  })

  it('takes the error as it comes out of JSON and of a structured clone, in another process', async () => {
    const plain = lostClosure.toJSON()
    const copies = [JSON.parse(JSON.stringify(lostClosure)), structuredClone(plain), plain]
    for (const copy of copies) {
      const { client, sent } = scripted([problem('NOT_FOUND', 404)])
      expect(await client.reconcile(copy)).toMatchObject({ outcome: 'notCarriedOut' })
      expect(sent[0]?.url).toContain('lifecycleId=lc-1')
    }
  })

  it.each([
    ['a page that was not found', new Response('<html></html>', { status: 404 }), 'HTTP_ERROR'],
    ['somebody who may not ask', problem('ROLE_NOT_ALLOWED', 403), 'REFUSED'],
    ['a failure', problem('INTERNAL', 500), 'HTTP_ERROR'],
    ['no answer', 'drop', 'CONNECTION_FAILED'],
    ['the result of another operation', kept(samples.payOut.answer, 'unbind'), 'PROTOCOL_ERROR'],
    ['a result without its facts', kept({ status: 'done', reference: 'r' }), 'PROTOCOL_ERROR'],
  ] as const)('does not take %s for an outcome', async (_, answer, code) => {
    expect(await caught(scripted([answer]).client.reconcile(lostPayout))).toMatchObject({ code })
  })

  it.each([
    ['the result of another operation', lostPayout, kept(samples.payOut.answer, 'unbind'), '/operation'],
    ['a result without its facts', lostPayout, kept({ status: 'done', reference: 'r' }), '/result'],
  ])('says where it did not understand %s, and asked for by what', async (_, lost, answer, path) => {
    const error = await caught(scripted([answer]).client.reconcile(lost))
    expect(error).toMatchObject({
      request: { method: 'GET', url: 'operation://getResult' },
      issues: [{ path, code: 'NOT_UNDERSTOOD' }],
    })
  })

  it('tells a refusal without a code as unspecified, and one without anything in the way as such', async () => {
    const { client } = scripted([json({ idempotencyKey, status: 'refused' })])
    const refused = { outcome: 'refused', operation: 'submitClosure', reason: null, blockers: [] }
    expect(await client.reconcile(lostClosure)).toEqual({ ...refused, code: 'UNSPECIFIED' })
  })

  it('asks for what was lost of an application by its application', async () => {
    const lost = { idempotencyKey, operation: 'withdrawApplication', applicationId: 'app-1' }
    const { client, sent } = scripted([problem('NOT_FOUND', 404)])
    await client.reconcile(lost)
    expect(sent.map(({ url }) => url)).toEqual([
      'https://acquirer.example/v1/commands/lc-1%2F4%2F0?applicationId=app-1',
    ])
  })

  it.each([
    ['no operation', { idempotencyKey }, '/operation'],
    ['the bytes of a document', { idempotencyKey, operation: 'putDocumentContent' }, '/operation'],
    ['a read', { idempotencyKey, operation: 'getTerminal' }, '/operation'],
    ['a name of every object', { idempotencyKey, operation: 'constructor' }, '/operation'],
    ['a masked key', { idempotencyKey: '[REDACTED] x', operation: 'payOut' }, '/idempotencyKey'],
  ])('refuses %s before it asks', async (_, lost, path) => {
    const { client, sent } = scripted([])
    expect(await caught(client.reconcile(lost))).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path }] })
    expect(sent).toEqual([])
  })
})
