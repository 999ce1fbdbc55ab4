import { expect } from 'vitest'
import type { CapabilityName } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, keysRemoved, orderOf, run, saleOff } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { cny, paper, seen, serial, statusRead, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const rescinded = (holdId: string): LifecycleEvent => ({
  type: 'hold.rescinded',
  holdId,
  reason: 'placed in error',
})
const placed = (holdId: string, code: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId, code, ...differs }) as LifecycleEvent
const cancelled = (orderId: string): LifecycleEvent => ({
  type: 'order.cancelled',
  orderId,
  reason: 'not needed',
})

const lost: LifecycleEvent = { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') }

const openOrders = async ({ context }: World, kind: string) =>
  Object.values((await context()).orders).filter((order) => order.kind === kind && order.status === 'ordered')

/** What the host was told to switch on or off, order by order, those that nobody took back. */
const told = async (world: World, kind: string): Promise<readonly CapabilityName[][]> =>
  (await openOrders(world, kind)).map(({ params }) =>
    'capabilities' in params ? [...params.capabilities] : [],
  )

const hotel = {
  ref: 'hotel',
  kind: 'preAuth',
  state: 'authorised',
  amount: cny(90_000),
  occurredAt: '2026-03-01T12:00:00+08:00',
} as const
const wide = ['sale', 'preAuth', 'completion', 'void', 'refund', 'batchUpload'] as const

/** A fault is put right and tested; the host was last read as off, and is told to switch on. */
const enabling = async (open: OpenWorld): Promise<World> => {
  const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] }))
  await world.tell(sys, statusRead('off', world.at()))
  await world.tell(m1, {
    type: 'hold.remedyClaimed',
    holdId: 'fault',
    evidence: [paper('device_test_record')],
  })
  await world.tell(p2, { type: 'hold.remedyVerified', holdId: 'fault', checked: seen('device_test_record') })
  await world.tell(agent, {
    type: 'test.passed',
    serial,
    kind: 'full',
    checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
      name,
      passed: true,
    })),
  })
  await world.tell(sys, statusRead('off', world.at()))
  expect(await world.value()).toMatchObject({ live: { service: { suspended: 'enabling' } } })
  return world
}

