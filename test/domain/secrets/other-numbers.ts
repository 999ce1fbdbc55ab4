import { digits } from '../card-numbers.ts'

type Random = (below: number) => number
export type Makes = (random: Random) => string

const one = <T>(random: Random, of: readonly T[]): T => of[random(of.length)] as T
const two = (value: number): string => String(value).padStart(2, '0')
const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => random(16).toString(16)).join('')
const letter = (random: Random): string => String.fromCharCode(65 + random(26))
const many = (random: Random, make: Makes, sign: string, count: number): string =>
  Array.from({ length: count }, () => make(random)).join(sign)

const date = (random: Random): string => `20${20 + random(10)}${two(1 + random(12))}${two(1 + random(28))}`
const clock = (random: Random): string => two(random(24)) + two(random(60)) + two(random(60))
const mobile = (random: Random): string => `1${3 + random(7)}${digits(random, 9)}`
const cents = (random: Random): string => `${random(99_999)}.${digits(random, 2)}`

/** What others number, of each class as many as a test asks for; none of it names a card. */
export const otherNumbers: Readonly<Record<string, Makes>> = {
  'order numbers of 18 to 32 digits': (random) => digits(random, 18 + random(15)),
  'order numbers that begin with a day': (random) => date(random) + digits(random, 10 + random(15)),
  UUIDs: (random) => {
    const id = [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-')
    return one(random, [id, id.replaceAll('-', ''), id.toUpperCase()])
  },
  digests: (random) => hex(random, one(random, [32, 40, 64])),
  'tracking numbers': (random) =>
    one(random, [
      () => digits(random, 12 + random(3)),
      () => `${letter(random)}${letter(random)}${digits(random, 9)}CN`,
      () => `SF${digits(random, 13)}`,
      () => digits(random, 13),
    ])(),
  'four amounts of four digits': (random) => many(random, () => String(1000 + random(9000)), ' ', 4),
  'amounts in a row': (random) => many(random, cents, one(random, [' ', ', ', '\n', '; ']), 3 + random(6)),
  'sums of a settlement': (random) =>
    `${many(random, () => String(1 + random(200_000)), ' + ', 3)} = ${random(600_000)}.00`,
  'timestamps as ISO 8601': (random) => {
    const at = new Date(random(2 ** 31) * 1000 + random(1000)).toISOString()
    return one(random, [at, at.replace('T', ' '), at.slice(0, 19), `${at}/${at}`])
  },
  'timestamps as numbers': (random) => `1${6 + random(3)}${digits(random, one(random, [8, 11, 14, 17]))}`,
  'moments with a sequence': (random) =>
    date(random) + clock(random) + one(random, ['', '-', '_']) + digits(random, 3 + random(6)),
  'telephone numbers': (random) => {
    const number = mobile(random)
    const parted = `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`
    return one(random, [
      number,
      parted,
      `+86 ${parted}`,
      `0${digits(random, 2)}-${digits(random, 8)}`,
      `${number}、${mobile(random)}`,
    ])
  },
  'merchant numbers': (random) =>
    one(random, [
      `898${digits(random, 12)}`,
      digits(random, 15),
      `${one(random, ['102', '103', '104', '105'])}${digits(random, 12)}`,
    ]),
}

const referenceSigns = /[^A-Za-z0-9._:-]+/g

/** The same as references: what they cannot be made of becomes a hyphen. */
export const asReference = (text: string): string => text.replace(referenceSigns, '-')
