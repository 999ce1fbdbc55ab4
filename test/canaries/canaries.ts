import { luhn } from '../../src/domain/identifiers.ts'
import { digits, randomFrom } from '../domain/card-numbers.ts'
import { needlesOf } from './needles.ts'

/**
 * `number`: refused in every string, or masked in a report. `words`: refused in every text that people write; a reference has
 * no room for blanks. `key`: told to the library for its own use, and to nobody else.
 */
type Family = 'number' | 'words' | 'key'

/** A secret made for this run. Wherever one of its needles is found, it has leaked. */
export interface Canary {
  readonly name: string
  readonly family: Family
  /** As somebody writes it. */
  readonly text: string
  readonly needles: readonly string[]
}

type Random = (below: number) => number

const letters = (random: Random, length: number, alphabet: string): string =>
  Array.from({ length }, () => alphabet[random(alphabet.length)]).join('')
const hexadecimal = (random: Random, length: number) => letters(random, length, '0123456789abcdef')
const mixed = (random: Random, length: number) =>
  letters(random, length, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789')

const card = (random: Random, prefix: string, length: number): string => {
  const body = prefix + digits(random, length - prefix.length - 1)
  return body + [...'0123456789'].find((check) => luhn(body + check))
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Division, birth date and order of a person, with the check character of GB 11643-1999. */
const person = (random: Random, division: string): string => {
  const born = `19${60 + random(40)}${String(1 + random(12)).padStart(2, '0')}${10 + random(18)}`
  const first17 = `${division}${born}${String(random(1000)).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return first17 + '10X98765432'[sum % 11]
}

/** Letter, six digits and a check character, as the territory issues them. */
const hongKong = (random: Random): string => {
  const letter = 'ACDEGHK'[random(7)] ?? 'A'
  const body = digits(random, 6)
  const values = [36, letter.charCodeAt(0) - 55, ...[...body].map(Number)]
  const sum = values.reduce((total, value, place) => total + value * (9 - place), 0)
  return `${letter}${body}(${'0123456789A'[(11 - (sum % 11)) % 11]})`
}

const grouped = (text: string, sign: string): string => text.match(/.{1,4}/g)?.join(sign) ?? text
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const numbers = (random: Random): readonly (readonly [name: string, text: string, plain?: string])[] => {
  const written = card(random, '62', 19)
  const wide = card(random, '4', 16)
  const apart = card(random, '51', 16)
  return [
    ['a card number of UnionPay', card(random, '62', 16)],
    ['a card number of Visa', card(random, '4', 16)],
    ['a card number of Mastercard', card(random, '2720', 16)],
    ['a card number of American Express', card(random, '37', 15)],
    ['a card number of JCB', card(random, '3528', 16)],
    ['a card number in groups', grouped(written, ' '), written],
    ['a card number with hyphens', grouped(apart, '-'), apart],
    ['a card number in full-width digits', fullWidth(wide), wide],
    ['a resident identity number', person(random, '110105')],
    ['a permanent residence number of a foreigner', person(random, '931000')],
    ['a residence permit number for Hong Kong people', person(random, '810000')],
  ]
}

const phrases = (random: Random): readonly (readonly [name: string, text: string, secret: string])[] => {
  const word = (length = 12) => `${mixed(random, length)}7`
  const phrase = (before: string, secret: string) => [`${before}${secret}`, secret] as const
  const three = `CVV ${100 + random(900)}`
  const six = `PIN ${100_000 + random(900_000)}`
  const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJ${mixed(random, 30)}.${mixed(random, 43)}`
  return [
    ['a code of a card', three, three],
    ['a PIN', six, six],
    ['a PIN block', ...phrase('PIN block ', hexadecimal(random, 16).toUpperCase())],
    ['a key component', ...phrase('TMK component 1: ', hexadecimal(random, 32).toUpperCase())],
    ['a password', ...phrase('password ', word())],
    ['a password in Chinese', ...phrase('密码是', word())],
    ['a bearer token', ...phrase('Authorization: Bearer ', mixed(random, 40))],
    ['a secret key of a service', ...phrase('sk_live_', mixed(random, 32))],
    ['a key of webhooks', ...phrase('whsec_', mixed(random, 32))],
    ['a JWT', jwt, jwt],
    ['a cookie', ...phrase('Cookie: session=', mixed(random, 32))],
    ['basic auth in an address', ...phrase('https://user:', `${word()}@host.example/v1`)],
    ['a token in an address', ...phrase('https://host.example/hook?token=', mixed(random, 32))],
  ]
}

const plainOf = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '')

/** What a person or a system writes where it does not belong. */
export const canariesOf = (seed: number): readonly Canary[] => {
  const random = randomFrom(seed)
  return [
    ...numbers(random).map(([name, text, plain = plainOf(text)]): Canary => {
      return { name, family: 'number', text, needles: needlesOf(text, plain) }
    }),
    ...[hongKong(random)].map((text): Canary => {
      // in brackets it is found anywhere; its bare letters and digits are like those of any serial number
      return { name: 'a Hong Kong identity number', family: 'words', text: `身份证 ${text}`, needles: [text] }
    }),
    ...phrases(random).map(([name, text, secret]): Canary => {
      return { name, family: 'words', text, needles: needlesOf(text, secret) }
    }),
  ]
}

/** Keys by which the library signs and is let in: given to it, and never to be seen. */
export const keysOf = (seed: number) => {
  const random = randomFrom(seed)
  const bytes = (length: number) => Uint8Array.from({ length }, () => random(256))
  const base64 = (length: number) => btoa(String.fromCharCode(...bytes(length)))
  const key = (name: string, text: string, secret = text): Canary => {
    return { name, family: 'key', text, needles: needlesOf(text, secret) }
  }
  const webhook = base64(32)
  const seedKey = base64(32)
  return {
    token: key('the client’s token', mixed(random, 40)),
    hmac: key('the key of an HMAC signature', mixed(random, 48)),
    webhook: key('the key of an endpoint', `whsec_${webhook}`, webhook),
    ed25519: key('the private key of an endpoint', `whsk_${seedKey}`, seedKey),
  }
}

/** A word that is no secret: it shows which sinks are reached at all. */
export const harmless: Canary = {
  name: 'a harmless word',
  family: 'words',
  text: 'marmalade',
  needles: ['marmalade'],
}
