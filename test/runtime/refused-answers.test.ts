import { describe, expect, it } from 'vitest'
import { ServiceAnswerError } from '../../src/errors/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import { asP1, p1 } from '../support/people.ts'
import { serial, statusRead } from '../support/samples.ts'
import { escalation, note, rig } from './rig.ts'

const arrears: LifecycleEvent = { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' }
const wipe: LifecycleEvent = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }
const inDollars = (at: string): LifecycleEvent => {
  const event = statusRead('off', at)
  return event.type === 'status.reported'
    ? { ...event, unsettled: { amount: 500, currency: 'USD' } }
    : expect.fail('no reading')
}

/** A rig whose host is read with these answers; each `work` is one round, a day after the last. */
const reading = async (answer: (at: string, notBefore: string) => unknown) => {
  const readStatus = (({ notBefore }) =>
    Promise.resolve([answer(own.clock.next(), notBefore)])) as Services['readStatus']
  const own = await rig({ services: { readStatus } })
  await own.tell(arrears)
  const work = async () => {
    own.clock.tick(3_600_000)
    await own.environment.advance(3_600_000)
    await own.runtime.drain()
  }
  await work()
  const order = async () => (await own.orders()).find(({ kind }) => kind === 'readStatus')
  const due = async () => {
    const found = requirements(await own.record(), { at: own.clock.next(), actor: p1 })
    return [...found.currentlyDue, ...found.pastDue].filter(({ code }) => code === 'ANSWER_REFUSED')
  }
  return { ...own, work, order, due }
}

describe('an answer of a service that the record does not take', () => {
  it('leaves the order in flight, is seen, and is told to whoever listens', async () => {
    const { order, due, failures, runtime } = await reading(inDollars)
    const { orderId, status } = (await order()) ?? expect.fail('no order')
    expect(status).toBe('ordered')
    expect(await due()).toMatchObject([{ ref: orderId, owner: 'provider' }])
    expect(failures.at(-1)).toMatchObject({
      lifecycleId: 'life-1',
      orderId,
      error: expect.any(ServiceAnswerError),
    })
    expect(failures.at(-1)?.error).toMatchObject({ kind: 'readStatus', codes: ['CURRENCY_MISMATCH'] })
    expect((await runtime.get('life-1', asP1))?.context.refusedAnswers[orderId]?.codes).toEqual([
      'CURRENCY_MISMATCH',
    ])
  })

  it('stays open when the same is answered again, and is gone with an answer that can be taken', async () => {
    let answer: (at: string) => LifecycleEvent = inDollars
    const first = '2026-03-01T00:00:00Z'
    const { order, due, work } = await reading((at) => answer(at))
    answer = () => inDollars(first)
    await work()
    await work()
    expect(await due()).toHaveLength(1)
    answer = (at) => statusRead('off', at)
    await work()
    expect((await order())?.status).toBe('confirmed')
    expect(await due()).toEqual([])
  })

  it.each([
    ['an event that systems may not send', wipe, 'ROLE_NOT_ALLOWED'],
    ['what is no event', { type: 'nonsense' }, 'INVALID_INPUT'],
    ['a secret', { ...note('x'), password: 'p' }, 'FORBIDDEN_FIELD'],
  ])('says so of %s', async (_, event, code) => {
    const { order, due, failures, record } = await reading(() => event)
    const { orderId, status } = (await order()) ?? expect.fail('no order')
    expect(status).toBe('ordered')
    expect(await due()).toHaveLength(1)
    expect(failures.at(-1)).toMatchObject({ orderId, error: { kind: 'readStatus', codes: [code] } })
    expect((await record()).context.refusedAnswers[orderId]?.codes).toEqual([code])
  })

  it('was read before it was asked for: what is known of the host stays, and it is asked again', async () => {
    let answer = () => statusRead('off', '2020-01-01T00:00:00Z')
    const { order, due, work, record, runtime } = await reading(() => answer())
    const { orderId, status } = (await order()) ?? expect.fail('no order')
    expect(status).toBe('ordered')
    const { context } = await record()
    expect(context.status).toMatchObject({ acceptance: 'unknown', readAt: null })
    expect(context.issues).toContainEqual(expect.objectContaining({ code: 'STALE_READ', ref: orderId }))
    expect(await due()).toMatchObject([{ ref: orderId }])
    expect(context.orders).not.toContainEqual(expect.objectContaining({ kind: 'openTicket' }))
    answer = () => statusRead('off', '2026-03-03T00:00:00Z')
    await work()
    expect((await order())?.status).toBe('confirmed')
    expect((await record()).context.status.acceptance).toBe('off')
    expect(await due()).toEqual([])
    expect(await runtime.audit()).toEqual([])
  })

  it('was read at the very instant of its order: it proves nothing, and it is asked again', async () => {
    let answer = (_: string, notBefore: string) => statusRead('off', notBefore)
    const { order, work, record } = await reading((at, notBefore) => answer(at, notBefore))
    expect((await order())?.status).toBe('ordered')
    expect((await record()).context.status.readAt).toBe(null)
    answer = (at) => statusRead('off', at)
    await work()
    expect((await order())?.status).toBe('confirmed')
    const { deadlines } = requirements(await record(), { at: '2026-03-02T12:00:00Z', actor: p1 })
    expect(deadlines.filter(({ name }) => /^(disableConfirmDue|resultDue)/.test(name))).toEqual([])
  })

  it('about a ticket opens no ticket of its own, and so on for ever', async () => {
    const openTicket = (() => Promise.resolve([{ type: 'nonsense' }])) as never
    const { tell, runtime, orders, record } = await rig({ services: { openTicket } })
    await tell(escalation)
    const { waiting } = await runtime.drain()
    expect(waiting).toMatchObject([{ attempts: 1, lastErrorCode: 'ANSWER_REFUSED' }])
    expect(await orders()).toHaveLength(1)
    expect((await record()).version).toBe(2)
  })

  it('is mended by ordering the same again', async () => {
    let answer: (at: string) => LifecycleEvent = inDollars
    const { order, due, work, send } = await reading((at) => answer(at))
    answer = (at) => statusRead('off', at)
    const orderId = (await order())?.orderId ?? ''
    expect(await send({ type: 'order.repeated', orderId })).toMatchObject({ accepted: true })
    expect(await due()).toEqual([])
    await work()
    expect((await order())?.status).toBe('cancelled')
  })
})
