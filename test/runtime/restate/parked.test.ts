import { expect, it } from 'vitest'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { escalation } from '../rig.ts'
import { restateByHand } from './by-hand.ts'

it('an order that is parked is not begun by Restate until somebody revives it', async () => {
  let calls = 0
  const openTicket = async () => {
    calls += 1
    throw Object.assign(new Error('down'), { code: 'ECONNRESET' })
  }
  const restate = restateByHand({ services: { ...silentServices, openTicket }, parkAfter: 1 })
  await restate.ask('life-1', 'open', { input: terminal() })
  await restate.ask('life-1', 'dispatch', { commandId: 'c-1', actor: p1, event: escalation })
  for (const method of ['begin', 'call', 'conclude']) await restate.deliver(restate.newest(method))
  const { orderId } = restate.newest('begin').parameter as { orderId: string }
  const stored = await restate.store.load('life-1')
  expect(stored?.record.context.orders[orderId]?.parked).toMatchObject({ attempts: 1 })
  const begun = () => restate.sent.filter(({ method }) => method === 'begin').length
  const before = begun()
  await restate.ask('life-1', 'settle', { anew: false })
  await restate.ask('life-1', 'settle', { anew: true })
  expect([begun(), calls]).toEqual([before, 1])
  await restate.ask('life-1', 'dispatch', {
    ...{ commandId: 'c-2', actor: p1 },
    event: { type: 'order.revived', orderId },
  })
  expect(begun()).toBe(before + 1)
})
