import { findWorkday, isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mondayToFriday } from '../../src/domain/calendar/monday-to-friday.ts'
import { prcCalendar } from '../../src/domain/calendar/prc.ts'
import type { WorkingDayCalendar } from '../../src/domain/calendar/working-day-calendar.ts'
import { addWorkingDays, workingDaysBetween } from '../../src/domain/calendar/working-days.ts'

const day = (from: string, plus: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10)
const allDays = Array.from({ length: 2557 }, (_, plus) => day('2020-01-01', plus))
const morning = (date: string) => `${date}T09:30:00+08:00`

/** Instants of 2020 to 2025, so that every deadline drawn from them lies in what the calendar knows. */
const instant = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2025-12-31T00:00:00Z') })
  .map((milliseconds) => new Date(milliseconds).toISOString())
const days = fc.integer({ min: 0, max: 60 })

describe('the calendar of the PRC', () => {
  test('says since and until when it is known', () => {
    expect([prcCalendar.knownFrom, prcCalendar.knownUntil]).toEqual(['2020-01-01', '2026-12-31'])
    expect(prcCalendar.version).toMatch(/^2026-[0-9a-f]{8}$/)
  })

  test('agrees with chinese-days on every day of 2020 to 2026', () => {
    expect(allDays.at(-1)).toBe('2026-12-31')
    expect(allDays.filter((date) => prcCalendar.isWorkingDay(date) !== isWorkday(date))).toEqual([])
  })

  test('asked for something that is no day, it does not guess', () => {
    for (const date of ['2026-13-01', '2026-2-1', '', 'tomorrow', '2026-02-14T00:00:00Z']) {
      expect(() => prcCalendar.isWorkingDay(date)).toThrow('YYYY-MM-DD')
    }
  })

  test.each([
    ['2026-02-13', true, 'Friday'],
    ['2026-02-14', true, 'Saturday, worked for the holiday'],
    ['2026-02-15', false, 'Sunday'],
    ['2026-02-16', false, 'Monday'],
    ['2026-02-17', false, 'first day of the year'],
    ['2026-02-20', false, 'Friday'],
    ['2026-02-23', false, 'Monday'],
    ['2026-02-24', true, 'Tuesday'],
    ['2026-02-28', true, 'Saturday, worked for the holiday'],
    ['2026-03-01', false, 'Sunday'],
  ])('Spring Festival 2026: %s is worked: %s (%s)', (date, worked) => {
    expect(prcCalendar.isWorkingDay(date)).toBe(worked)
  })
})

