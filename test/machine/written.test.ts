import { describe, expect, it } from 'vitest'
import { createLifecycle, type LifecycleInput } from '../../src/machine/index.ts'
import { approved, byTwo, drained, orderOf, over, run, saleOff } from '../support/closure.ts'
import { sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, start, terminal } from '../support/samples.ts'

const { open } = createLifecycle()
const daysAgo = (days: number) => new Date(Date.parse(start) - days * 86_400_000).toISOString()

describe('what an event writes', () => {
  it('a failure that may still turn out well leaves the order as it is', async () => {
    const world = openPlay()
    await run(world, approved)
    const orderId = await orderOf(world, 'disableAcceptance')
    const statusOf = async () => (await world.context()).orders[orderId]?.status
    await world.tell(sys, { type: 'order.failed', orderId, code: 'BUSY', retryable: true })
    expect(await statusOf()).toBe('ordered')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'BUSY', retryable: false })
    expect(await statusOf()).toBe('failed')
  })

  it('a statement that comes along is paid out in time only where something of it is still owed', () => {
    const clocksOf = (paid: number) => {
      const closing = {
        reason: 'NO_LONGER_NEEDED',
        startedAt: daysAgo(30),
        statement: { statementId: 's-1', upTo: daysAgo(2), net: 500, status: 'confirmed' },
        payouts: { 'old-p': { amount: paid, excess: 0, status: 'confirmed', reference: 'old-p' } },
      }
      const takenOver = { source: 'the old terminal management', asOf: daysAgo(1) }
      const input = { ...terminal({ takenOver }), closing } as LifecycleInput
      return Object.keys(open(input, { at: start, commandId: 'open' }).record.context.deadlines)
    }
    expect(clocksOf(200)).toContain('payoutDue')
    expect(clocksOf(500)).not.toContain('payoutDue')
  })

  it('a guarantee is due back after its tail only where something of it is left', async () => {
    const dueAfter = async (carried: number) => {
      const deposits = [
        { depositId: 'deposit-1', kind: 'guarantee', amount: cny(200_000), heldBy: 'acquirer-1' } as const,
      ]
      const world = openPlay(terminal({ deposits }))
      await run(world, approved, saleOff, drained)
      await byTwo(world, over('obligation-1', 'deposit', 'deposit-1', carried))
      await world.pass(400)
      return Object.keys((await world.context()).deadlines).includes('depositDue:deposit-1')
    }
    expect(await dueAfter(50_000)).toBe(true)
    expect(await dueAfter(200_000)).toBe(false)
  })
})
