/**
 * How long the other side asks to wait, in milliseconds. A date is measured against the reply's own `Date`, not against
 * the local clock. `undefined`: not said, or not understood; then it is ignored.
 */
export const retryAfter = (headers: Headers): number | undefined => {
  const told = headers.get('retry-after')?.trim()
  if (!told) return undefined
  if (/^\d{1,12}$/.test(told)) return Number(told) * 1000
  const [until, now] = [httpDate(told), httpDate(headers.get('date') ?? '')]
  return until === undefined || now === undefined ? undefined : Math.max(0, until - now)
}

const httpDate = (text: string): number | undefined => {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
