import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../src/client/index.ts'
import { redactValue, StoreError } from '../../src/errors/index.ts'
import { type Canary, canaries } from './canaries.ts'
import { shows } from './shows.ts'
import { thrownThings } from './thrown-things.ts'

const printed = (value: unknown): string =>
  inspect(value, { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null })

/** Where a text may stand in a value. */
const places: Readonly<Record<string, (text: string) => unknown>> = {
  'a text': (text) => text,
  'a member': (text) => ({ note: text }),
  'the name of a member': (text) => ({ [text]: 1 }),
  'deep inside': (text) => ({ a: [{ b: { c: [`it said ${text}`] } }] }),
  'a member by the name of a secret': (text) => ({ userPassword: { deep: text } }),
  'a map': (text) => new Map([[text, text]]),
  'a set': (text) => new Set([{ text }]),
  'an error': (text) =>
    Object.assign(new Error(text, { cause: { text } }), { headers: { cookie: text }, code: text }),
  'an error of errors': (text) => new AggregateError([new Error(text)], text),
  'a stack': (text) =>
    Object.assign(new Error('x'), { stack: `x\n    at ${text}\n    at f (file:///${text}:1:2)` }),
  headers: (text) =>
    new Headers({ authorization: encodeURIComponent(text), 'x-note': encodeURIComponent(text) }),
  'an address': (text) =>
    new URL(`https://acquirer.example/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`),
  'a query': (text) => new URLSearchParams({ q: text }),
  bytes: (text) => ({ buffer: new TextEncoder().encode(text), old: Buffer.from(text) }),
  'a body': (text) => [new Request('https://a.example/', { method: 'POST', body: text }), new Response(text)],
  'a secret': (text) => ({ held: new Secret(text) }),
  'an instance of a class': (text) =>
    new (class Card {
      number = text
    })(),
  'a member with a symbol for a name': (text) => ({ [Symbol.for('message')]: text }),
}

describe.each(Object.entries<Canary>(canaries))('%s', (_, canary) => {
  test('is in no value any more, wherever it stood', () => {
    const hits = Object.entries(places).filter(([, make]) =>
      shows(canary, printed(redactValue(make(canary.text)))),
    )
    expect(hits.map(([place]) => place)).toEqual([])
  })

  test('was seen in the most of them before', () => {
    const hits = Object.values(places).filter((make) => shows(canary, printed(make(canary.text))))
    expect(hits.length).toBeGreaterThan(10)
  })
})

test('what is harmless comes through as it is', () => {
  const value = {
    id: 'L-1/7/2',
    at: '2026-03-02T09:30:00Z',
    amount: 50_000,
    open: true,
    none: null,
    list: [1, 'a', undefined],
  }
  expect(redactValue(value)).toEqual(value)
  expect(redactValue(new Date('2026-03-02T01:30:00Z'))).toBe('2026-03-02T01:30:00.000Z')
  expect(redactValue(new Uint8Array(32))).toBe('[Uint8Array of 32 bytes]')
  expect(redactValue({ password: null, token: false, pin: 1234 })).toEqual({
    password: null,
    token: false,
    pin: '[REDACTED]',
  })
  expect(redactValue(new Headers({ accept: 'text/plain', cookie: 'a=1' }))).toEqual({
    accept: 'text/plain',
    cookie: '[REDACTED]',
  })
})

/** By its looks the value is no secret: only its name says so. */
const named: Readonly<Record<string, (name: string, value: string) => unknown>> = {
  'an object': (name, value) => ({ [name]: value }),
  'an object within a list': (name, value) => [{ deep: [{ [name]: value }] }],
  'an object without a prototype': (name, value) => Object.assign(Object.create(null), { [name]: value }),
  'an instance of a class': (name, value) => Object.assign(new (class Login {})(), { [name]: value }),
  'an error': (name, value) => Object.assign(new Error('no'), { [name]: value }),
  'a map': (name, value) => new Map([[name, value]]),
  'a map of maps': (name, value) => new Map([['deep', new Map([[name, { value }]])]]),
  'a set': (name, value) => new Set([{ [name]: value }]),
  headers: (name, value) => new Headers({ [name]: value }),
  'a query': (name, value) => new URLSearchParams({ [name]: value }),
}

test.each(Object.entries(named))(
  'what is called like a secret is masked in %s, whatever it looks like',
  (_, holding) => {
    for (const name of ['password', 'api-key', 'cookie', 'session'])
      expect(printed(redactValue(holding(name, 'swordfish'))), name).not.toContain('swordfish')
    expect(printed(redactValue(holding('note', 'swordfish')))).toContain('swordfish')
  },
)

/** By its looks the value is no secret, and its name is told by a member of its own, or by what stands before it. */
const toldBeside: Readonly<Record<string, (name: string, value: string) => unknown>> = {
  'an entry of a list of headers': (name, value) => [{ name, value }],
  'a change of one field': (name, value) => ({ op: 'replace', path: `/${name}`, value: { deep: value } }),
  'a pair': (name, value) => [[name, value]],
  'headers as they came': (name, value) => ['accept', 'text/plain', name, value],
  'the words of a command': (name, value) => ['send', `--${name}`, value],
}

