import { describe, expect, it } from 'vitest'
import { allPages } from '../../src/client/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { caught } from '../client/kit.ts'
import { testClock } from '../support/clock.ts'
import { m1, p1, sys } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { filed } from './filed.ts'
import { lifecycleId, officeRuntime, portalOver } from './portal.ts'
import { goldenLife, peopleOf, runtimeWith } from './recorded.ts'

type Told = Parameters<ReturnType<typeof officeRuntime>['dispatch']>[0]['event']

const office = async (...told: readonly Told[]) => {
  const clock = testClock()
  const runtime = officeRuntime({ clock })
  await runtime.open(terminal())
  for (const [index, event] of told.entries()) {
    clock.tick(1_000)
    await runtime.dispatch({ lifecycleId, commandId: `told-${index}`, actor: p1, event })
  }
  return { ...portalOver(runtime), runtime, clock }
}
const closed = async (name = 'closure') => {
  const life = await goldenLife(name)
  const portal = portalOver(runtimeWith(life), peopleOf(life.record))
  return { ...portal, ...life.record, lifecycleId: life.record.lifecycleId }
}

const fault = {
  ...{ type: 'hold.placed', holdId: 'hold-1', code: 'NETWORK_FAULT' },
  ...{ source: 'deviceScreen', words: '屏幕显示无法联网', until: '2026-03-20T00:00:00Z' },
} as Told

describe('a merchant whose terminal is held', () => {
  it('reads the specific cause, where it became known and in whose words [R-114 R-252 R-253]', async () => {
    const { as } = await office(fault)
    const { items } = await as('m1').getHolds({ lifecycleId })
    expect(items).toMatchObject([
      {
        ...{ holdId: 'hold-1', code: 'NETWORK_FAULT', source: 'deviceScreen', words: '屏幕显示无法联网' },
        ...{ status: 'effective', caps: expect.arrayContaining(['sale']), until: '2026-03-20T00:00:00Z' },
        placedBy: { role: 'provider', onBehalfOf: null },
        reviewAt: expect.any(String),
      },
    ])
    expect(JSON.stringify(items)).not.toContain('"p1"')
  })

  it('is told of it by a notice in words, with what became of the notice [R-253]', async () => {
    const clock = testClock()
    const runtime = officeRuntime({ clock })
    await runtime.open(terminal())
    await runtime.dispatch({ lifecycleId, commandId: 'hold', actor: p1, event: fault })
    const { as } = portalOver(runtime, undefined, describeNotice)
    const waiting = (await as('m1').getNotices({ lifecycleId })).items
    expect(waiting).toMatchObject([
      {
        template: 'service_suspended',
        audience: 'merchant',
        ref: 'hold-1',
        status: 'waiting',
        endedAt: null,
      },
    ])
    expect(waiting[0]?.words?.['zh-CN']?.body).toContain('屏幕显示无法联网')
    expect(waiting[0]?.words?.en?.subject).toMatch(/terminal/i)
    clock.tick(1_000)
    const orderId = waiting[0]?.orderId ?? ''
    const sent = {
      type: 'notice.sent',
      template: 'service_suspended',
      audience: 'merchant',
      orderId,
    } as const
    await runtime.dispatch({ lifecycleId, commandId: 'sent', actor: sys, event: sent })
    const [notice] = (await as('m1').getNotices({ lifecycleId })).items
    expect(notice).toMatchObject({ status: 'sent', endedAt: clock.now() })
    const all = (await as('p1').getNotices({ lifecycleId })).items.map(({ audience }) => audience)
    expect(new Set(all).size).toBeGreaterThan(1)
  })
})

describe('money', () => {
  it('is told to the merchant as the books have it: statement with its parts, payouts, deposits, charges [R-197 R-199]', async () => {
    const { as, lifecycleId, context } = await closed('damaged')
    const settlement = await as('m1').getSettlement({ lifecycleId })
    const { statement } = context.closing ?? {}
    expect(settlement.statement).toMatchObject({
      statementId: statement?.statementId,
      net: { amount: statement?.net, currency: 'CNY' },
    })
    expect(settlement.open.amount).toBe(0)
    expect(JSON.stringify(settlement)).not.toContain(context.payoutAccount?.token ?? 'no account')
    const deposits = (await as('m1').getDeposits({ lifecycleId })).items
    for (const { amount, open, refunds, deductions, carriedOver, depositId } of deposits) {
      const paid = refunds.filter(({ status }) => status === 'confirmed').map(({ amount }) => amount.amount)
      const sums = [
        ...paid,
        ...deductions.map(({ amount }) => amount.amount),
        carriedOver.amount,
        open.amount,
      ]
      expect(sums.reduce((sum, one) => sum + one, 0)).toBe(amount.amount)
      expect(await as('m1').getDeposit({ lifecycleId, depositId })).toMatchObject({ amount })
    }
    expect(deposits).not.toEqual([])
    const charges = (await as('m1').getCharges({ lifecycleId })).items
    expect(charges.map(({ chargeId }) => chargeId).sort()).toEqual(Object.keys(context.charges).sort())
    expect(await caught(as('m1').getDeposit({ lifecycleId, depositId: 'never-given' }))).toMatchObject({
      refusal: 'NOT_FOUND',
    })
  })

  it('of transactions shows the open ones, and the others when they are asked for', async () => {
    const sale = (ref: string, state: 'pending' | 'settled') =>
      ({
        type: 'transaction.reported',
        ref,
        kind: 'sale',
        state,
        amount: { amount: 100, currency: 'CNY' },
        occurredAt: '2026-03-01T00:00:00Z',
      }) as unknown as Told
    const { as, runtime } = await office(sale('t-1', 'pending'), sale('t-2', 'settled'))
    const known = Object.keys((await runtime.get(lifecycleId, { actor: p1 }))?.context.transactions ?? {})
    const refs = async (state?: 'open' | 'ended' | 'all') =>
      (await as('m1').getTransactions({ lifecycleId, ...(state && { state }) })).items.map(({ ref }) => ref)
    expect(known).toContain('t-1')
    expect(await refs()).toEqual(['t-1'])
    expect(await refs('all')).toEqual(known.sort())
    expect(await refs('ended')).toEqual(known.filter((ref) => ref !== 't-1'))
  })
})

