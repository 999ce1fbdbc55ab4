/** Days of contracts, licences and fee tables are days of this zone: UTC+8, where nothing else is said. */
export const defaultOffsetMinutes = 480

/** The calendar day of an instant in the default zone, YYYY-MM-DD. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + defaultOffsetMinutes * 60_000).toISOString().slice(0, 10)