test.each(Object.entries(toldBeside))('what %s calls a secret is masked', (_, holding) => {
  for (const name of ['password', 'api-key', 'Cookie', 'session'])
    expect(printed(redactValue(holding(name, 'swordfish'))), name).not.toContain('swordfish')
  expect(redactValue(holding('note', 'swordfish'))).toEqual(holding('note', 'swordfish'))
  expect(redactValue(['pin', 'password', 'token'])).toEqual(['pin', 'password', 'token'])
})

test.each([
  ['texts', ['4111', '1111', '1111', '1111']],
  ['digits', [...'4111111111111111']],
  ['numbers', [4111, 1111, 1111, 1111]],
  ['a set', new Set(['41111111', '11111111'])],
])('a card number split over %s is in none of them any more', (_, parts) => {
  expect(printed(redactValue({ card: parts }))).not.toMatch(/'1'|\d{3}/)
})

test('one item with a number hides no other one, and numbers of a table stay', () => {
  expect(redactValue(['card 4111111111111111', 'order 7'])).toEqual(['card [REDACTED]', 'order 7'])
  expect(redactValue([4111, 1111, 1111, 1112])).toEqual([4111, 1111, 1111, 1112])
})

test('a text or a number in an object of its own is a text', () => {
  const boxes = [Object('password: hunter2'), Object(4111111111111111), Object(4111111111111111n)]
  expect(redactValue(boxes)).toEqual(['password: [REDACTED]', '[REDACTED]', '[REDACTED]'])
})

test('an error stays one, with its name, its codes and where it was thrown', () => {
  const redacted = redactValue(Object.assign(new RangeError('no'), { code: 'ERR_RANGE' })) as Error
  expect(redacted).toBeInstanceOf(Error)
  expect(redacted).toMatchObject({ name: 'RangeError', message: 'no', code: 'ERR_RANGE' })
  expect(redacted.stack).toMatch(/^RangeError: no\n {4}at .*redact-value\.test\.ts/)
  expect(redactValue(new StoreError('busy'))).toMatchObject({ code: 'STORE_FAILED', failure: 'busy' })
})

test('getters are not run, circles are cut, and so is what is deep or wide', () => {
  let asked = 0
  const value: Record<string, unknown> = Object.defineProperty({}, 'lazy', {
    enumerable: true,
    get: () => (asked += 1),
  })
  value.self = value
  value.long = Array.from({ length: 600 }, (_, index) => index % 7)
  expect(redactValue(value)).toMatchObject({ lazy: '[getter]', self: '[circular]' })
  expect(asked).toBe(0)
  expect(JSON.stringify(redactValue(value))).toContain('[100 more]')
  let deep: unknown = 'end'
  for (let level = 0; level < 5_000; level += 1) deep = [deep]
  expect(JSON.stringify(redactValue(deep))).toContain('[cut off]')
  const wide = Object.fromEntries(
    Array.from({ length: 50 }, (_, key) => [`k${key}`, Array(400).fill({ a: [{}] })]),
  )
  expect(JSON.stringify(redactValue(wide)).length).toBeLessThan(2_000_000)
})

test('keys that reach for a prototype do nothing', () => {
  const redacted = redactValue(
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":1}'),
  )
  expect(Object.getPrototypeOf(redacted)).toBe(Object.prototype)
  expect(Object.keys(redacted as object)).toEqual(['constructor', 'a'])
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test.each(Object.entries(thrownThings))('it never throws, and shows no secret: %s', (_, make) => {
  expect(shows(canaries['a secret key'], printed(redactValue({ thing: make() })))).toBe(false)
})

test('no value makes it throw, and none is changed', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withMap: true,
        withSet: true,
        withDate: true,
        withTypedArray: true,
        withNullPrototype: true,
      }),
      (value) => {
        const before = printed(value)
        redactValue(value)
        expect(printed(value)).toBe(before)
      },
    ),
    { numRuns: 100 },
  )
})

test('two keys that are masked stay two', () => {
  expect(redactValue({ '4111 1111 1111 1111': 'a', '4111-1111-1111-1111': 'b', plain: 'c' })).toEqual({
    '[REDACTED]': 'a',
    '[REDACTED] (2)': 'b',
    plain: 'c',
  })
})

const secretNames =
  'pass dbPass DB_PASS pw passphrase csc securityCode 安全码 密钥 私钥 令牌 signingKey master_key workingKey encryptionKey hmac-key ' +
  'accessKey appKey zmk zpk kek bdk lmk jwt auth smtp.auth sid passport passportNo idCardNo id_number identityNumber 身份证号 证件号码'
const otherNames =
  'passed bypass compass passage author authority side inside key keys keyId tenancy identity identityProof idle invalidNo ' +
  'valid_number publicKey keyVersion businessKey'

test.each(secretNames.split(' '))('%s is the name of a secret', (name) => {
  expect(printed(redactValue({ [name]: 'swordfish' }))).not.toContain('swordfish')
})

test.each(otherNames.split(' '))('%s is the name of none', (name) => {
  expect(redactValue({ [name]: 'swordfish' })).toEqual({ [name]: 'swordfish' })
})
