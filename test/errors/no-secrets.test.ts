import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { cardNumber, randomFrom } from '../domain/card-numbers.ts'
import { everyErrorWith } from './samples.ts'

const random = randomFrom(7)
const pan = cardNumber(random)
const hexadecimal = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')

/** Made for this run; a text that holds one of them must never be printed. */
const canaries: Record<string, string> = {
  'a card number': pan,
  'a card number with blanks': pan.replace(/(.{4})/g, '$1 ').trim(),
  'a card number with hyphens': pan.replace(/(.{4})(?=.)/g, '$1-'),
  'an identity number': '11999919900307888X',
  'a bearer token': `Bearer ${hexadecimal(40)}`,
  'a token in the form of a JWT': `eyJhbGciOi.${hexadecimal(40)}.${hexadecimal(43)}`,
  'a secret key': `sk_live_${hexadecimal(40)}`,
}

/** Every way in which an error ends up in a log. */
const printers: Record<string, (error: Error) => string> = {
  inspect: (error) => inspect(error, { depth: null, showHidden: true }),
  'inspect of an error that has it as cause': (error) =>
    inspect(new Error('outer', { cause: error }), { depth: null }),
  'inspect of many': (error) => inspect(new AggregateError([error, error], 'all failed'), { depth: null }),
  JSON: (error) => JSON.stringify({ error }),
  String: (error) => String(error),
  stack: (error) => error.stack ?? '',
  'a structured clone': (error) => inspect(structuredClone(error), { depth: null, showHidden: true }),
  'its own properties': (error) => inspect(Object.getOwnPropertyDescriptors(error), { depth: null }),
}

describe.each(Object.entries(canaries))('%s', (what, canary) => {
  test.each(Object.keys(printers))('is in no error by way of %s', (name) => {
    const secrets = [canary, encodeURIComponent(canary), canary.replace(/^Bearer /, '')]
    // an id may be long and random by right, but never the number of a card or a person
    const leaks = everyErrorWith(canary, /number/.test(what) ? canary : 'L-1')
      .filter((error) => secrets.some((secret) => printers[name]?.(error).includes(secret)))
      .map((error) => error.name)
    expect(leaks).toEqual([])
  })
})

test('a canary in what is kept would be seen: the request path is printed', () => {
  expect(
    everyErrorWith('visible-mark').filter((error) => inspect(error).includes('visible-mark')).length,
  ).toBeGreaterThan(10)
})
