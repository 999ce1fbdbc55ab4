import { expect, test } from 'vitest'
import { withoutOthers, withoutSums } from '../../../src/domain/secrets/foreign.ts'
import { randomFrom } from '../card-numbers.ts'

const before = ['', '¥', 'CNY ', '+', 'no. ', '(', '年', '/', '-', '.', ',', 'x']
const behind = ['', '元', ' CNY', '年', '月', '日', ')', '-', '/', '.', ',', ':', ' ', 'x']

const digitsOf = (text: string): string => text.replace(/\D/g, '')

test('of one run of digits all is taken away, or nothing: only what stands beside others is looked at again', () => {
  const random = randomFrom(5)
  const torn: string[] = []
  for (let run = 0; run < 10_000; run += 1) {
    // Days, telephone numbers and codes of countries begin so.
    const start = ['', '0086138', '13', '20260302', '0591', '400', '12'][random(7)] ?? ''
    const digits = start + Array.from({ length: 1 + random(24) }, () => random(10)).join('')
    const text = `${before[random(before.length)]}${digits}${behind[random(behind.length)]}`
    for (const rest of [withoutOthers(text), withoutSums(text)])
      if (!['', digits].includes(digitsOf(rest))) torn.push(text)
  }
  expect(torn).toEqual([])
})
