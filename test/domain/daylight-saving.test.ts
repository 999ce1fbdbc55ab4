import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  addYears,
  defaultPolicy,
  mondayToFriday,
  type WorkingDayCalendar,
  workingDaysBetween,
} from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { openPlay } from '../support/play.ts'
import { terminal } from '../support/samples.ts'

/** What the clocks of a zone show, as the host knows it. */
const offsetIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  return (instant: string): number => {
    const text = format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text ?? '') ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
}
const of = (timeZone: string): WorkingDayCalendar => ({
  ...mondayToFriday,
  id: timeZone,
  knownFrom: '2020-01-01',
  knownUntil: '2099-12-31',
  utcOffsetMinutes: offsetIn(timeZone),
})
const berlin = of('Europe/Berlin')

describe('a calendar of a place that changes its clocks', () => {
  it.each([
    // both seasons
    ['2026-07-06T10:00:00+02:00', 3, '2026-07-09T23:59:59+02:00'],
    ['2026-01-12T10:00:00+01:00', 3, '2026-01-15T23:59:59+01:00'],
    // across the change: 29 March and 25 October 2026
    ['2026-03-27T10:00:00+01:00', 1, '2026-03-30T23:59:59+02:00'],
    ['2026-10-23T10:00:00+02:00', 1, '2026-10-26T23:59:59+01:00'],
    // on the day of the change itself
    ['2026-03-29T00:30:00+01:00', 0, '2026-03-29T23:59:59+02:00'],
    ['2026-10-25T00:30:00+02:00', 0, '2026-10-25T23:59:59+01:00'],
    // half past midnight there: already the next day in summer, still this one in winter
    ['2026-07-06T22:30:00Z', 1, '2026-07-08T23:59:59+02:00'],
    ['2026-01-12T22:30:00Z', 1, '2026-01-13T23:59:59+01:00'],
  ])('from %s, %i working days end %s [C-06 OQ-26]', (from, days, due) => {
    expect(addWorkingDays(berlin, from, days)).toEqual({ due, known: true })
    expect(workingDaysBetween(berlin, from, due)).toBe(days)
  })

  it.each([
    ['America/New_York', '2026-03-06T12:00:00-05:00', 1, '2026-03-09T23:59:59-04:00'],
    ['Australia/Lord_Howe', '2026-04-03T12:00:00+11:00', 1, '2026-04-06T23:59:59+10:30'],
    // clocks go back at midnight there, so that the last hour of Saturday comes twice: the second one ends it
    ['America/Havana', '2026-10-31T12:00:00-04:00', 0, '2026-10-31T23:59:59-04:00'],
    ['America/Asuncion', '2023-03-25T12:00:00-03:00', 0, '2023-03-25T23:59:59-04:00'],
  ])('in %s from %s, %i working days end %s [OQ-26]', (zone, from, days, due) => {
    expect(addWorkingDays(of(zone), from, days).due).toBe(due)
  })

  it.each([
    ['2026-07-06T10:00:00+02:00', 10, '2036-07-06T08:00:00.000Z'],
    ['2026-01-12T10:00:00+01:00', 10, '2036-01-12T09:00:00.000Z'],
    // 28 March is summer in 2027 and winter in 2026; ten in the morning stays ten in the morning
    ['2026-03-28T10:00:00+01:00', 1, '2027-03-28T08:00:00.000Z'],
    // half past two does not come on that day: as clocks would have gone on
    ['2026-03-28T02:30:00+01:00', 1, '2027-03-28T01:30:00.000Z'],
    ['2028-02-29T00:30:00+01:00', 1, '2029-02-27T23:30:00.000Z'],
  ])('from %s, %i years later is %s [OQ-26]', (from, years, due) => {
    expect(addYears(berlin, from, years)).toBe(due)
  })

  it('says when the clocks of a life run out, working days and years alike', async () => {
    const lifecycle = createLifecycle({ calendar: berlin })
    const world = openPlay(terminal(), '2026-07-06T08:00:00Z', lifecycle, defaultPolicy)
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const { deadlines, closing } = await world.context()
    const told = world.history.flatMap(({ context }) => Object.values(context.deadlines))
    const ends = told.filter(({ rule }) => rule.unit === 'workingDays')
    expect(ends.length).toBeGreaterThan(0)
    for (const { due } of ends) expect(due).toMatch(/T23:59:59\+02:00$/)
    expect(deadlines.retention?.due).toBe(closing?.closedAt?.replace(/^2026/, '2036'))
  })
})
