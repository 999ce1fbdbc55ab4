import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { CorruptRecordError } from '../../src/errors/index.ts'
import {
  type Access,
  createRuntime,
  type Failure,
  memoryStore,
  type Runtime,
  type Store,
} from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { testClock } from '../support/clock.ts'
import { approved } from '../support/closure.ts'
import { agent, m1, p1, sys } from '../support/people.ts'
import { closureRequested, merchantId, start, terminal } from '../support/samples.ts'
import { openWorld, silentServices } from '../support/world.ts'

const stranger: Actor = { ...p1, organisationId: 'acquirer-2', acquirerId: 'acquirer-2' }
const otherMerchant: Actor = { ...m1, personId: 'm2', organisationId: 'MERCHANT-2' }
const merchant: Actor = { ...m1, organisationId: merchantId }
const later = '2026-04-20T09:00:00+08:00'

const homes: readonly (readonly [string, () => Store])[] = [
  ['memoryStore', memoryStore],
  ['sqliteStore', () => sqliteStore(':memory:')],
]

describe.each(homes)('work over %s', (_, home) => {
  let store: Store
  let runtime: Runtime
  const codes = async (...asked: Parameters<Runtime['work']>) =>
    (await runtime.work(...asked)).items.map(({ lifecycleId, code }) => `${lifecycleId} ${code}`)

  beforeEach(async () => {
    store = home()
    runtime = createRuntime({ store, services: silentServices, clock: testClock(later) })
    const applying = await openWorld(
      terminal({
        terminalId: 'T1',
        devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
        agent: { agentId: 'agent-1', tasks: ['devices'] },
      }),
      start,
      store,
    )
    await applying.tell(merchant, closureRequested({ terminalId: 'T1', serialNumber: 'SN-1' }))
    await openWorld(
      terminal({
        ...{ lifecycleId: 'life-2', terminalId: 'T2', merchantId: 'MERCHANT-2' },
        holds: [{ holdId: 'order-1', code: 'AUTHORITY_ORDER', orderRef: 'ref-1', disclosure: 'hidden' }],
      }),
      start,
      store,
    )
    const closing = await openWorld(terminal({ lifecycleId: 'life-3' }), start, store)
    await approved(closing)
    const failing = await openWorld(terminal({ lifecycleId: 'life-4', terminalId: 'T4' }), start, store)
    await failing.tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'NETWORK_FAULT' })
    const [order] = Object.values((await failing.context()).orders)
    await failing.tell(sys, {
      type: 'order.failed',
      orderId: order?.orderId ?? '',
      code: 'UNAVAILABLE',
      retryable: false,
    })
    await openWorld(
      terminal({
        lifecycleId: 'life-5',
        acquirerId: 'acquirer-2',
        terminalId: 'T5',
        openedBy: stranger,
        holds: [{ holdId: 'hold-1', code: 'NETWORK_FAULT' }],
      }),
      start,
      store,
    )
  })

  it('gives a reviewer, a warehouse and an office their queues', async () => {
    expect(await codes({ duty: 'reviewer' }, { actor: p1 })).toEqual([
      ...['life-1 REVIEW_OPEN', 'life-1 FACTS_UNCHECKED'],
    ])
    expect(await codes({ duty: 'warehouse' }, { actor: p1 })).toEqual([
      ...['life-3 DEVICE_NOT_RETURNED', 'life-1 DEVICE_NOT_RETURNED'],
    ])
    expect(await codes({ duty: ['warehouse', 'reviewer'] }, { actor: p1 })).toEqual([
      ...['life-3 DEVICE_NOT_RETURNED', 'life-1 REVIEW_OPEN', 'life-1 DEVICE_NOT_RETURNED'],
      'life-1 FACTS_UNCHECKED',
    ])
    expect(await codes({ duty: [] }, { actor: p1 })).toEqual([])
    expect(await codes({ owner: 'authority' }, { actor: p1 })).toEqual(['life-2 AUTHORITY_ORDER_REQUIRED'])
    expect(await codes({ state: 'closing', duty: 'settlement' }, { actor: p1 })).toEqual([
      ...['life-3 DEPOSIT_NOT_REFUNDED', 'life-3 NO_STATEMENT'],
    ])
    expect(
      await codes({ state: ['held', 'closed'], terminalId: 'T4', owner: 'merchant' }, { actor: p1 }),
    ).toEqual([...['life-4 DOCUMENTS_INCOMPLETE', 'life-4 REMEDY_EVIDENCE_MISSING']])
  })

  it('lists what failed, and what was due before an instant', async () => {
    const failed = ['ORDER_FAILED', 'ANSWER_REFUSED', 'RESULT_OVERDUE', 'CLOCK_RUN_OUT'] as const
    expect(await codes({ code: failed }, { actor: p1 })).toEqual(['life-4 ORDER_FAILED'])
    expect(await codes({ dueBefore: '2026-03-17T01:00:03Z' }, { actor: p1 })).toEqual([
      ...['life-4 NOTICE_MISSING', 'life-3 DEVICE_NOT_RETURNED'],
    ])
    expect(await codes({ dueBefore: '2026-03-17T01:00:02Z' }, { actor: p1 })).toEqual([
      'life-4 NOTICE_MISSING',
    ])
  })

  it('tells a requirement with whose it is and where its life stands', async () => {
    const { items, next } = await runtime.work({ code: 'REVIEW_OPEN' }, { actor: sys })
    expect(next).toBeNull()
    expect(items).toEqual([
      {
        ...{
          lifecycleId: 'life-1',
          acquirerId: 'acquirer-1',
          merchantId,
          terminalId: 'T1',
          agentId: 'agent-1',
        },
        ...{ states: ['live', 'inService', 'underReview'], list: 'verifying', code: 'REVIEW_OPEN' },
        ...{ ref: 'application-1', owner: 'provider', duties: ['reviewer'], due: '2026-03-23T01:00:01.000Z' },
      },
    ])
  })

  it('shows nobody what is not theirs, whatever they ask for', async () => {
    expect(await codes({}, { actor: stranger })).toEqual([
      ...['life-5 DOCUMENTS_INCOMPLETE', 'life-5 REMEDY_EVIDENCE_MISSING'],
    ])
    expect(await codes({ merchantId }, { actor: otherMerchant })).toEqual([])
    expect(await codes({ terminalId: 'T1' }, { actor: otherMerchant })).toEqual([])
    expect(new Set((await runtime.work({}, { actor: agent })).items.map((item) => item.lifecycleId))).toEqual(
      new Set(['life-1']),
    )
    expect(await codes({}, { actor: { ...agent, organisationId: 'agent-2' } })).toEqual([])
  })

  it('keeps a hold that is hidden from the merchant hidden', async () => {
    expect(await codes({ merchantId: 'MERCHANT-2' }, { actor: p1 })).toEqual([
      'life-2 AUTHORITY_ORDER_REQUIRED',
    ])
    const { items } = await runtime.work({}, { actor: otherMerchant })
    expect(items.map(({ code, ref }) => [code, ref])).toEqual([['CONTACT_PROVIDER', null]])
    expect(await codes({}, { actor: merchant })).not.toContain('life-4 ORDER_FAILED')
  })

  it('says of every life what requirements says of it', async () => {
    for (const [lifecycleId, actor] of [
      ['life-1', p1],
      ['life-1', merchant],
      ['life-3', p1],
      ['life-4', merchant],
    ] as const) {
      const asked = await runtime.requirements(lifecycleId, { actor })
      const lists = [asked.currentlyDue, asked.pastDue, asked.pendingVerification, asked.eventuallyDue].flat()
      const { items } = await runtime.work({ limit: 1000 }, { actor })
      const own = items.filter((item) => item.lifecycleId === lifecycleId)
      expect(own.map(({ code, ref }) => `${code} ${ref}`).sort()).toEqual(
        lists.map(({ code, ref = null }) => `${code} ${ref}`).sort(),
      )
    }
  })

  it('goes on behind what was shown last, though that is gone meanwhile', async () => {
    const all = (await runtime.work({}, { actor: p1 })).items
    const first = await runtime.work({ limit: 6 }, { actor: p1 })
    expect(first.items).toEqual(all.slice(0, 6))
    const [shown] = first.items.slice(-1)
    expect(shown?.lifecycleId).toBe('life-1')
    const event = { type: 'application.withdrawn', applicationId: 'application-1' } as const
    const command = { lifecycleId: 'life-1', commandId: 'withdrawn', actor: merchant, event }
    expect(await runtime.dispatch(command)).toMatchObject({ accepted: true })
    const rest: string[] = []
    for (let after = first.next; after !== null; ) {
      const page = await runtime.work({ limit: 5, after }, { actor: p1 })
      rest.push(...page.items.map(({ lifecycleId, code }) => `${lifecycleId} ${code}`))
      after = page.next
    }
    const left = all.slice(6).filter((item) => item.lifecycleId !== 'life-1')
    expect(rest).toEqual(left.map(({ lifecycleId, code }) => `${lifecycleId} ${code}`))
  })

  it('leaves out that of one record which cannot be read, where a rule of its own has to look at it, and tells', async () => {
    const failures: Failure[] = []
    const error = new CorruptRecordError({ path: '/context', lifecycleId: 'life-2' })
    const load: Store['load'] = (id, within) =>
      id === 'life-2' ? Promise.reject(error) : store.load(id, within)
    const asked = (access: Access) =>
      createRuntime({
        ...{ store: { ...store, load }, access, services: silentServices, clock: testClock(later) },
        onFailure: (failure) => failures.push(failure),
      }).work({ limit: 1000 }, { actor: p1 })
    const all = (await runtime.work({ limit: 1000 }, { actor: p1 })).items
    const own = all.filter(({ lifecycleId }) => lifecycleId !== 'life-2')
    expect(own.length).toBeLessThan(all.length)
    const ofTheHouse: Access = ({ acquirerId }, { context }) => context.identity.acquirerId === acquirerId
    expect((await asked(ofTheHouse)).items).toEqual(own)
    expect(failures).toEqual([{ lifecycleId: 'life-2', error }])
    expect((await asked(() => false)).items).toEqual([])
  })

  it('hands out cursors that tell nothing but what was shown, and takes no others', async () => {
    const { items, next } = await runtime.work({ limit: 1 }, { actor: stranger })
    expect(next).toMatch(/^[\w-]+$/)
    const told = JSON.parse(decodeURIComponent(atob(String(next).replaceAll('-', '+').replaceAll('_', '/'))))
    const [item] = items
    expect(told).toEqual([null, item?.lifecycleId, item?.code, item?.ref ?? '', item?.list, 0])
    for (const after of [
      '',
      'x',
      '%',
      btoa('[]'),
      btoa('[1,2,3,4,5,6]'),
      btoa(JSON.stringify([...told, 1])),
      7,
    ])
      await expect(runtime.work({ after: after as string }, { actor: p1 })).rejects.toMatchObject({
        issues: [{ path: '/after', code: 'CURSOR_UNKNOWN' }],
      })
  })

  it('names each part of a question that there is not', async () => {
    const question = {
      ...{
        owner: 'bank',
        duty: 'cook',
        code: ['NOPE'],
        state: 'settlement.open',
        dueBefore: 'soon',
        limit: 0,
      },
      ...{ merchantId: 7, terminalId: {} },
    }
    await expect(runtime.work(question as never, { actor: p1 })).rejects.toMatchObject({
      issues: [
        { path: '/owner', code: 'NOT_ALLOWED_VALUE' },
        { path: '/duty', code: 'NOT_ALLOWED_VALUE' },
        { path: '/code', code: 'NOT_ALLOWED_VALUE' },
        { path: '/state', code: 'NOT_ALLOWED_VALUE' },
        { path: '/merchantId', code: 'INVALID_FORMAT' },
        { path: '/terminalId', code: 'INVALID_FORMAT' },
        { path: '/dueBefore', code: 'INVALID_FORMAT' },
        { path: '/limit', code: 'OUT_OF_RANGE' },
      ],
    })
    await expect(runtime.work({}, undefined as never)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})