describe('devices', () => {
  it('are read with their journey back', async () => {
    const { as, lifecycleId, context } = await closed()
    const { items } = await as('m1').getDevices({ lifecycleId })
    const [device] = Object.values(context.devices)
    expect(items).toMatchObject([
      {
        serial: device?.serial,
        custody: device?.custody,
        receivedAt: device?.receivedAt,
        erasure: device?.erasure,
      },
    ])
    expect(items[0]).not.toHaveProperty('erasedBy')
  })
})

describe('what is to be done and what happened', () => {
  it('is asked for from time to time: an application is followed by what changes [R-094]', async () => {
    const { as, clock } = await office()
    const start = await as('m1').getChanges({})
    clock.tick(1_000)
    await as('m1').submitClosure({ lifecycleId, ...filed })
    const { applicationId } = filed
    const next = await as('m1').getChanges({ after: start.cursor ?? '' })
    expect(next.items.map(({ entry }) => entry.cause.type)).toEqual(['closure.requested'])
    expect(await as('m1').getApplication({ applicationId })).toMatchObject({ status: 'underReview' })
    clock.tick(1_000)
    await as('p2').decideApplication({
      applicationId,
      decision: 'askInformation',
      items: ['licence'],
    } as never)
    const last = await as('m1').getChanges({ after: next.cursor ?? '', limit: 1 })
    expect(last).toMatchObject({
      more: false,
      items: [{ lifecycleId, entry: { cause: { type: 'review.informationRequested' } } }],
    })
    expect(await as('m1').getApplication({ applicationId })).toMatchObject({ status: 'needsInformation' })
    const rest = await as('m1').getChanges({ after: last.cursor ?? '' })
    expect(rest).toEqual({ items: [], cursor: last.cursor, more: false })
  })

  it('is said of each terminal once, whatever size its pages have', async () => {
    const { as, runtime } = await office()
    const others = ['life-2', 'life-3', 'life-4', 'life-5', 'life-6']
    for (const [place, other] of others.entries())
      await runtime.open(terminal({ lifecycleId: other, terminalId: `1000001${place}` }))
    for (const limit of [1, 2, 3, 5, 6, 7]) {
      const paged: string[] = []
      for await (const one of allPages(as('m1').findTerminals, { limit })) paged.push(one.lifecycleId)
      expect(paged, `${limit} at a time`).toEqual([lifecycleId, ...others])
    }
  })

  it('is a list for each duty, page by page', async () => {
    const { as } = await office(fault)
    await as('m1').submitClosure({ lifecycleId, ...filed })
    const review = (await as('p1').getWork({ duty: 'reviewer', code: ['REVIEW_OPEN'] })).items
    expect(review).toMatchObject([{ lifecycleId, code: 'REVIEW_OPEN', duties: ['reviewer'] }])
    const all = (await as('p1').getWork({})).items
    const paged: unknown[] = []
    for await (const item of allPages(as('p1').getWork, { limit: 1 })) paged.push(item)
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThan(2)
    expect(await caught(as('p1').getWork({ cursor: 'e30' }))).toMatchObject({
      reason: '/cursor CURSOR_UNKNOWN',
    })
  })

  it('has the orders of the acquirer for the acquirer, with nothing about accounts', async () => {
    const { as, lifecycleId, context } = await closed()
    const orders = (await as('p1').getOrders({ lifecycleId })).items
    expect(orders.map(({ orderId }) => orderId).sort()).toEqual(Object.keys(context.orders).sort())
    expect(orders.find(({ kind }) => kind === 'refundDeposit')?.about).toMatchObject({
      amount: expect.any(Number),
    })
    expect(JSON.stringify(orders)).not.toMatch(/accountToken|reply/)
    expect(await caught(as('m1').getOrders({ lifecycleId }))).toMatchObject({ refusal: 'ROLE_NOT_ALLOWED' })
    expect(m1.role).toBe('merchant')
  })
})
