import { expect, it } from 'vitest'
import { type EventType, eventTypes, naturalKeys } from '../../src/domain/index.ts'
import { openRecord, reminded, reportKey, step, toldAs } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { diceOf } from '../support/dice.ts'
import { p1, sys } from '../support/people.ts'
import { eventFor } from '../support/random-events.ts'
import { start, terminal } from '../support/samples.ts'
import { plantings } from '../support/told-events.ts'

const record = openRecord(terminal(), { at: start })
const at = '2026-03-02T10:00:00+08:00'
const cardNumber = '4111111111111111'

it('a report is asked for under the key that it is kept under, whatever secret stands in it [OQ-28]', () => {
  let masked = 0
  for (const { type, event } of plantings(record, at)) {
    const command = { commandId: 'c-1', at, actor: sys, event: event(cardNumber) }
    const asked = reportKey(command)
    const answer = step(record, command)
    if (!asked || !answer.accepted || !answer.entry) continue
    const { cause, actor } = answer.entry
    if (!('type' in cause)) continue
    expect({ type, key: reportKey({ event: cause, actor }) }).toEqual({ type, key: asked })
    expect(JSON.stringify(asked)).not.toContain(cardNumber)
    expect(toldAs(answer.record, asked.name)).toBeDefined()
    if (JSON.stringify(asked).includes('masked-')) masked += 1
  }
  expect(masked).toBeGreaterThan(5)
})

it('a record is reminded of one report and of nothing else, and stays as it was', () => {
  const command = { commandId: 'c-1', at, actor: sys, event: eventFor('order.failed', record, diceOf(1), at) }
  const before = JSON.stringify(record)
  const { name = '' } = reportKey(command) ?? {}
  const told = { content: 'abc', counted: false }
  const { context, ...rest } = reminded(record, name, told)
  const { context: own, ...restBefore } = record
  expect(rest).toEqual(restBefore)
  expect(context).toEqual({ ...own, told: { always: { [name]: told } } })
  expect(JSON.stringify(record)).toBe(before)
})

it('whatever has a natural key is known by it, and nothing else is', () => {
  const isKeyed = (type: EventType) => type in naturalKeys && type !== 'timer.due'
  for (const type of eventTypes.filter((type) => type !== 'timer.due')) {
    const event = { type } as LifecycleEvent
    expect({ type, known: reportKey({ commandId: 'c', at, actor: p1, event }) !== undefined }).toEqual({
      type,
      known: isKeyed(type),
    })
  }
  expect(reportKey({ commandId: 'c', at, timer: 'verifyDue' })).toBeUndefined()
})

it("what came back is known by the bank's reference where it names one, and otherwise by the name that earlier releases gave it", () => {
  const known = (event: object) =>
    reportKey({ commandId: 'c', at, actor: sys, event: event as LifecycleEvent }) ?? expect.fail('unknown')
  const payout = { type: 'payout.returned', payoutId: 'p', orderId: 'o' }
  const refund = { type: 'refund.returned', depositId: 'd', orderId: 'o' }
  expect([payout, refund].map((event) => known(event).name)).toEqual([
    ...['payout.returned:1d7kxm7ht9x', 'refund.returned:28fdodkmz3r'],
  ])
  for (const event of [payout, refund]) {
    expect(known({ ...event, returnRef: 'r-1' }).values).toEqual([...known(event).values, 'r-1'])
    expect(known({ ...event, returnRef: 'r-1' }).name).not.toBe(known(event).name)
  }
})
