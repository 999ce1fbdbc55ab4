import type { Locale } from '../domain/index.ts'

/** Nobody prefers more languages than that; the rest is not looked at. */
const mostRanges = 20

interface Range {
  readonly locale: Locale | undefined
  readonly isAny: boolean
  readonly quality: number
}

const localeOf = (tag: string): Locale | undefined => {
  if (/^zh(?:-|$)/.test(tag)) return 'zh-CN'
  return /^en(?:-|$)/.test(tag) ? 'en' : undefined
}

const rangeOf = (text: string): Range | undefined => {
  const found = /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/.exec(
    text,
  )
  if (!found) return undefined
  const tag = found[1] ?? ''
  return { locale: localeOf(tag), isAny: tag === '*', quality: Math.min(1, Number(found[2] ?? 1)) }
}

/**
 * The language of a reader by `Accept-Language` (RFC 9110): the one wanted most, the first of equals. Any kind of Chinese is
 * answered in that of `zh-CN`; what is not understood is passed over.
 *
 * @param fallback for readers who do not say, or want neither.
 * @example languageOf('fr, zh-Hans;q=0.8, en;q=0.5', 'en') // 'zh-CN'
 */
export const languageOf = (header: string | null, fallback: Locale): Locale => {
  const ranges = (header ?? '')
    .toLowerCase()
    .split(',', mostRanges)
    .flatMap((text) => rangeOf(text) ?? [])
  // Sorting keeps the order of equals.
  const [best] = ranges
    .filter(({ quality, locale, isAny }) => quality > 0 && (isAny || locale !== undefined))
    .toSorted((one, other) => other.quality - one.quality)
  if (best?.locale) return best.locale
  const isUnwanted = (wanted: Locale): boolean =>
    ranges.some(({ locale, quality }) => locale === wanted && quality === 0)
  const own: Locale = fallback === 'en' ? 'en' : 'zh-CN'
  const other: Locale = own === 'en' ? 'zh-CN' : 'en'
  return isUnwanted(own) && !isUnwanted(other) ? other : own
}
