/** The client's own, or made by whoever carries the request. */
export const keptHeaders =
  /^(accept|authorization|connection|content-length|content-range|cookie|host|idempotency-key|if-match|traceparent|transfer-encoding|x-signature)$/

const nameForm = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** What every platform sends; some refuse other bytes only when they are about to write them. */
const valueForm = /^[\t\x20-\x7e\x80-\xff]*$/

const isBlank = (character = ''): boolean => character !== '' && '\t\n\r '.includes(character)

/** As `fetch` trims: a token that was read from a file ends in a line break. */
export const trimmedValue = (value: string): string => {
  let from = 0
  let to = value.length
  while (from < to && isBlank(value[from])) from += 1
  while (isBlank(value[to - 1])) to -= 1
  return value.slice(from, to)
}

/** Never says which value: it may be a secret. */
export const isHeader = (name: string, value: unknown): value is string =>
  nameForm.test(name) && typeof value === 'string' && valueForm.test(value)
