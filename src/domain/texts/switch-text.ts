import type { Instant } from '../actor.ts'
import type { WorkingDayCalendar } from '../calendar/working-day-calendar.ts'
import type { SwitchingClause } from './en/switching.ts'
import { momentText } from './say.ts'
import type { Locale, Texts } from './texts.ts'

/** What was last ordered about selling, and what the host was last read to do: `capabilities` answers both. */
export interface SaleStanding {
  /** `null`: nothing was ordered yet. */
  readonly ordered?: { readonly sale: boolean; readonly at: Instant } | null | undefined
  readonly observed: { readonly sale?: boolean | 'unknown' | undefined }
  readonly readAt: Instant | null
}

/** In what words, of which place. */
export interface SwitchTextOptions {
  readonly texts: Pick<Texts, 'switching'>
  readonly locale: Locale
  /** Days and times are those of its clocks. */
  readonly zone: Pick<WorkingDayCalendar, 'utcOffsetMinutes'>
}

const readingOf = ({ ordered, observed, readAt }: SaleStanding): SwitchingClause => {
  // A reading that is not younger than the order says nothing about it.
  const isOfNow = readAt !== null && (!ordered || Date.parse(readAt) > Date.parse(ordered.at))
  if (isOfNow && typeof observed.sale === 'boolean') return observed.sale ? 'readAsSelling' : 'readAsStopped'
  return ordered ? 'notReadBack' : 'neverRead'
}

/**
 * Ordered is not done: what was ordered when, and whether the host has been read to do it since.
 *
 * @example
 * const { capabilities } = await client.getTerminal({ lifecycleId })
 * switchText(capabilities, { texts: textsEn, locale: 'en', zone: prcCalendar })
 * // 'Stop ordered 2 March 2026, 09:00; read back as stopped 2 March 2026, 09:01'
 */
export const switchText = (standing: SaleStanding, { texts, locale, zone }: SwitchTextOptions): string => {
  const { ordered, readAt } = standing
  const said = (clause: SwitchingClause, at: Instant | null = null): string =>
    texts.switching[clause].replace('{when}', at === null ? '' : momentText(at, locale, zone))
  const order = ordered ? [said(ordered.sale ? 'startOrdered' : 'stopOrdered', ordered.at)] : []
  const sentence = [...order, said(readingOf(standing), readAt)].join(locale === 'en' ? '; ' : '，')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
