import { expect, test } from 'vitest'
import { secretIn, secretInReference } from '../../../src/domain/index.ts'
import { falseAlarmsOf } from './false-alarms.ts'
import { otherNumbers } from './other-numbers.ts'

test('numbers of orders, parcels, merchants, telephones and moments raise hardly an alarm [C-01]', () => {
  const wrong = Object.keys(otherNumbers)
    .map((name) => falseAlarmsOf(name, 400))
    .filter(({ inText, inReferences }) => inText.length > 2 || inReferences.length > 2)
  expect(wrong).toEqual([])
})

test.each([
  // a UUID whose first digits are called as the field of a PIN block, alone and inside of a key
  ['de520597-add2-46cb-95f5-340f8db846f7', 'UUID'],
  ['DE52679D-8EEF-4448-86DD-B02B8471C482', 'UUID in capitals'],
  ['desk-de524bbb-4c25-4d2d-a6f9-2a490446a5d0', 'UUID behind a word'],
  ['00004de5200112233445566778899aab', 'digest'],
  // a card's digits in a piece of a digest, or in a generated id
  ['7c36571964990277', 'eight bytes'],
  ['30404753857257ed9c0c', 'ten bytes'],
  ['69565b950f36594427799200', 'twelve bytes'],
  ['69cca67c4338396662535134', 'twelve bytes with letters before'],
])('%s is what chance made, and no secret: %s', (id) => {
  expect([secretIn(id), secretInReference(id)]).toEqual([undefined, undefined])
})

test.each(['c6fnp1uyc36fopa2otp24yz6p', 'VHkiKsfud8zNrKA0otp0k3ssuZl', '3otp-1v4g-ichd-gi85'])(
  'three letters between the digits of the reference %s name nothing',
  (id) => expect(secretInReference(id)).toBeUndefined(),
)

test.each([
  ['4111111111111111D2512201', 'PAN_IN_TEXT'],
  ['de52: 0123456789abcdef', 'SECRET_IN_TEXT'],
  ['zpk=0123456789abcdef0123456789abcdef', 'SECRET_IN_TEXT'],
  ['payout:4111111111111111', 'PAN_IN_TEXT'],
])('%s is no id that chance made, and a secret', (text, code) => {
  expect([secretIn(text), secretInReference(text)]).toEqual([code, code])
})
