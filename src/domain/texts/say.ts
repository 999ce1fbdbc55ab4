import { offsetAt } from '../calendar/local-time.ts'
import type { WorkingDayCalendar } from '../calendar/working-day-calendar.ts'
import type { Money } from '../money.ts'
import type { Locale } from './texts.ts'

// Written by hand and not by `Intl`, so that every host writes the same, and the minor units are those of ISO 4217.

const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
}

/**
 * An amount for people, in major units.
 *
 * @example moneyText({ amount: 198000, currency: 'CNY' }) // '¥1,980.00'
 */
export const moneyText = ({ amount, currency }: Money): string => {
  const places = decimals[currency] ?? 2
  const digits = String(Math.abs(amount)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${amount < 0 ? '-' : ''}${currency === 'CNY' ? '¥' : `${currency} `}${whole}${part}`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

type Zone = Pick<WorkingDayCalendar, 'utcOffsetMinutes'>

const local = (instant: string, zone: Zone): string => {
  const milliseconds = Date.parse(instant)
  return new Date(milliseconds + offsetAt(zone, milliseconds) * 60_000).toISOString()
}

const dayOfText = (text: string, locale: Locale): string => {
  const [year, month = 1, day] = text.slice(0, 10).split('-').map(Number)
  return locale === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`
}

/** The calendar day of an instant, by the clocks of the zone. */
export const dayText = (instant: string, locale: Locale, zone: Zone): string =>
  dayOfText(local(instant, zone), locale)

/** Day and time; a day alone where it begins or ends with the day. */
export const momentText = (instant: string, locale: Locale, zone: Zone): string => {
  const text = local(instant, zone)
  const [day, time] = [dayOfText(text, locale), text.slice(11, 16)]
  if (time === '00:00' || time === '23:59') return day
  return locale === 'en' ? `${day}, ${time}` : `${day}${time}`
}
