import { afterEach, describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { p1, p2 } from '../support/people.ts'
import { adyenFacts } from './adyen-facts.ts'
import { approved, copied, copyRead, drained, offReadBy } from './closure.ts'
import { adyenContract, differences, notHere } from './contracts.ts'
import { openLife } from './life.ts'
import { held, tested } from './suspension.ts'
import { closedOverAdyen } from './to-the-end.ts'
import { rigs } from './vendors.ts'

let wrong: readonly string[] = []
afterEach(() => expect(wrong).toEqual([]))

const opened = async (settings: Parameters<typeof rigs.Adyen>[0] = {}) => {
  const rig = rigs.Adyen(settings)
  wrong = rig.mock.wrong
  return { ...rig, ...(await openLife(rig.own.input, rig.services)) }
}

describe(`Adyen, by ${adyenContract ? 'the published contract' : 'the facts written by hand'}`, () => {
  it('closes a terminal: what its API cannot do waits under a name for a person, and goes on to the end', () =>
    closedOverAdyen())
})

it('The facts of Adyen written by hand are those of the published contract', (context) => {
  if (!adyenContract) return context.skip(notHere)
  expect(differences(adyenFacts, adyenContract)).toEqual([])
})

describe('Adyen, where sale stops for a while', () => {
  it('goes to the inventory and back to its store, each believed when it is read', async () => {
    const { mock, own, ...life } = await opened()
    await life.act(...held)
    expect((await life.record()).context.status.acceptance).not.toBe('off')
    mock.sync()
    await life.work()
    expect((await life.record()).context.status).toMatchObject({ acceptance: 'off', registry: 'suspended' })
    await life.act(...tested(own.serial))
    expect((await life.record()).value).toMatchObject({ live: { service: { suspended: 'enabling' } } })
    mock.sync()
    await life.work()
    expect((await life.record()).value).toMatchObject({ live: { service: 'inService' } })
    expect(mock.effects).toEqual([
      'reassign S1E-7001 {"merchantId":"Merchant-1","inventory":true}',
      'reassign S1E-7001 {"storeId":"ST-1"}',
    ])
  })

  it('becomes a task when the terminal is switched off and never speaks with Adyen', async () => {
    const { mock, own, ...life } = await opened()
    await life.act(...held)
    await life.pass(2)
    const late = (await life.waits()).find(({ code }) => code === 'CLOCK_RUN_OUT')
    expect(late).toMatchObject({ owner: 'provider', clearedBy: expect.arrayContaining(['status.reported']) })
    expect(late?.ref).toContain('disableConfirmDue')
    const readAt = life.clock.now()
    const reading: LifecycleEvent = {
      ...{ type: 'status.reported', acceptance: 'off', registry: 'suspended', readAt, source: 'console' },
      unsettled: { amount: 0, currency: 'CNY' },
    }
    await life.act([p1, reading])
    expect((await life.waits()).map(({ code }) => code)).not.toContain('CLOCK_RUN_OUT')
  })

  it('is read by a person where no ledger says what is not settled', async () => {
    const { own: _, mock, ...life } = await opened({ hasBooks: false })
    await life.act(...held)
    mock.sync()
    await life.work()
    expect(life.tasks('readStatus')).toMatchObject([{ department: 'operations', tells: ['status.reported'] }])
    await life.act(...offReadBy(life).acts)
    expect((await life.record()).context.status.acceptance).toBe('off')
  })

  it('never switches a terminal that another merchant sells with', async () => {
    const { mock, own, ...life } = await opened()
    const [terminal] = mock.held
    if (terminal) terminal.place = { companyId: 'Company', merchantId: 'Merchant-2', storeId: undefined }
    await life.act(...held)
    expect((await life.order('disableAcceptance')).status).toBe('failed')
    expect(await life.waits()).toContainEqual(expect.objectContaining({ code: 'ORDER_FAILED' }))
    expect(mock.effects).toEqual([])
  })
})

describe('Adyen, taking its app off a terminal', () => {
  const authorise: LifecycleEvent = {
    ...{ type: 'erasure.authorised', serial: '7001', scope: 'application', procedure: 'app-off-1' },
  }
  const untilErasure = async () => {
    const life = await opened()
    const { mock, own } = life
    await life.act(...approved(own))
    mock.sync()
    await life.work()
    await life.act(...(await drained(own, life)).acts, ...copied(own), ...copyRead(own).acts)
    return life
  }

  it('schedules it once, asks until it is done, and a second person verifies', async () => {
    const { mock, own, ...life } = await untilErasure()
    mock.next('post-terminals-scheduleActions', { kind: 'lost' })
    await life.act([p1, authorise])
    mock.finish('tryLater')
    await life.work()
    expect(await life.order('eraseDevice')).toMatchObject({ status: 'ordered' })
    mock.finish('successful')
    await life.work()
    const { orderId } = await life.order('eraseDevice')
    await life.act([p2, { type: 'erasure.verified', serial: own.serial }])
    expect((await life.record()).context.devices[own.serial]?.erasure).toBe('verified')
    expect(mock.effects.slice(1)).toEqual(['schedule {"type":"UninstallAndroidApp","appId":"ANDA-1"}'])
    expect(life.failures).toMatchObject([{ orderId, error: { code: 'OUTCOME_UNKNOWN' } }])
  })

  it('tells what failed, and is authorised anew', async () => {
    const { mock, own, ...life } = await untilErasure()
    mock.next('post-terminals-scheduleActions', { kind: 'garbled', text: '{}' })
    await life.act([p1, authorise])
    mock.finish('failed')
    await life.work()
    expect((await life.record()).context.devices[own.serial]?.erasure).toBe('failed')
    await life.act([p1, authorise])
    expect(mock.actions.map(({ status }) => status)).toEqual(['failed', 'pending'])
  })
})