/** What the host is told when several holds, or a hold and a closure, speak at once. */
export const hostStories: Stories = {
  'a hold that comes before sale is switched on takes that order back': async (open) => {
    const world = await enabling(open)
    const orderId = await orderOf(world, 'enableAcceptance')
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS'))
    expect((await world.context()).orders[orderId]?.status).toBe('cancelled')
    // the host goes on doing what this hold does not forbid
    expect(await told(world, 'enableAcceptance')).toEqual([['completion', 'void', 'refund', 'batchUpload']])
    // a worker may have begun all the same: the last reading says nothing about that
    expect(await told(world, 'disableAcceptance')).toEqual([['sale', 'preAuth']])
    await world.tell(m1, lost)
    expect(await told(world, 'enableAcceptance')).toEqual([])
  },

  'sale that somebody is switching on already is ordered off, whatever was read before': async (open) => {
    const world = await enabling(open)
    await world.tell(sys, { type: 'order.claimed', orderId: await orderOf(world, 'enableAcceptance') })
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS'))
    expect(await told(world, 'disableAcceptance')).toEqual([['sale', 'preAuth']])
    // a second hold needs no second order: the first one is younger than what it stops
    await world.tell(p1, placed('licence', 'LICENCE_EXPIRED'))
    expect(await told(world, 'disableAcceptance')).toHaveLength(1)
  },

  'an older order to stop does not cover what was switched on since': async (open) => {
    const world = await open()
    await world.tell(p1, placed('first', 'SYSTEM_MAINTENANCE'))
    await world.tell(sys, { type: 'order.claimed', orderId: await orderOf(world, 'disableAcceptance') })
    await world.tell(p2, rescinded('first'))
    await world.tell(sys, { type: 'order.claimed', orderId: await orderOf(world, 'enableAcceptance') })
    await world.tell(p1, placed('second', 'SYSTEM_MAINTENANCE'))
    expect(await told(world, 'disableAcceptance')).toHaveLength(2)
  },

  'a hold on refunds while sale is switched on leaves the rest of that order in force': async (open) => {
    const world = await enabling(open)
    await world.tell(p1, placed('refunds', 'ACCOUNT_ABNORMAL', { caps: ['refund'] }))
    expect(await told(world, 'enableAcceptance')).toEqual([
      ['sale', 'preAuth', 'completion', 'void', 'batchUpload'],
    ])
    await world.tell(sys, statusRead('on', world.at()))
    expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
  },

  'a hold that ends while the terminal closes gives the host back what it forbade': async (open) => {
    const world = await open()
    await world.tell(sys, { type: 'transaction.reported', ...hotel })
    await world.tell(p1, placed('wide', 'ACCOUNT_ABNORMAL', { caps: wide }))
    await run(world, approved, saleOff)
    const { enabledAt } = await world.context()
    await world.tell(p2, rescinded('wide'))
    expect(await told(world, 'enableAcceptance')).toEqual([['completion', 'void', 'refund', 'batchUpload']])
    // sale stays off: nothing is waited for, and a reading of `on` is as wrong as ever
    expect((await world.context()).enabledAt).toBe(enabledAt)
    expect(await world.value()).toMatchObject({ closing: { clearing: { acceptance: 'done' } } })
    for (const { orderId } of await openOrders(world, 'disableAcceptance'))
      await world.tell(sys, { type: 'order.confirmed', orderId })
    const { issues } = await world.tell(sys, statusRead('on', world.at()))
    expect(issues.map(({ code }) => code)).toEqual(['STATUS_MISMATCH'])
  },

  'a hold that ends beside another one gives the host back what only it forbade': async (open) => {
    const world = await open()
    await world.tell(p1, placed('violation', 'RULE_VIOLATION'))
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS', { caps: ['sale'] }))
    await world.tell(p2, rescinded('violation'))
    expect(await told(world, 'enableAcceptance')).toEqual([['completion', 'void', 'refund', 'batchUpload']])
    expect((await told(world, 'disableAcceptance')).flat()).toContain('sale')
    // taken back, and carried out all the same: it switched no sale on, so nothing is switched off
    const orderId = await orderOf(world, 'enableAcceptance')
    await world.tell(p1, cancelled(orderId))
    const { orders, issues } = await world.tell(sys, { type: 'order.confirmed', orderId })
    expect(issues).toEqual([])
    expect(orders.map(({ kind }) => kind)).not.toContain('disableAcceptance')
    // back in service everything is switched on, by one order
    await world.tell(p2, rescinded('arrears'))
    expect(await told(world, 'enableAcceptance')).toEqual([wide])
  },

  'what was switched on after all while the terminal closes is taken for what it is': async (open) => {
    const world = await enabling(open)
    const everything = await orderOf(world, 'enableAcceptance')
    await run(world, approved)
    const noSale = await orderOf(world, 'enableAcceptance')
    await run(world, saleOff, drained)
    await world.tell(p1, placed('refunds', 'ACCOUNT_ABNORMAL', { caps: ['refund'] }))
    const refunds = await world.tell(sys, { type: 'order.confirmed', orderId: noSale })
    expect(refunds.orders.map(({ kind }) => kind)).toContain('disableAcceptance')
    expect(await world.value()).toMatchObject({ closing: { clearing: { acceptance: 'done' } } })
    await world.tell(sys, { type: 'order.confirmed', orderId: everything })
    expect(await world.value()).toMatchObject({ closing: { clearing: { acceptance: 'open' } } })
  },

  'a hold on refunds while the terminal closes does not fill a device that was emptied': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, keysRemoved)
    await world.tell(p1, placed('violation', 'RULE_VIOLATION'))
    expect((await told(world, 'disableAcceptance')).flat()).toContain('refund')
    expect(await world.value()).toMatchObject({
      closing: { clearing: { acceptance: 'done', transactions: 'done' } },
    })
    await world.tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
  },

  'an order that the facts still want is not taken back': async (open) => {
    const world = await open()
    await world.tell(p1, placed('refunds', 'ACCOUNT_ABNORMAL', { caps: ['refund'] }))
    await world.refuse(p1, cancelled(await orderOf(world, 'disableAcceptance')), 'HOLD_EFFECTIVE')
    await world.tell(m1, lost)
    const revoking = await orderOf(world, 'revokeKeys')
    await world.refuse(p1, cancelled(revoking), 'KEYS_NOT_REVOKED')
    await world.tell(m1, { type: 'device.found', serial, where: 'the store room' })
    await world.tell(p1, cancelled(revoking))
    const closing = await open()
    await run(closing, approved)
    await closing.refuse(p1, cancelled(await orderOf(closing, 'disableAcceptance')), 'HOLD_EFFECTIVE')
  },

  'a hold on sale alone stops pre-authorisations as well: nothing new is sold under it': async (open) => {
    const world = await open()
    await world.tell(p1, placed('narrow', 'RULE_VIOLATION', { caps: ['sale'] }))
    expect(await told(world, 'disableAcceptance')).toEqual([['sale', 'preAuth']])
  },

  'what a hold took from a drained terminal comes back in full: a late transaction may need it': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await world.tell(p1, placed('all', 'RULE_VIOLATION', { caps: [...wide] }))
    await world.tell(p2, rescinded('all'))
    expect(await told(world, 'enableAcceptance')).toEqual([['completion', 'void', 'refund', 'batchUpload']])
  },

  'sale that was switched on after its order had failed is switched off again under a hold': async (open) => {
    const world = await enabling(open)
    const orderId = await orderOf(world, 'enableAcceptance')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'refused', retryable: false })
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS'))
    await world.tell(sys, statusRead('off', world.at()))
    const { issues } = await world.tell(sys, { type: 'order.confirmed', orderId })
    expect(issues.map(({ code }) => code)).toEqual(['STATUS_MISMATCH'])
    expect(await told(world, 'disableAcceptance')).toContainEqual(['sale', 'preAuth'])
    expect(await openOrders(world, 'readStatus')).not.toEqual([])
  },

  'a device that was stolen and replaced holds the terminal until its number is taken from it': async (
    open,
  ) => {
    const world = await open()
    await world.tell(m1, lost)
    const newSerial = '123-456-790'
    await world.tell(p1, {
      type: 'device.replaced',
      oldSerial: serial,
      newSerial,
      owner: 'provider',
      tenancy: 'sole',
    })
    const [holdId = ''] = Object.keys((await world.context()).holds)
    await world.refuse(p2, rescinded(holdId), 'DEVICE_REPORTED_LOST')
  },

  'what sells has keys, whatever was said of them before: they are removed anew in the closure': async (
    open,
  ) => {
    const world = await open(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole', keys: 'zeroised' }] }),
    )
    await world.tell(sys, {
      type: 'transaction.reported',
      ref: 'sale-1',
      kind: 'sale',
      state: 'completed',
      amount: cny(100),
      occurredAt: world.at(),
    })
    await run(world, approved, saleOff, drained)
    expect((await world.context()).devices[serial]).toMatchObject({ keys: 'loaded' })
    await world.refuse(p1, { type: 'unbinding.ordered', serial, registryRef: 'r-1' }, 'KEYS_NOT_REMOVED')
  },
}
