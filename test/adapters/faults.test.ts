import { inspect } from 'node:util'
import { TerminalLifecycleError } from 'terminal-lifecycle/errors'
import { byHand } from 'terminal-lifecycle/schemas'
import { afterEach, describe, expect, it } from 'vitest'
import { p1 } from '../support/people.ts'
import { openLife } from './life.ts'
import { held } from './suspension.ts'
import type { Fault } from './vendor-mock.ts'
import { callOf, type Rig, rigs } from './vendors.ts'

let rig: Rig
afterEach(() => expect(rig.mock.wrong).toEqual([]))

const opened = async (make: () => Rig) => {
  rig = make()
  const { own, services } = rig
  return openLife(own.input, services)
}
type Life = Awaited<ReturnType<typeof opened>>

/** The body of an answer as the vendor has it, with the key in its words. */
const refusing = (status: number, headers: HeadersInit = {}): Fault => ({
  ...{ kind: 'status', status, headers, body: rig.mock.problem(status).body },
})
const codes = ({ failures }: Life) => failures.map(({ error }) => (error as { code?: string }).code)
const writes = () => rig.mock.calls.filter((call) => call === rig.write.call)

describe.each(Object.entries(rigs))('%s, when something goes wrong', (_, make) => {
  it('asks again when a question is refused, however: it is not the order that was', async () => {
    const life = await opened(make)
    const statuses = [401, 403, 404, 422, 429, 500]
    rig.mock.next(rig.read.operationId, ...statuses.map((status) => refusing(status)))
    await life.act(...held)
    await life.work(4)
    expect(life.failures.map(({ error }) => (error as { status?: number }).status)).toEqual(statuses)
    expect((await life.order('disableAcceptance')).status).toBe('confirmed')
    expect(rig.mock.effects).toEqual([rig.write.effect])
  })

  it('tries a change again that was answered 401 or 403: the credential can be put right', async () => {
    const life = await opened(make)
    rig.mock.next(rig.write.operationId, refusing(401), refusing(403))
    await life.act(...held)
    expect(codes(life)).toEqual(['HTTP_ERROR', 'HTTP_ERROR'])
    expect(rig.mock.effects).toEqual([rig.write.effect])
  })

  it('takes 400, 409 and 422 to a change for a no, which is somebody’s task', async () => {
    const life = await opened(make)
    rig.mock.next(rig.write.operationId, refusing(400), refusing(409), refusing(422))
    await life.act(...held)
    for (const _status of [400, 409, 422]) {
      const { orderId, status } = await life.order('disableAcceptance')
      expect(status).toBe('failed')
      const task = { code: 'ORDER_FAILED', owner: 'provider', ref: orderId }
      expect(await life.waits()).toContainEqual(expect.objectContaining(task))
      expect(rig.mock.effects).toEqual([])
      await life.act([p1, { type: 'order.repeated', orderId }])
    }
    expect(rig.mock.effects).toEqual([rig.write.effect])
    expect((await life.waits()).map(({ code }) => code)).not.toContain('ORDER_FAILED')
  })

  it('leaves the vendor alone for as long as it asks', async () => {
    const life = await opened(make)
    rig.mock.next(rig.write.operationId, refusing(429, { 'retry-after': '12600' }))
    // three rounds, an hour each
    await life.act(...held)
    expect(writes()).toHaveLength(1)
    await life.work(3)
    expect(writes()).toHaveLength(2)
    expect(rig.mock.effects).toEqual([rig.write.effect])
  })

  it('does not know what became of a change that was answered 500, and looks before it repeats it', async () => {
    const life = await opened(make)
    rig.mock.next(rig.write.operationId, refusing(500))
    await life.act(...held)
    const { orderId } = await life.order('disableAcceptance')
    expect(life.failures).toMatchObject([
      { orderId, error: { code: 'OUTCOME_UNKNOWN', idempotencyKey: orderId, cause: { status: 500 } } },
    ])
    expect(rig.mock.effects).toEqual([rig.write.effect])
  })

  it('does nothing twice when the answer to a change is lost', async () => {
    const life = await opened(make)
    rig.mock.next(rig.write.operationId, { kind: 'lost' })
    await life.act(...held)
    expect(codes(life)).toEqual(['OUTCOME_UNKNOWN'])
    expect(writes()).toHaveLength(1)
    expect(rig.mock.effects).toEqual([rig.write.effect])
    expect((await life.order('disableAcceptance')).status).toBe('confirmed')
  })

  it('does nothing twice when time runs out after the bytes have left', async () => {
    rig = make()
    const { mock, services, write } = rig
    const rest = byHand(async () => undefined)
    const { disableAcceptance } = services({ clock: { now: () => '2026-03-02T01:00:01Z' }, rest })
    const params = { capabilities: ['sale'] as const, urgent: false }
    const lease = new AbortController()
    mock.next(write.operationId, { kind: 'hangs' })
    const first = disableAcceptance(params, callOf(rig, lease.signal))
    first.catch(() => undefined)
    await expect.poll(() => mock.effects).toEqual([write.effect])
    lease.abort()
    await expect(first).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' })
    expect(await disableAcceptance(params, { ...callOf(rig), attempt: 2 })).toEqual([])
    expect(mock.effects).toEqual([write.effect])
  })

  it('takes no answer that is not what the contract says', async () => {
    const life = await opened(make)
    const texts = [
      '',
      'busy',
      'null',
      '[]',
      '{"data":[{"id":7}],"items":[{"id":7}]}',
      '{"data":{},"items":{}}',
    ]
    rig.mock.next(rig.read.operationId, ...texts.map((text) => ({ kind: 'garbled', text }) as const))
    await life.act(...held)
    await life.work(4)
    expect(codes(life)).toEqual(texts.map(() => 'PROTOCOL_ERROR'))
    expect(rig.mock.effects).toEqual([rig.write.effect])
  })

  it('throws nothing that holds the key', async () => {
    rig = make()
    const { apiKey, mock, own, read, services, write } = rig
    const rest = byHand(async () => undefined)
    const { disableAcceptance, unbind } = services({ clock: { now: () => '2026-03-02T01:00:01Z' }, rest })
    const faults = (): Fault[] => [
      ...[400, 401, 403, 409, 422, 429, 500].map((status) => refusing(status)),
      { kind: 'garbled', text: apiKey },
    ]
    const thrown: unknown[] = []
    for (const { operationId } of [read, write])
      for (const fault of faults()) {
        mock.next(operationId, fault)
        const params = { capabilities: ['sale'] as const, urgent: false }
        await disableAcceptance(params, callOf(rig)).catch((error: unknown) => thrown.push(error))
        mock.next(operationId, fault)
        const bound = { serial: own.serial, registryRef: 'registry-9' }
        await unbind(bound, callOf(rig)).catch((error: unknown) => thrown.push(error))
      }
    expect(thrown.length).toBeGreaterThan(15)
    for (const error of thrown) {
      expect(error).toBeInstanceOf(TerminalLifecycleError)
      expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)).not.toContain(apiKey)
    }
  })

  it('never shows the key that it asks with, even where the vendor repeats it', async () => {
    const life = await opened(make)
    const { apiKey, mock, read, write } = rig
    expect(JSON.stringify(mock.problem(422))).toContain(apiKey)
    mock.next(read.operationId, ...[401, 403, 500].map((status) => refusing(status)))
    mock.next(write.operationId, refusing(500), { kind: 'lost' }, refusing(422))
    await life.act(...held)
    await life.work(6)
    const journal: unknown[] = []
    for await (const entry of life.runtime.journal('life-1', { actor: p1 })) journal.push(entry)
    expect(life.failures.length).toBeGreaterThan(3)
    const shown = [journal, life.failures, await life.record(), await life.waits(), [...life.desk]]
    for (const one of shown) {
      const texts = [inspect(one, { depth: 20, showHidden: true }), JSON.stringify(one)]
      for (const text of texts) expect(text).not.toContain(apiKey)
    }
  })
})

it('A terminal that is out of sight is unknown at first, and says nothing of an earlier attempt', async () => {
  const adyen = rigs.Adyen()
  rig = adyen
  adyen.mock.held.length = 0
  const { unbind } = adyen.services({
    ...{ clock: { now: () => '2026-03-02T01:00:01Z' }, rest: byHand(async () => undefined) },
  })
  const bound = { serial: adyen.own.serial, registryRef: 'registry-9' }
  await expect(unbind(bound, callOf(adyen))).rejects.toMatchObject({ refusal: 'TERMINAL_UNKNOWN' })
  const again = unbind(bound, { ...callOf(adyen), attempt: 2 })
  await expect(again).rejects.toMatchObject({ code: 'PROTOCOL_ERROR' })
})
