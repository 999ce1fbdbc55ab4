import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../src/command/standing.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { recordWith } from '../runtime/records.ts'
import {
  accountVerified,
  approved,
  byTwo,
  clearingParts,
  drained,
  orderOf,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { cny, paper, serial, start, terminal } from '../support/samples.ts'
import { openWorld, type World } from '../support/world.ts'
import { desk } from './desk.ts'

/** What `why` says of a life that was told this, in both languages and as JSON. */
const whyOf = async (tell: (world: World) => Promise<unknown>, input: LifecycleInput = terminal()) => {
  const { data, ask } = desk()
  mkdirSync(data)
  const store = sqliteStore(join(data, 'terminals.db'))
  await tell(await openWorld(input, start, store))
  await store.close()
  const said = async (...args: readonly string[]) => (await ask('why', input.lifecycleId, ...args)).said
  const { standing, planned } = JSON.parse(await said('--json'))
  return { en: await said('--locale', 'en'), zh: await said('--locale', 'zh-CN'), standing, planned }
}

const paid = async (world: World, end: 'payout.returned' | 'payout.failed') => {
  const { tell, at } = world
  await run(world, approved, saleOff, drained, accountVerified)
  await tell(sys, { type: 'settlement.stated', statementId: 's', upTo: at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 's' })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  const told = { payoutId: 'payout-1', orderId: await orderOf(world, 'payOut') }
  if (end === 'payout.failed') return tell(sys, { type: end, ...told, reason: 'account closed' })
  await tell(sys, { type: 'payout.confirmed', ...told, amount: cny(50_000) })
  return tell(sys, { type: end, ...told, amount: cny(50_000), reason: 'account closed' })
}

const refunded = async (world: World, end: 'refund.returned' | 'refund.failed') => {
  await run(world, approved, ...clearingParts.slice(0, 7))
  const amount = cny(200_000)
  await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-1', amount })
  const told = { depositId: 'deposit-1', orderId: await orderOf(world, 'refundDeposit') }
  if (end === 'refund.failed') return world.tell(sys, { type: end, ...told, reason: 'account closed' })
  await world.tell(sys, { type: 'refund.confirmed', ...told, amount })
  return world.tell(sys, { type: end, ...told, amount, reason: 'account closed' })
}

const rental = { chargeId: 'rent', kind: 'rental', amount: cny(30_000) } as const

describe('Of what stands in a ledger, why says', () => {
  it.each([
    [
      'payoutReturned',
      (world: World) => paid(world, 'payout.returned'),
      'Payout payout-1 of ¥500.00 came back from the bank and is owed again.',
      '付款 payout-1（¥500.00）被银行退回，须重新支付。',
    ],
    [
      'payoutFailed',
      (world: World) => paid(world, 'payout.failed'),
      'Payout payout-1 of ¥500.00 did not go out and is still owed.',
      '付款 payout-1（¥500.00）未能付出，仍须支付。',
    ],
    [
      'refundReturned',
      (world: World) => refunded(world, 'refund.returned'),
      'Refund refund-1 of ¥2,000.00 came back from the bank and is owed again.',
      '退款 refund-1（¥2,000.00）被银行退回，须重新退还。',
    ],
    [
      'refundFailed',
      (world: World) => refunded(world, 'refund.failed'),
      'Refund refund-1 of ¥2,000.00 did not go out and is still owed.',
      '退款 refund-1（¥2,000.00）未能付出，仍须退还。',
    ],
    [
      'chargeDisputed',
      ({ tell }: World) => tell(m1, { type: 'charge.disputed', chargeId: 'rent', grounds: 'not ours' }),
      'Charge rent of ¥300.00 is disputed and waits to be determined.',
      '费用 rent（¥300.00）有异议，待核定。',
    ],
    [
      'carriedOver',
      async (world: World) => {
        await run(world, approved)
        await byTwo(world, {
          type: 'obligation.carriedOver',
          obligationId: 'o',
          kind: 'deposit',
          ref: 'deposit-1',
          amount: cny(200_000),
          owner: 'acquirer-1',
          basis: 'insolvent',
          reviewAt: '2027-01-01T00:00:00+08:00',
        })
      },
      'deposit-1 of ¥2,000.00 is carried over beyond the closure.',
      'deposit-1（¥2,000.00）结转至关闭之后。',
    ],
    [
      'deviceWiped',
      ({ tell }: World) => tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' }),
      `Device ${serial} was wiped without leave.`,
      `设备 ${serial} 未经授权被擦除。`,
    ],
    [
      'deviceLost',
      async (world: World) => {
        await world.tell(m1, { type: 'device.lost', serial, kind: 'lost', report: paper('loss_report') })
        await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
        await byTwo(world, { type: 'loss.accepted', serial, evidence: [paper('loss_report', 'again')] })
      },
      `Device ${serial} is given up as lost.`,
      `设备 ${serial} 已按遗失处理。`,
    ],
    [
      'journeyFault',
      async (world: World) => {
        await run(world, approved)
        await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 't' })
      },
      `Device ${serial}: `,
      `设备 ${serial}：`,
    ],
    [
      'unreachable',
      (world: World) =>
        byTwo(world, {
          type: 'counterparty.declaredUnreachable',
          party: 'merchant',
          evidence: [paper('service_of_notice')],
        }),
      'Declared unreachable: Merchant.',
      '已认定无法联系：商户。',
    ],
  ] as const)('%s, in both languages', async (what, tell, inEnglish, inChinese) => {
    const charges = what === 'chargeDisputed' ? [rental] : []
    const { en, zh, standing } = await whyOf(tell, terminal({ charges }))
    expect(en).toContain(`\n${inEnglish}`)
    expect(zh).toContain(`\n${inChinese}`)
    expect(standing).toMatchObject([{ what }])
  })

  it('nothing of money that was paid in the end', async () => {
    const { standing } = await whyOf(async (world) => {
      await paid(world, 'payout.returned')
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(50_000) })
    })
    expect(standing).toEqual([])
  })

  it('nothing of a sum that is owed no more, whatever else is owed', () => {
    const amount = cny(10_000)
    const gone = (status: string, reference: string) => ({ status, reference, amount: 10_000, excess: 0 })
    const deposit = (depositId: string, refunds: object) => ({
      ...{
        depositId,
        kind: 'device_pledge',
        amount,
        heldBy: 'acquirer',
        refunds,
        deductions: {},
        carriedOver: 0,
      },
    })
    const charge = (chargeId: string, payments: object) => ({
      ...{ chargeId, kind: 'rental', amount, status: 'disputed', payments, carriedOver: 0 },
    })
    const ledgers = {
      deposits: {
        'd-1': deposit('d-1', { a: gone('failed', 'refund-1'), b: gone('confirmed', 'refund-2') }),
        'd-2': deposit('d-2', {}),
      },
      charges: { 'c-1': charge('c-1', { p: 10_000 }), 'c-2': charge('c-2', {}) },
      carriedOver: {
        o: { obligationId: 'o', kind: 'charge', ref: 'c-9', amount, discharged: false },
        p: { obligationId: 'p', kind: 'charge', ref: 'c-8', amount, discharged: true },
      },
    }
    const toldAt = (closedAt: string | undefined, isClosing: boolean) => {
      const record = recordWith({ ...(isClosing && { closedAt: start }) }, 1)
      const { closing } = record.context
      const context = {
        ...record.context,
        ...ledgers,
        closing: closing && { ...closing, closedAt: closedAt ?? null },
      }
      return standingOf({ ...record, context } as never, 'en').map(({ what, ref }) => `${what} ${ref}`)
    }
    expect(toldAt(undefined, false)).toEqual(['chargeDisputed c-2'])
    expect(toldAt(undefined, true)).toEqual(['chargeDisputed c-2', 'carriedOver c-9'])
    expect(toldAt(start, true)).not.toContain('carriedOver c-9')
  })

  it('when a pause that is planned begins', async () => {
    const startsAt = '2026-04-01T00:00:00+08:00'
    const { en, zh, planned } = await whyOf(({ tell }) =>
      tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', startsAt }),
    )
    expect(en).toMatch(/\nPlanned: \S.* · from 1 April 2026$/m)
    expect(zh).toMatch(/\n计划限制: \S.* · 自 2026年4月1日$/m)
    expect(planned).toMatchObject([{ holdId: 'h' }])
  })
})
