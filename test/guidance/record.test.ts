import { describe, expect, test } from 'vitest'
import type { SuspensionReason } from '../../src/domain/index.ts'
import { type GuidancePhase, guidanceFor, guidancePhases } from '../../src/guidance/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { HoldPlaced } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, reviewApproved, terminal } from '../support/samples.ts'

const hold = (code: SuspensionReason, differs: Partial<HoldPlaced> = {}): HoldPlaced => ({
  type: 'hold.placed',
  holdId: 'case-5',
  code,
  ...(code === 'OTHER' && { words: 'as the shop said' }),
  ...differs,
})
const codes = (record: LifecycleRecord, phase?: GuidancePhase) =>
  guidanceFor(record, phase).map(({ code }) => code)

describe('guidance for a terminal', () => {
  test('in service is what to know before anything is applied for', async () => {
    const record = await openPlay().record()
    expect(codes(record)).toEqual(codes(record, 'beforeApplying'))
    expect(codes(record)).toEqual(expect.arrayContaining(['ASK_WHY_IT_STOPPED', 'COPY_BEFORE_CLOSING']))
  })

  test('suspended is that of its reason, and of each of two', async () => {
    const world = openPlay()
    await world.tell(p1, hold('LICENCE_EXPIRED'))
    expect(guidanceFor(await world.record())).toEqual(
      guidanceFor({ suspension: 'LICENCE_EXPIRED' }, 'suspended'),
    )
    await world.tell(p1, hold('ACCOUNT_ARREARS', { holdId: 'case-6' }))
    expect(codes(await world.record())).toEqual(expect.arrayContaining(['RENEW_LICENCE', 'PAY_ARREARS']))
  })

  test('back in service is the after-care and prevention of what is over', async () => {
    const world = openPlay()
    await world.tell(p1, hold('REACTIVATION_CHECK'))
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'case-5', reason: 'placed by mistake' })
    expect(guidanceFor(await world.record())).toEqual(
      guidanceFor({ suspension: 'REACTIVATION_CHECK' }, 'backInService'),
    )
  })

  test('names the device’s own help unless it is known that there is none [R-064]', async () => {
    for (const [selfService, isNamed] of [
      [true, true],
      [undefined, true],
      [false, false],
    ] as const) {
      const devices = terminal().devices.map((device) => ({
        ...device,
        ...(selfService !== undefined && { selfService }),
      }))
      const world = openPlay(terminal({ devices }))
      await world.tell(p1, hold('HARDWARE_FAULT'))
      const told = codes(await world.record())
      expect(told.includes('TRY_DEVICES_OWN_HELP')).toBe(isNamed)
      expect(told).toContain('RESTART_FIRST')
    }
  })

  test('that still sells is not told to send customers away', async () => {
    const world = openPlay()
    await world.tell(p1, hold('RULE_VIOLATION', { caps: ['payout'], release: 'provider' }))
    const told = codes(await world.record())
    for (const code of ['OTHER_WAY_TO_BE_PAID', 'TELL_CUSTOMERS_OF_PAUSE', 'APPLY_WHEN_MENDED'])
      expect(told).not.toContain(code)
    expect(told).toContain('RECTIFY')
    const usual = guidanceFor({ suspension: 'SETTLEMENT_ACCOUNT_CHANGED' }).map(({ code }) => code)
    expect(usual).not.toContain('TEST_BEFORE_SELLING')
  })

  test('that rests later is what to do before', async () => {
    const world = openPlay()
    const startsAt = new Date(Date.parse(world.at()) + 5 * 86_400_000).toISOString()
    await world.tell(p1, hold('SYSTEM_MAINTENANCE', { startsAt }))
    expect(guidanceFor(await world.record())).toEqual(
      guidanceFor({ suspension: 'SYSTEM_MAINTENANCE' }, 'beforeApplying'),
    )
  })

  test('closing is that of its reason, and so is that of a closed one', async () => {
    const world = openPlay()
    await world.tell(m1, closureRequested())
    await world.tell(p1, reviewApproved('application-1', ['closure_request', 'business_licence']))
    const record = await world.record()
    const reason = record.context.closing?.reason ?? 'OTHER'
    expect(guidanceFor(record)).toEqual(guidanceFor({ closure: reason }, 'closing'))
    const closing = record.context.closing && { ...record.context.closing, closedAt: world.at() }
    const closed = { ...record, context: { ...record.context, closing } }
    expect(guidanceFor(closed)).toEqual(guidanceFor({ closure: reason }, 'closed'))
  })

  test('speaks of times as its own policy has them', async () => {
    const { context, ...rest } = await openPlay().record()
    const clocks = { ...context.policy.clocks, 'reviewDue.closure': { amount: 9, unit: 'days' as const } }
    const record = { ...rest, context: { ...context, policy: { ...context.policy, clocks } } }
    const item = guidanceFor(record).find(({ code }) => code === 'TIME_TO_ALLOW_FOR_CLOSING')
    expect(item?.time).toEqual({ amount: 9, unit: 'days' })
  })
})

describe('a hidden hold [I15]', () => {
  const hidden = async (code: SuspensionReason, input = terminal()) => {
    const world = openPlay(input)
    const before = await world.record()
    await world.tell(p2, hold(code, { disclosure: 'hidden', release: 'provider' }))
    return { before, after: await world.record() }
  }

  test.each(['RULE_VIOLATION', 'MALICIOUS_ATTACK', 'OTHER'] as const)(
    'for %s shows in no phase',
    async (code) => {
      const { before, after } = await hidden(code)
      for (const phase of [undefined, ...guidancePhases])
        expect(guidanceFor(after, phase)).toEqual(guidanceFor(before, phase))
    },
  )

  test('does not show beside an open one', async () => {
    const holds = [{ holdId: 'licence', code: 'LICENCE_EXPIRED' as const }]
    const { before, after } = await hidden('MALICIOUS_ATTACK', terminal({ holds }))
    for (const phase of [undefined, ...guidancePhases])
      expect(guidanceFor(after, phase)).toEqual(guidanceFor(before, phase))
  })
})
