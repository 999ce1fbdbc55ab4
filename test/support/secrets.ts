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

const residents = (): string => {
  const first = `11010519${madeOf('56789', 1)}${madeOf('0123456789', 1)}12${madeOf('012', 1)}${madeOf('123456789', 1)}${madeOf('0123456789', 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first[place]), 0)
  return `${first}${'10X98765432'[sum % 11]}`
}

/** What no string may hold, made anew by a seed: each kind, and the codes that tell of it. */
export const secrets: Readonly<Record<string, string>> = {
  'the number of a card': card(),
  'the number of a resident': residents(),
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
