import { expect, test } from 'vitest'
import { dayText, momentText, moneyText, prcCalendar } from '../../src/domain/index.ts'

test('an amount is said in major units, with as many places as its currency has', () => {
  expect(moneyText({ amount: 198_000, currency: 'CNY' })).toBe('¥1,980.00')
  expect(moneyText({ amount: 5, currency: 'CNY' })).toBe('¥0.05')
  expect(moneyText({ amount: 1_234_567, currency: 'JPY' })).toBe('JPY 1,234,567')
  expect(moneyText({ amount: 1_234_567, currency: 'KWD' })).toBe('KWD 1,234.567')
  expect(moneyText({ amount: -12_050, currency: 'HKD' })).toBe('-HKD 120.50')
})

test('a moment is said by the clocks of its zone, a day alone where it begins or ends one', () => {
  const utc = { utcOffsetMinutes: 0 }
  expect(momentText('2026-03-02T17:30:00Z', 'zh-CN', prcCalendar)).toBe('2026年3月3日01:30')
  expect(momentText('2026-03-02T17:30:00Z', 'en', utc)).toBe('2 March 2026, 17:30')
  expect(momentText('2026-03-02T23:59:59+08:00', 'en', prcCalendar)).toBe('2 March 2026')
  expect(momentText('2026-03-02T00:00:00+08:00', 'zh-CN', prcCalendar)).toBe('2026年3月2日')
  expect(dayText('2026-03-02T17:30:00Z', 'en', { utcOffsetMinutes: () => 480 })).toBe('3 March 2026')
})
