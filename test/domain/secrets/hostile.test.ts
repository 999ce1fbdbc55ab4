import { expect, test } from 'vitest'
import { secretInReference, secretsIn } from '../../../src/domain/index.ts'

const size = 50_000

/** Milliseconds of the processor, so that a busy machine makes no difference. */
const cost = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test.each(
  [
    ...[
      '4',
      '4 ',
      '4111 ',
      '４',
      '4\u200B',
      '1.',
      '12:',
      '1,111',
      'a1 ',
      '12345678-1234-',
      '4\n',
      '1-2 ',
      '1 X',
    ],
    ...[
      'PIN ',
      'PIN := ',
      'password ',
      '密码',
      'password of a ',
      'TMK 0123 ',
      'component 1 of 2: ',
      '护照',
      '身份证 号码 ',
    ],
    ...[
      'eyJ',
      '-----BEGIN ',
      'a://',
      'ab://a:',
      '\\u0034',
      '%34',
      '&#52;',
      '4111111111111111=',
      '5A08',
      'sk-',
      '+1 2 ',
    ],
  ].map((part) => [part] as const),
)('a text of nothing but %j is read in a time that grows with its length', (part) => {
  const text = part.repeat(size / part.length)
  // Twenty times what it takes: what grows with the square of the length would take minutes.
  expect(cost(() => secretsIn(text))).toBeLessThan(1500)
  expect(cost(() => secretInReference(`4${text}`))).toBeLessThan(1500)
})
