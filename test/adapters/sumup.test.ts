import { afterEach, describe, expect, it } from 'vitest'
import { p1 } from '../support/people.ts'
import { differences, notHere, sumupContract } from './contracts.ts'
import { openLife } from './life.ts'
import { sumupFacts } from './sumup-facts.ts'
import { held, tested } from './suspension.ts'
import { closedOverSumUp } from './to-the-end.ts'
import { rigs } from './vendors.ts'

let wrong: readonly string[] = []
afterEach(() => expect(wrong).toEqual([]))

const opened = async (code?: string) => {
  const rig = rigs.SumUp()
  rig.shop.code = code
  wrong = rig.mock.wrong
  return { ...rig, ...(await openLife(rig.own.input, rig.services)) }
}

describe(`SumUp, by ${sumupContract ? 'the published contract' : 'the facts written by hand'}`, () => {
  it('closes a terminal: what its API cannot do waits under a name for a person, and goes on to the end', () =>
    closedOverSumUp())
})

it('The facts of SumUp written by hand are those of the published contract', (context) => {
  if (!sumupContract) return context.skip(notHere)
  expect(differences(sumupFacts, sumupContract)).toEqual([])
})

describe('SumUp, where sale stops for a while', () => {
  it('unpairs, waits for the code on the screen under a name, and pairs again when somebody has it', async () => {
    const { mock, own, shop, ...life } = await opened()
    await life.act(...held)
    expect((await life.record()).value).toMatchObject({ live: { service: { suspended: 'held' } } })
    await life.act(...tested(own.serial))
    const { orderId } = await life.order('enableAcceptance')
    expect((await life.record()).value).toMatchObject({ live: { service: { suspended: 'enabling' } } })
    expect(await life.waits()).toContainEqual(
      expect.objectContaining({ code: 'ORDER_FAILED', owner: 'provider', ref: orderId }),
    )
    expect(life.tasks('openTicket')).toContainEqual(
      expect.objectContaining({ params: { department: 'support', topic: 'order_failed', ref: orderId } }),
    )
    mock.codes.set('4WLFDSBF', own.serial)
    shop.code = '4WLFDSBF'
    await life.act([p1, { type: 'order.repeated', orderId }])
    // the device has not confirmed yet: neither on nor off
    expect((await life.record()).context.status.acceptance).toBe('off')
    mock.sync()
    await life.work()
    expect((await life.record()).value).toMatchObject({ live: { service: 'inService' } })
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7001'])
  })

  it('takes a reader that is gone already for unpaired', async () => {
    const { mock, ...life } = await opened()
    mock.next('DeleteReader', { kind: 'status', status: 404, body: mock.problem(404).body })
    await life.act(...held)
    expect((await life.order('disableAcceptance')).status).toBe('confirmed')
    expect(life.failures).toEqual([])
  })

  it('lets the device of another shop go whose code was typed in', async () => {
    const { mock, own, ...life } = await opened('4WLFDSBF')
    mock.codes.set('4WLFDSBF', 'SOLO-7002')
    await life.act(...held, ...tested(own.serial))
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7002', 'unpair SOLO-7002'])
    expect(await life.waits()).toContainEqual(expect.objectContaining({ code: 'ORDER_FAILED' }))
  })

  it('pairs once, though the answer was lost', async () => {
    const { mock, own, ...life } = await opened('4WLFDSBF')
    mock.codes.set('4WLFDSBF', own.serial)
    mock.next('CreateReader', { kind: 'lost' })
    await life.act(...held, ...tested(own.serial))
    expect(life.failures).toMatchObject([{ error: { code: 'OUTCOME_UNKNOWN' } }])
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7001'])
    expect((await life.order('enableAcceptance')).status).toBe('confirmed')
  })
})
