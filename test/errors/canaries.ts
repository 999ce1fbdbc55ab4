import fc from 'fast-check'
import { cardNumber, randomFrom } from '../domain/card-numbers.ts'
import { identityNumber } from '../domain/identity-numbers.ts'

const random = randomFrom(2027)
const hexadecimal = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')
const digits = (length: number) => Array.from({ length }, () => random(10)).join('')
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const base64 = (text: string) => btoa(text).replace(/=+$/, '')

/** A secret made for this run: what is put somewhere, and what must then be seen nowhere. */
export interface Canary {
  readonly text: string
  readonly needles: readonly string[]
}

/** The check character of an identity card of Hong Kong: weights 9 to 1, a blank before one letter counts 36. */
const checkOf = (body: string): string => {
  const values = [36, ...[...body].map((sign) => Number.parseInt(sign, 36))]
  const rest = values.reduce((sum, value, place) => sum + value * (9 - place), 0) % 11
  return rest === 0 ? '0' : rest === 1 ? 'A' : String(11 - rest)
}
const hongKong = `${'ABCDEFGHK'[random(9)]}${digits(6)}`

const pan = cardNumber(random)
const grouped = pan.replace(/(.{4})(?=.)/g, '$1 ')
const token = `${hexadecimal(20)}Q${hexadecimal(20)}`
const password = `hunter${digits(3)}x`
const pin = digits(6)
// No year and no part of a time of day: loggers print those.
const securityCode = `9${digits(3)}`
const signature = hexadecimal(43)
const live = `sk_live_${hexadecimal(24)}`
const secretLine = base64(hexadecimal(60))
const session = hexadecimal(26)
const shown = (text: string, ...needles: string[]): Canary => ({
  text,
  needles: needles.length > 0 ? needles : [text],
})

export const canaries = {
  'a card number': shown(pan),
  'a card number in groups': shown(grouped, grouped, pan),
  'a card number in full width': shown(wide(pan), wide(pan), pan),
  'the number of a resident': shown(String(fc.sample(identityNumber, { seed: 2027, numRuns: 1 })[0])),
  'the number of a Hong Kong resident': shown(`${hongKong}(${checkOf(hongKong)})`),
  'a security code': shown(`CVV ${securityCode}`, securityCode),
  'a PIN': shown(`PIN ${pin}`, pin),
  'a password': shown(`password ${password}`, password),
  'a password after a word': shown(`the new password is ${password}`, password),
  'a password in Chinese': shown(`密码${password}`, password),
  'a bearer token': shown(`Bearer ${token}`, token),
  'a token of the form of a JWT': shown(
    `eyJ${base64(hexadecimal(20))}.${hexadecimal(30)}.${signature}`,
    signature,
  ),
  'an access key in capitals': shown(`AKIA${hexadecimal(16).toUpperCase()}`),
  'a secret key': shown(live),
  'a private key': shown(`-----BEGIN PRIVATE KEY-----\n${secretLine}\n-----END PRIVATE KEY-----`, secretLine),
  'a cookie': shown(`Cookie: session=${session}`, session),
  'basic credentials in an address': shown(`https://li:${password}@acquirer.example/x`, password),
  'a token in a query': shown(`https://acquirer.example/x?access_token=${session}`, session),
} as const satisfies Readonly<Record<string, Canary>>
