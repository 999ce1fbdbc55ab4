import type { Dated } from '../domain/index.ts'
import { crossField } from './forms/cross-field.ts'
import { Day } from './primitives.ts'

/** First and last calendar day in force; without `until` still in force. */
export const dated = { from: Day, until: Day.optional() } as const

export const periodHolds = crossField<Dated>()({
  code: 'PERIOD_REVERSED',
  reads: ['until', 'from'],
  holds: ({ from, until }) => until === undefined || from <= until,
})
