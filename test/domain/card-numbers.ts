import { luhn } from '../../src/domain/identifiers.ts'

/** Prefix and length as schemes issue them; what follows is drawn, so no card stands in this file. */
const schemes: readonly (readonly [string, number])[] = [
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['2720', 16],
  ['62', 16],
  ['62', 19],
  ['622848', 19],
  ['81', 16],
  ['34', 15],
  ['37', 15],
  ['36', 14],
  ['3528', 16],
  ['6011', 16],
  ['65', 16],
  ['8600', 16],
  ['9860', 16],
  ['9792', 16],
  ['1220', 15],
  ['1220', 16],
]

/** A generator of its own, so that a failing run can be repeated. */
export const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export const digits = (random: (below: number) => number, length: number): string =>
  Array.from({ length }, () => random(10)).join('')

export const cardNumber = (random: (below: number) => number): string => {
  const [prefix, length] = schemes[random(schemes.length)] ?? ['4', 16]
  const body = prefix + digits(random, length - prefix.length - 1)
  return body + [...'0123456789'].find((check) => luhn(body + check))
}