describe('addWorkingDays', () => {
  test.each([
    ['2026-02-12T10:00:00+08:00', 1, '2026-02-13T23:59:59+08:00'],
    ['2026-02-12T10:00:00+08:00', 2, '2026-02-14T23:59:59+08:00'],
    ['2026-02-12T10:00:00+08:00', 3, '2026-02-24T23:59:59+08:00'],
    ['2026-02-12T10:00:00+08:00', 4, '2026-02-25T23:59:59+08:00'],
    ['2026-02-11T10:00:00+08:00', 7, '2026-02-27T23:59:59+08:00'],
    ['2026-02-17T00:00:00+08:00', 1, '2026-02-24T23:59:59+08:00'],
    ['2026-02-12T10:00:00+08:00', 0, '2026-02-12T23:59:59+08:00'],
  ])('[R-132] [C-06] from %s, %i working days end %s', (from, count, due) => {
    expect(addWorkingDays(prcCalendar, from, count)).toEqual({ due, known: true })
  })

  test("the start day is the one on the calendar's clock, whatever offset the instant is written with", () => {
    const late = '2026-03-02T23:30:00+08:00'
    expect(addWorkingDays(prcCalendar, '2026-03-02T15:30:00Z', 1)).toEqual(
      addWorkingDays(prcCalendar, late, 1),
    )
    expect(addWorkingDays(prcCalendar, '2026-03-02T16:30:00Z', 1).due).toBe('2026-03-04T23:59:59+08:00')
  })

  test('past what is known it takes Monday to Friday and says so', () => {
    expect(addWorkingDays(prcCalendar, morning('2026-12-30'), 1).known).toBe(true)
    expect(addWorkingDays(prcCalendar, morning('2026-12-30'), 5)).toEqual({
      due: '2027-01-06T23:59:59+08:00',
      known: false,
    })
    expect(addWorkingDays(prcCalendar, morning('2019-12-30'), 5).known).toBe(false)
    expect(addWorkingDays(mondayToFriday, morning('2026-03-02'), 5)).toEqual({
      due: '2026-03-09T23:59:59+08:00',
      known: false,
    })
  })

  test('lands on the same day as chinese-days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const local = day('1970-01-01', Math.floor((Date.parse(from) + 28_800_000) / 86_400_000))
        expect(addWorkingDays(prcCalendar, from, count).due.slice(0, 10)).toBe(findWorkday(count, local))
      }),
    )
  })

  test('never earlier for a later start or for more days', () => {
    fc.assert(
      fc.property(instant, instant, days, days, (a, b, m, n) => {
        const [early, late] = [a, b].sort()
        const [few, many] = m < n ? [m, n] : [n, m]
        const due = addWorkingDays(prcCalendar, early as string, few).due
        expect(due <= addWorkingDays(prcCalendar, late as string, many).due).toBe(true)
      }),
    )
  })

  test.each([-480, 0, 330, 765])('writes the offset of %i minutes', (utcOffsetMinutes) => {
    const { due } = addWorkingDays({ ...prcCalendar, utcOffsetMinutes }, '2026-03-02T12:00:00Z', 1)
    expect((Date.parse(due) + utcOffsetMinutes * 60_000 + 1000) % 86_400_000).toBe(0)
  })

  test('refuses what it cannot count', () => {
    for (const count of [-1, 1.5, Number.NaN, 10_001]) {
      expect(() => addWorkingDays(prcCalendar, morning('2026-03-02'), count)).toThrow(RangeError)
    }
    for (const from of ['2026-03-02', '2026-03-02T09:30:00', '2026-13-02T09:30:00Z', 'soon']) {
      expect(() => addWorkingDays(prcCalendar, from, 1)).toThrow(/with offset/)
    }
    const lazy: WorkingDayCalendar = {
      ...prcCalendar,
      knownUntil: '9999-12-31',
      isWorkingDay: () => false,
    }
    expect(() => addWorkingDays(lazy, morning('2026-03-02'), 1)).toThrow(/no working day/)
  })
})

describe('workingDaysBetween', () => {
  test('counts what addWorkingDays added', () => {
    fc.assert(
      fc.property(instant, days, (from, count) => {
        const { due } = addWorkingDays(prcCalendar, from, count)
        expect(workingDaysBetween(prcCalendar, from, due)).toBe(count)
      }),
    )
  })

  test('a clock paused and resumed on the same day is due when it was', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { due } = addWorkingDays(prcCalendar, from, count)
        const left = workingDaysBetween(prcCalendar, from, due)
        expect(addWorkingDays(prcCalendar, from, left).due).toBe(due)
      }),
    )
  })

  test('[C-06] a pause over the holiday keeps the days that were left', () => {
    const due = addWorkingDays(prcCalendar, morning('2026-02-11'), 7).due
    const left = workingDaysBetween(prcCalendar, morning('2026-02-13'), due)
    expect(left).toBe(5)
    expect(addWorkingDays(prcCalendar, morning('2026-03-02'), left).due).toBe('2026-03-09T23:59:59+08:00')
  })

  test('is 0 backwards and refuses centuries', () => {
    expect(workingDaysBetween(prcCalendar, morning('2026-03-02'), morning('2026-02-02'))).toBe(0)
    expect(() => workingDaysBetween(prcCalendar, '0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z')).toThrow(
      RangeError,
    )
  })
})
