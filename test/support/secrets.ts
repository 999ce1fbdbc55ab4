import { cardNumber, randomFrom } from '../domain/card-numbers.ts'

const random = randomFrom(41)
const madeOf = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[random(alphabet.length)]).join('')

const card = (): string => {
  for (;;) {
    const made = cardNumber(random)
    if (made.length === 16) return made
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Of a person who was born in the seventies, in a place or of a nation. */
const of18 = (place: string): string => {
  const born = `197${madeOf('0123456789', 1)}0${madeOf('123456789', 1)}1${madeOf('0123456789', 1)}`
  const first = `${place}${born}${madeOf('0123456789', 3)}`
  const sum = weights.reduce((total, weight, digit) => total + weight * Number(first[digit]), 0)
  return `${first}${'10X98765432'[sum % 11]}`
}

/** What no string may hold, made anew by a seed: each kind, and the codes that tell of it. */
export const secrets: Readonly<Record<string, string>> = {
  'the number of a card': card(),
  'the number of a resident': of18('110105'),
  'the number of a resident from Hong Kong': of18('810000'),
  'the number of a resident from Taiwan': of18('830000'),
  'the number of a foreigner': of18('911840'),
  'the number of a foreigner, as before 2023': 'KAZ110090123105',
  'a credential': `sk_live_${madeOf('abcdefghijkmnpqrstuvwxyz', 8)}${madeOf('23456789', 8)}${madeOf('ABCDEFGH', 8)}`,
}

/** How a secret comes to stand in a string that has a form: by itself, and dressed as what the field expects. */
export const dressed = (secret: string): readonly string[] => [
  secret,
  `x-${secret}`,
  `${secret}-x`,
  `${secret}.pdf`,
  `https://a.example/${secret}?a=${secret}`,
  `https://${secret}.a.example/hooks`,
  `${secret}@example.com`,
  `lin@${secret}.example.com`,
  `付款 ${secret} 完成`,
  `${secret}/1/0`,
  `${secret}:a:b`,
  `a:b:${secret}`,
  `****${secret}`,
]

/** The codes that tell of a secret. */
export const secretCodes: ReadonlySet<string> = new Set([
  'PAN_IN_TEXT',
  'IDENTITY_NUMBER_IN_TEXT',
  'SECRET_IN_TEXT',
])
