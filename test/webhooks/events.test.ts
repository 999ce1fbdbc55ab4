import { describe, expect, expectTypeOf, it } from 'vitest'
import { type ReceivedEvent, reportedEvents, type UnknownEvent } from '../../src/webhooks/index.ts'
import { cardNumber, randomFrom } from '../domain/card-numbers.ts'
import { keysRemoved } from './kit.ts'

const { data, timestamp } = keysRemoved
const { lifecycleId, ...members } = data
const eventOf = (payload: unknown) => {
  const read = reportedEvents(payload)
  return read.ok ? read.event : read.issues
}
const known = { type: 'keys.removed', timestamp, data: members, subject: { lifecycleId } }

describe('a reported event', () => {
  it('narrows on its type to the data of that type', () => {
    const event = {} as ReceivedEvent
    if (event.type === 'keys.removed')
      expectTypeOf(event.data.method).toEqualTypeOf<'zeroised' | 'destroyed' | 'revokedAtHost'>()
    if (event.type === 'payout.confirmed') {
      expectTypeOf(event.data.orderId).toEqualTypeOf<string>()
      expectTypeOf(event.data.amount).toEqualTypeOf<{ amount: number; currency: string }>()
      // @ts-expect-error a payout has no serial number
      event.data.serial
    }
    if (event.type === 'status.reported') expectTypeOf(event.data.acceptance).toEqualTypeOf<'on' | 'off'>()
  })

  it('leaves no type over but the unknown one', () => {
    const event = {} as Exclude<ReceivedEvent, { subject: unknown }>
    expectTypeOf(event).toEqualTypeOf<UnknownEvent>()
  })

  it('keeps new members out, at every depth, and all others in', () => {
    const newer = {
      ...keysRemoved,
      version: 2,
      data: { ...data, batch: { of: 3 }, witness: 'x' },
    }
    expect(eventOf(newer)).toEqual(known)
    const reading = {
      ...{ acceptance: 'off', registry: 'active', readAt: timestamp, source: 'host' },
      unsettled: { amount: 1, currency: 'CNY', scale: 2 },
    }
    const { data: read } = eventOf({
      type: 'status.reported',
      timestamp,
      data: { ...reading, lifecycleId },
    }) as {
      data: unknown
    }
    expect(read).toEqual({ ...reading, unsettled: { amount: 1, currency: 'CNY' } })
  })

  it('of a newer type is unknown, and no error', () => {
    expect(eventOf({ type: 'keys.rotated', timestamp, data: { anything: [1] } })).toEqual({
      type: 'unknown(keys.rotated)',
      timestamp,
      data: { anything: [1] },
    })
  })

  it('of a type that is the number of a card is told with a mask', () => {
    const type = cardNumber(randomFrom(5))
    expect(eventOf({ type, timestamp, data: {} })).toMatchObject({ type: 'unknown([REDACTED])' })
  })

  it.each(['constructor', '__proto__', 'toString', 'timer.due'])('of the type %s is unknown', (type) => {
    expect(eventOf({ type, timestamp, data: {} })).toMatchObject({ type: `unknown(${type})` })
  })

  it.each([
    ['no object', 'x', [{ path: '', code: 'WRONG_TYPE' }]],
    ['nothing in it', {}, ['/type', '/timestamp', '/data'].map((path) => ({ path, code: 'REQUIRED' }))],
    [
      'a type with blanks',
      { ...keysRemoved, type: 'keys removed' },
      [{ path: '/type', code: 'INVALID_FORMAT' }],
    ],
    [
      'a time without a zone',
      { ...keysRemoved, timestamp: '2026-11-28T09:00:00' },
      [{ path: '/timestamp', code: 'INVALID_INSTANT' }],
    ],
    [
      'nobody it is about',
      { ...keysRemoved, data: members },
      [{ path: '/data/lifecycleId', code: 'REQUIRED' }],
    ],
    [
      'an order that is none',
      { ...keysRemoved, data: { ...data, orderId: 'o-1' } },
      [{ path: '/data/orderId', code: 'INVALID_FORMAT' }],
    ],
    [
      'half a terminal',
      { ...keysRemoved, data: { ...members, terminalRef: 'a:b' } },
      [{ path: '/data/terminalRef', code: 'INVALID_FORMAT' }],
    ],
    [
      'a method that is none',
      { ...keysRemoved, data: { ...data, method: 'shredded' } },
      [{ path: '/data/method', code: 'NOT_ALLOWED_VALUE' }],
    ],
    [
      'a member for a secret',
      { ...keysRemoved, data: { ...data, pin: '1' } },
      [{ path: '/data/pin', code: 'FORBIDDEN_FIELD' }],
    ],
  ])('with %s is refused by path', (_, payload, issues) => {
    expect(eventOf(payload)).toEqual(issues)
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'with a member %s is refused, at every depth',
    (name) => {
      for (const type of ['keys.removed', 'keys.rotated']) {
        const text = JSON.stringify({ type, timestamp, data: { ...data, deep: [{ name: 1 }] } })
        const payload: unknown = JSON.parse(text.replace('"name"', `"${name}"`))
        expect(eventOf(payload)).toEqual([{ path: '', code: 'UNKNOWN_FIELD' }])
      }
    },
  )

  it('may be about the order that it answers, whether or not its data has one', () => {
    const orderId = 'life-1/7/1'
    const { data: confirmed, subject } = eventOf({
      type: 'keys.removed',
      timestamp,
      data: { ...members, orderId },
    }) as { data: unknown; subject: unknown }
    expect(subject).toEqual({ orderId })
    expect(confirmed).toEqual({ ...members, orderId })
    const closed = { caseId: 'CB-1', outcome: 'won', liability: 'merchant' }
    expect(eventOf({ type: 'dispute.closed', timestamp, data: { ...closed, orderId } })).toMatchObject({
      data: closed,
      subject: { orderId },
    })
  })
})
