import { afterEach, describe, expect, it } from 'vitest'
import { sumupServices } from '../../examples/adapters/sumup/services.ts'
import { p1 } from '../support/people.ts'
import { approved, byPerson, closureConfirmed, names, statusReadBy, untilUnbinding } from './closure.ts'
import { both, differences, notHere, type OpenApi, sumupContract } from './contracts.ts'
import { openLife } from './life.ts'
import { sumupFacts } from './sumup-facts.ts'
import { sumupMock } from './sumup-mock.ts'
import { held, tested } from './suspension.ts'

const own = names('MK10CL2A', 'SOLO-7001', 'SOLO-7001')
const facts = sumupContract ?? sumupFacts

let mock: ReturnType<typeof sumupMock>
afterEach(() => expect(mock?.wrong ?? []).toEqual([]))

const opened = async (contract: OpenApi, { withBooks = false, code = '' } = {}) => {
  const apiKey = `sup_${crypto.randomUUID()}`
  mock = sumupMock(contract, apiKey)
  const shop = { code }
  const life = await openLife(own.input, ({ clock, rest }) =>
    sumupServices({
      ...{ apiKey, baseUrl: mock.base, fetch: mock.fetch, clock, rest },
      pairingCode: async () => shop.code || undefined,
      ...(withBooks && { books: async () => ({ registry: 'active', unsettled: 0 }) }),
    }),
  )
  return { ...life, shop }
}

describe.each(both(sumupContract, sumupFacts))('SumUp, by $name', ({ contract }) => {
  it('closes a terminal: what its API cannot do waits under a name for a person, and goes on to the end', async (context) => {
    if (!contract) return context.skip(notHere)
    const life = await opened(contract)
    await life.act(...approved(own))
    expect(mock.effects).toEqual(['unpair SOLO-7001'])
    await byPerson(life, statusReadBy(life, 'off', 'ACCEPTANCE_NOT_DISABLED', 'provider'))
    await untilUnbinding(life, own)
    await byPerson(life, await closureConfirmed(life))
    await byPerson(life, statusReadBy(life, 'off', 'STATUS_NOT_CLOSED', 'system', 'closed'))
    const { value, context: record } = await life.record()
    expect(value).toBe('closed')
    expect(record.issues).toEqual([])
    expect(life.failures).toEqual([])
    expect(mock.effects).toEqual(['unpair SOLO-7001'])
  })
})

it('The facts of SumUp written by hand are those of the published contract', (context) => {
  if (!sumupContract) return context.skip(notHere)
  expect(differences(sumupFacts, sumupContract)).toEqual([])
})

describe('SumUp, where sale stops for a while', () => {
  it('unpairs, waits for the code on the screen under a name, and pairs again when somebody has it', async () => {
    const life = await opened(facts, { withBooks: true })
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
    life.shop.code = '4WLFDSBF'
    await life.act([p1, { type: 'order.repeated', orderId }])
    // the device has not confirmed yet: neither on nor off
    expect((await life.record()).context.status.acceptance).toBe('off')
    mock.sync()
    await life.work()
    expect((await life.record()).value).toMatchObject({ live: { service: 'inService' } })
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7001'])
  })

  it('lets the device of another shop go whose code was typed in', async () => {
    const life = await opened(facts, { withBooks: true, code: '4WLFDSBF' })
    mock.codes.set('4WLFDSBF', 'SOLO-7002')
    await life.act(...held, ...tested(own.serial))
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7002', 'unpair SOLO-7002'])
    expect(await life.waits()).toContainEqual(expect.objectContaining({ code: 'ORDER_FAILED' }))
  })

  it('pairs once, though the answer was lost', async () => {
    const life = await opened(facts, { withBooks: true, code: '4WLFDSBF' })
    mock.codes.set('4WLFDSBF', own.serial)
    mock.next('CreateReader', { kind: 'lost' })
    await life.act(...held, ...tested(own.serial))
    expect(life.failures).toMatchObject([{ error: { code: 'OUTCOME_UNKNOWN' } }])
    expect(mock.effects).toEqual(['unpair SOLO-7001', 'pair SOLO-7001'])
    expect((await life.order('enableAcceptance')).status).toBe('confirmed')
  })
})
