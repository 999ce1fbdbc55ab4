/** What stands in the three boxes of a day, as one text: `2026-3-2`, and `-3-` as long as not all is filled in. */
export const joinDay = (year: string, month: string, day: string): string =>
  year === '' && month === '' && day === '' ? '' : `${year}-${month}-${day}`

export const splitDay = (text: string): readonly [year: string, month: string, day: string] => {
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-')
  return [year, month, day]
}

/** The calendar day that was meant, `2026-03-02`; nothing: there is no such day. */
export const isoDay = (text: string): string | undefined => {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${iso}T00:00:00Z`)
  // The 31st of February is parsed as the 3rd of March.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : undefined
}

/** A moment of that day by the provider's clocks. */
export const instantOf = (day: string, time = '00:00:00'): string => `${day}T${time}+08:00`

/** The day of a moment by the provider's clocks, as three boxes show it. */
export const dayOfInstant = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
