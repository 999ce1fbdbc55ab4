import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '../../src/domain/calendar/working-days.ts'
import { isInForce, mostSpecific, saysMost, wasInForce } from '../../src/domain/dated.ts'
import {
  distinctPersons,
  isPending,
  isSamePerson,
  maskedReport,
  prcCalendar,
} from '../../src/domain/index.ts'
import { inOwnWords } from '../../src/domain/own-words.ts'
import { commonRules } from '../../src/domain/requests/common.ts'
import { brokenRules, lasts } from '../../src/domain/requests/rule.ts'

/** Midnight of the default zone is 16:00 of the day before in UTC. */
const at = (day: string, time = '12:00:00') => `${day}T${time}+08:00`

describe('What is published with its first and last day', () => {
  const entry = { from: '2026-03-10', until: '2026-04-10' }
  it.each([
    ['2026-03-09', '23:59:59', false, false],
    ['2026-03-10', '00:00:00', true, true],
    ['2026-04-10', '23:59:59', true, true],
    ['2026-04-11', '00:00:00', false, true],
    ['2026-05-10', '23:59:59', false, true],
    ['2026-05-11', '00:00:00', false, false],
  ])('on %s at %s is in force: %s, or was within thirty days: %s', (day, time, is, was) => {
    expect([isInForce(entry, at(day, time)), wasInForce(entry, at(day, time))]).toEqual([is, was])
    expect(isInForce({ from: entry.from }, at(day, time))).toBe(day >= entry.from)
  })

  it('is chosen by how much it says of what is asked for, then by its first day', () => {
    const [any, old, newer, model] = [
      { name: 'any', from: '2026-05-01', model: undefined, region: undefined },
      { name: 'old', from: '2026-01-01', model: 'A', region: undefined },
      { name: 'newer', from: '2026-02-01', model: 'A', region: undefined },
      { name: 'most', from: '2025-01-01', model: 'A', region: 'north' },
    ] as const
    for (const entries of [
      [any, old, newer],
      [newer, old, any],
      [old, any, newer],
    ]) {
      expect(mostSpecific(entries, 'model', 'region')).toBe(newer)
      expect(mostSpecific([...entries, model], 'model', 'region')).toBe(model)
      expect(mostSpecific([model, ...entries], 'model', 'region')).toBe(model)
    }
    expect(saysMost([any, model, old], 'model', 'region')).toEqual([model, old, any])
    expect(mostSpecific([], 'model' as never)).toBeUndefined()
  })
})

it('Working days are known only where both ends are', () => {
  const { knownFrom, knownUntil } = prcCalendar
  const before = `${Number(knownFrom.slice(0, 4)) - 1}-12-31`
  expect(addWorkingDays(prcCalendar, at(before), 9).known).toBe(false)
  expect(addWorkingDays(prcCalendar, at(knownFrom), 5).known).toBe(true)
  expect(addWorkingDays(prcCalendar, at(knownUntil), 5).known).toBe(false)
})

describe('One person', () => {
  it.each([
    ['p1', ' P1 '],
    ['p1', 'Ｐ１'],
    ['straße', 'STRASSE'],
    ['ǰ-1', 'J̌-1'],
    ['\u03B0', '\u03A5\u0308\u0301'],
  ])('is %s however it is written: %s', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true)
    expect(distinctPersons([one, 'p9', other])).toEqual([one, 'p9'])
  })
})

describe('A report that is masked', () => {
  const card = '4111111111111111'
  it('keeps the order and the life that it is about, whatever they look like, and nothing else', () => {
    const event = {
      type: 'payout.failed',
      payoutId: card,
      orderId: `life-${card}/1`,
      lifecycleId: card,
      reason: card,
    }
    const { payoutId, reason, ...kept } = maskedReport(event)
    expect(kept).toEqual({ type: event.type, orderId: event.orderId, lifecycleId: card })
    expect([payoutId, reason].some((text) => text.includes(card))).toBe(false)
  })

  it.each([1, 2, 3, 4, 5, 6])('is masked %d levels deep', (levels) => {
    const within = (level: number): object => (level === 1 ? { ref: card } : { inner: within(level - 1) })
    const report = { type: 'payout.failed', ...within(levels) }
    expect(JSON.stringify(maskedReport(report))).not.toContain(card)
  })
})

it.each([
  ['\n{known}\n ', { known: '' }, false],
  ['{unknown}', {}, false],
  ['', {}, false],
  [' \n{known}', { known: 'x' }, true],
])('A notice in own words of which %j is left is one, or none', (body, values, isOne) => {
  expect(inOwnWords({ subject: 'x', body }, values) !== undefined).toBe(isOne)
})

describe('A form', () => {
  const form = (postedOn: string) => ({
    ...{ channel: 'post', post: { postedOn }, signatory: { authority: 'owner' }, attested: true },
  })
  it.each([
    ['2026-03-09', []],
    ['2026-03-10', []],
    ['2026-03-11', [{ code: 'IN_THE_FUTURE', path: '/post/postedOn' }]],
  ])('posted on %s', (day, faults) => {
    expect(brokenRules(commonRules, form(day), at('2026-03-10', '00:30:00'))).toEqual(faults)
  })

  const [first, last] = [at('2026-03-10'), at('2026-03-12')]
  it.each([
    [first, last, at('2026-03-11'), true],
    [first, last, last, false],
    [first, last, at('2026-03-13'), false],
    [first, first, undefined, false],
    [last, first, undefined, false],
    [undefined, last, at('2026-03-11'), true],
    [first, undefined, last, true],
  ])(
    'asks for a time from %s until %s, as of %s: there is something left of it: %s',
    (from, until, now, left) => {
      expect(lasts(from, until, now)).toBe(left)
    },
  )
})

it.each([
  [{ pending: true }, true],
  [{ pending: 'yes' }, false],
  [{ pending: 1 }, false],
  [{ pending: false }, false],
  [[], false],
  [null, false],
])('The answer %j says that it goes on: %s', (answer, is) => {
  expect(isPending(answer)).toBe(is)
})
