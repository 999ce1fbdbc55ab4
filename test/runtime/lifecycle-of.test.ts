import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { createEntrance } from '../../src/runtime/entrance.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { createLifecycleOf, isToldOf } from '../../src/runtime/told-of.ts'
import { m1, p1, sys } from '../support/people.ts'
import { merchantId } from '../support/samples.ts'
import { escalation, rig } from './rig.ts'

const merchant: Actor = { ...m1, organisationId: merchantId }
const stranger: Actor = { ...sys, organisationId: 'acquirer-2', acquirerId: 'acquirer-2' }
const hidden = {
  type: 'hold.placed',
  holdId: 'hold-1',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
} as const

describe.each([
  ['memoryStore', memoryStore],
  ['sqliteStore', () => sqliteStore(':memory:')],
])('lifecycleOf over %s', (_, home) => {
  it('names the life of an order, whether or not it has ended, to those whose terminal it is', async () => {
    const { runtime, tell, orders } = await rig({ store: home() })
    await tell(escalation)
    const [{ orderId = '' } = {}] = await orders()
    expect(await runtime.lifecycleOf(orderId, { actor: sys })).toBe('life-1')
    await runtime.drain()
    expect(await runtime.lifecycleOf(orderId, { actor: p1 })).toBe('life-1')
    for (const [id, actor] of [
      [orderId, stranger],
      ['life-1/99/0', sys],
      [7 as never, sys],
    ] as const)
      expect(await runtime.lifecycleOf(id, { actor })).toBeUndefined()
    await expect(runtime.lifecycleOf(orderId, undefined as never)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('does not name it to a merchant who must not know of the order', async () => {
    const { runtime, store, tell, orders } = await rig({ store: home() })
    await tell(hidden)
    const all = (await orders()).map(({ orderId }) => orderId)
    expect(all.length).toBeGreaterThan(0)
    for (const orderId of all) {
      expect(await runtime.lifecycleOf(orderId, { actor: p1 })).toBe('life-1')
      expect(await runtime.lifecycleOf(orderId, { actor: merchant })).toBeUndefined()
    }
    const [record] = await store.find({})
    if (!record) throw new Error('no record')
    expect(all.map((orderId) => isToldOf(record, { orderId }, 'merchant'))).toEqual(all.map(() => false))
    expect(isToldOf(record, { documentId: 'nothing' }, 'system')).toBe(true)
    expect(isToldOf(record, {}, 'merchant')).toBe(true)
  })

  it('asks a rule of access of one’s own', async () => {
    const { store, tell, orders } = await rig({ store: home() })
    await tell(escalation)
    const [{ orderId = '' } = {}] = await orders()
    const of = (entrance: ReturnType<typeof createEntrance>) =>
      createLifecycleOf({ store, entrance, skipped: () => undefined })
    expect(await of(createEntrance(store, () => false))(orderId, p1)).toBeUndefined()
    expect(await of(createEntrance(store, 'any'))(orderId, stranger)).toBe('life-1')
  })
})

describe('find', () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5'])(
    'gives no page of %s records, and says so',
    async (limit) => {
      const { runtime } = await rig()
      await expect(runtime.find({ limit: limit as number }, { actor: p1 })).rejects.toMatchObject({
        issues: [{ path: '/limit', code: 'OUT_OF_RANGE' }],
      })
    },
  )

  it.each(['at', 'dueBefore'])('looks for nothing %s an instant that is none', async (name) => {
    const { runtime } = await rig()
    await expect(runtime.find({ [name]: 'soon' }, { actor: p1 })).rejects.toMatchObject({
      issues: [{ path: `/${name}`, code: 'INVALID_FORMAT' }],
    })
  })
})

it.each([0, -1, Number.NaN])('a migration of %s lives is none, and says so', async (limit) => {
  const { runtime } = await rig()
  await expect(runtime.migrateAll({ limit })).rejects.toMatchObject({
    issues: [{ path: '/limit', code: 'OUT_OF_RANGE' }],
  })
})

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  'a lease of %s is none, and says so',
  async (leaseMs) => {
    await expect(rig({ leaseMs })).rejects.toMatchObject({
      issues: [{ path: '/leaseMs', code: 'OUT_OF_RANGE' }],
    })
  },
)
