import { afterEach, describe, expect, it } from 'vitest'
import { receive } from '../../examples/your-own-systems/services.ts'
import { p1 } from '../support/people.ts'
import { openLife } from './life.ts'

type Life = Awaited<ReturnType<typeof openLife>>
let life: Life
const opened = async (): Promise<Life> => {
  life = await openLife()
  return life
}
afterEach(() => life.house.close())

const effectsOf = ({ house }: Life, path: string) => house.effects.filter((effect) => effect.path === path)

describe("a closure over the acquirer's own systems", () => {
  it('goes to its end, with every effect once and nothing left to do', async () => {
    const { house, untilMoney, pay, untilClosed, work, record, runtime, failures } = await opened()
    await untilMoney()
    await pay()
    await house.deliver()
    await untilClosed()
    await house.deliver()
    await work()
    const { value, context } = await record()
    expect(value).toBe('closed')
    expect(context.issues).toEqual([])
    expect(await runtime.audit()).toEqual([])
    const keys = house.effects.map(({ requestNo }) => requestNo)
    expect(new Set(keys).size).toBe(keys.length)
    // also of the statement, which was not ready when it was asked for first
    expect(failures).toEqual([])
  })

  it('hears a webhook twice and pays once', async () => {
    const { house, untilMoney, pay, record } = await opened()
    await untilMoney()
    await pay()
    expect(await house.deliver(2)).toEqual([204, 204])
    const { context } = await record()
    expect(Object.values(context.payouts)).toMatchObject([{ status: 'confirmed', amount: 50_000, excess: 0 }])
    expect(context.issues).toEqual([])
  })

  it('hears the same in another message, and nothing changes', async () => {
    const { house, untilMoney, pay, order, record, post } = await opened()
    await untilMoney()
    await pay()
    await house.deliver()
    const { version } = await record()
    const { orderId: requestNo } = await order('payOut')
    expect(await post({ messageNo: 'another', requestNo, code: 0, amount: 50_000 })).toBe(204)
    expect((await record()).version).toBe(version)
  })

  it('waits for a webhook that never comes, and then somebody has to ask', async () => {
    const { untilMoney, pay, pass, order, due } = await opened()
    await untilMoney()
    await pay()
    const { orderId } = await order('payOut')
    expect((await due()).map(({ code }) => code)).not.toContain('RESULT_OVERDUE')
    await pass(7)
    expect(await due()).toContainEqual(expect.objectContaining({ code: 'RESULT_OVERDUE', ref: orderId }))
  })

  it('hears a webhook that comes before the answer', async () => {
    const { house, untilMoney, pay, order, record } = await opened()
    await untilMoney()
    house.next('bank/pay', { kind: 'hookFirst' })
    await pay()
    expect((await order('payOut')).status).toBe('confirmed')
    expect(Object.values((await record()).context.payouts)).toMatchObject([{ status: 'confirmed' }])
    expect(effectsOf(life, 'bank/pay')).toHaveLength(1)
  })

  it('asks again under the same number when the answer was lost, and pays once', async () => {
    const { house, untilMoney, pay, order, failures } = await opened()
    await untilMoney()
    house.next('bank/pay', { kind: 'lost' }, { kind: 'lost' })
    const before = house.asked()
    await pay()
    const { orderId, status } = await order('payOut')
    expect(status).toBe('confirmed')
    expect(house.asked() - before).toBe(3)
    expect(failures.filter((failure) => failure.orderId === orderId)).toHaveLength(2)
    expect(effectsOf(life, 'bank/pay')).toMatchObject([{ requestNo: orderId }])
  })

  it('ends an order that was refused for good, and somebody has to look', async () => {
    const { house, untilMoney, pay, order, due, act } = await opened()
    await untilMoney()
    house.next('bank/pay', { kind: 'code', code: 4001 })
    await pay()
    const { orderId, status } = await order('payOut')
    expect(status).toBe('failed')
    expect(await due()).toContainEqual(expect.objectContaining({ code: 'ORDER_FAILED', ref: orderId }))
    expect(effectsOf(life, 'bank/pay')).toEqual([])
    await act([[p1, { type: 'order.repeated', orderId }]])
    expect(effectsOf(life, 'bank/pay')).toHaveLength(1)
    expect((await due()).map(({ code }) => code)).not.toContain('ORDER_FAILED')
  })

  it('tries again by itself what they could not say', async () => {
    const { house, untilMoney, pay, order, due } = await opened()
    await untilMoney()
    house.next('bank/pay', { kind: 'code', code: 5003 })
    await pay()
    expect((await order('payOut')).status).toBe('confirmed')
    expect((await due()).map(({ code }) => code)).not.toContain('ORDER_FAILED')
    expect(effectsOf(life, 'bank/pay')).toHaveLength(1)
  })

  it('stops trying what never works, and goes on when somebody has revived it', async () => {
    const { house, untilMoney, pay, order, due, work, act } = await opened()
    await untilMoney()
    house.next('bank/pay', ...Array.from({ length: 20 }, () => ({ kind: 'code', code: 5003 }) as const))
    await pay()
    await work(20)
    const asked = house.asked()
    await work()
    expect(house.asked()).toBe(asked)
    const { orderId, status } = await order('payOut')
    expect(status).toBe('ordered')
    expect(await due()).toContainEqual(expect.objectContaining({ code: 'ORDER_PARKED', ref: orderId }))
    await act([[p1, { type: 'order.revived', orderId }]])
    expect((await order('payOut')).status).toBe('confirmed')
    expect(effectsOf(life, 'bank/pay')).toMatchObject([{ requestNo: orderId }])
  })

  it('hears later that what was taken did not work', async () => {
    const { house, untilMoney, pay, order, due } = await opened()
    await untilMoney()
    house.next('bank/pay', { kind: 'endsBadly', code: 7 })
    await pay()
    expect((await order('payOut')).status).toBe('confirmed')
    await house.deliver()
    const { orderId, status } = await order('payOut')
    expect(status).toBe('failed')
    expect(await due()).toContainEqual(expect.objectContaining({ code: 'ORDER_FAILED', ref: orderId }))
  })

  it('knows nothing of an order of somebody else', async () => {
    const { post, runtime, untilMoney, pay, order } = await opened()
    expect(await post({ messageNo: 'm-9', requestNo: 'life-9/1/0', code: 0, amount: 1 })).toBe(404)
    await untilMoney()
    await pay()
    const { orderId: requestNo } = await order('payOut')
    const hook = { messageNo: 'm-9', requestNo, code: 0, amount: 50_000 }
    expect(await receive(runtime, 'acquirer-2', hook)).toBe(404)
    expect(await post(hook)).toBe(204)
  })
})
