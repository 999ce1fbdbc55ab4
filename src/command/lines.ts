import { type Duty, type Instant, type Locale, momentText, prcCalendar, textOf } from '../domain/index.ts'
import { describe } from '../errors/index.ts'
import type { Requirement } from '../machine/index.ts'
import type { WaitingOrder } from '../runtime/index.ts'
import type { Asked } from './asked.ts'
import type { Words } from './words.ts'

interface Reader extends Pick<Asked, 'locale'> {
  readonly words: Words
}

/** One form for all that is read: by the clocks of the calendar. As it is stored an instant stands in the JSON. */
export const whenText = (at: Instant, locale: Locale): string => momentText(at, locale, prcCalendar)

/** Whose turn it is, and whose at the provider. More than three duties say no more than none. */
export const turnText = (
  { owner, duties }: { owner: Requirement['owner']; duties: readonly Duty[] },
  { words, locale }: Reader,
): string => {
  const named =
    owner === 'provider' && duties.length <= 3 ? duties.map((duty) => textOf('duty', duty, locale)) : []
  const who = `${words.turn} ${textOf('role', owner, locale)}`
  return named.length === 0 ? who : `${who} (${named.join(' / ')})`
}

/** Why the last attempt did not end it; a code of somebody else's stands alone. */
const reason = (code: string, { locale }: Reader): string => {
  const { text, fix, code: known } = describe(code, locale)
  return known === code ? [code, `${text}${fix ? ` ${fix}` : ''}`].join(' · ') : code
}

/** What is ordered and has not ended: what of, how often it was tried, and why that did not do. */
export const orderText = (
  { kind, attempts, lastErrorCode, parked }: Omit<WaitingOrder, 'orderId' | 'lifecycleId'>,
  reader: Reader,
): string =>
  [
    textOf('order', kind, reader.locale),
    parked && reader.words.parked,
    attempts > 0 && reader.words.attempts(attempts),
    lastErrorCode !== null && reason(lastErrorCode, reader),
  ]
    .filter(Boolean)
    .join(' · ')
