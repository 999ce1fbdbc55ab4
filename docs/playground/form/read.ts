import type { Draft } from './draft.ts'

const offset = '+08:00'
const two = (text: string): string => text.padStart(2, '0')

/** The parts of a day, and of a moment by the clocks of the acquirer; as they were typed where they are no date yet. */
export function datePartsOf(value: unknown): Readonly<Record<'year' | 'month' | 'day' | 'time', string>> {
  if (typeof value !== 'string') return { year: '', month: '', day: '', time: '' }
  const isMoment = /T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))
  const local = isMoment ? new Date(Date.parse(value) + 8 * 3_600_000).toISOString() : value
  const [, year = '', month = '', day = '', time = ''] =
    /^([^-]*)-?([^-T]*)-?([^T]*)T?([^+]*)/.exec(local) ?? []
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, ''), time: time.slice(0, 5) }
}

/** Nothing, where nothing was typed. */
export function dateFrom(
  { year, month, day, time }: Readonly<Record<'year' | 'month' | 'day' | 'time', string>>,
  withTime: boolean,
): string | undefined {
  if (year + month + day + time === '') return undefined
  const date = `${year}-${two(month)}-${two(day)}`
  return withTime ? `${date}T${two(time || '00:00').padStart(5, '0')}:00${offset}` : date
}

/** Minor units of what was typed in major ones; what is no amount stays as it is. */
export function amountFrom(text: string): unknown {
  const plain = text.trim().replaceAll(/[,，¥\s]/g, '')
  if (plain === '') return undefined
  return /^-?\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : text
}

export const amountText = (value: unknown): string =>
  typeof value === 'number' ? (value / 100).toFixed(2) : value === undefined ? '' : String(value)

export const wholeFrom = (text: string): unknown => {
  const plain = text.trim()
  if (plain === '') return undefined
  return /^-?\d+$/.test(plain) ? Number(plain) : text
}

export const textFromField = (text: string): unknown => (text.trim() === '' ? undefined : text)

export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
