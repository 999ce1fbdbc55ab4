import { describe, expect, test } from 'vitest'
import { redactValue } from '../../src/errors/index.ts'

/** A value within so many lists. */
const within = (levels: number, value: unknown): unknown =>
  levels === 0 ? value : [within(levels - 1, value)]
const numbers = (length: number) => Array.from({ length }, (_, index) => index)
const members = (length: number) => Object.fromEntries(numbers(length).map((index) => [`k${index}`, index]))

describe('a copy for a log', () => {
  test('has twelve levels, and says where it was cut off', () => {
    expect(redactValue(within(11, { a: 1 }))).toEqual(within(11, { a: 1 }))
    expect(redactValue(within(12, { a: 1 }))).toEqual(within(12, '[cut off]'))
    expect(redactValue(within(12, 1))).toEqual(within(12, 1))
  })

  test('has ten thousand objects, and says where it was cut off', () => {
    // the outer list, twenty lists in it and what they hold
    const lists = (last: number) => [
      ...Array.from({ length: 20 }, () => Array.from({ length: 498 }, () => ({}))),
      Array.from({ length: last }, () => ({})),
    ]
    const whole = 10_000 - 1 - 20 * 499 - 1
    expect(redactValue(lists(whole))).toEqual(lists(whole))
    const cut = redactValue(lists(whole + 2)) as unknown[][]
    expect(cut.at(-1)).toEqual([...Array(whole).fill({}), '[cut off]', '[cut off]'])
  })

  test('has five hundred items of a list, a set and a map, and tells how many there were more', () => {
    expect(redactValue(numbers(500))).toEqual(numbers(500))
    expect(redactValue(numbers(502))).toEqual([...numbers(500), '[2 more]'])
    expect(redactValue(new Set(numbers(500)))).toEqual(new Set(numbers(500)))
    expect(redactValue(new Set(numbers(502)))).toEqual(new Set([...numbers(500), '[2 more]']))
    const map = (length: number) =>
      new Map<unknown, unknown>(numbers(length).map((index) => [`k${index}`, index]))
    expect(redactValue(map(500))).toEqual(map(500))
    expect(redactValue(map(502))).toEqual(map(500).set('…', '[2 more]'))
  })

  test('has five hundred members of an object, and tells how many there were more', () => {
    expect(redactValue(members(500))).toEqual(members(500))
    expect(redactValue(members(502))).toEqual({ ...members(500), '…': '[2 more]' })
  })

  test('shows a value twice where it stands twice, and cuts only what holds itself', () => {
    const shared = { a: 1 }
    expect(redactValue([shared, { shared }])).toEqual([shared, { shared }])
    const circle: unknown[] = [shared]
    circle.push(circle)
    expect(redactValue(circle)).toEqual([shared, '[circular]'])
  })

  test('is written over like any other object', () => {
    const copy = redactValue({ a: 1, b: 2 }) as Record<string, unknown>
    copy.a = 3
    delete copy.b
    expect(copy).toEqual({ a: 3 })
    expect(Object.keys(redactValue({ a: 1 }) as object)).toEqual(['a'])
  })
})

describe('what stands for', () => {
  const symbol = Symbol('the card 4111 1111 1111 1111')
  const unreadable = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  test.each([
    ['a whole number that is long', 12n, '12'],
    ['one that is a card number', 4111111111111111n, '[REDACTED]'],
    ['a number that is one', 4111111111111111, '[REDACTED]'],
    ['a function', () => 1, '[function]'],
    ['a symbol', symbol, 'Symbol(the card [REDACTED])'],
    ['what cannot be read', unreadable, '[unreadable]'],
    ['nothing', null, null],
    ['what is not there', undefined, undefined],
    ['a date that is none', new Date(Number.NaN), 'Invalid Date'],
    ['a pattern', /card 4111 1111 1111 1111/g, '/card [REDACTED]/g'],
    ['an address', new URL('https://li:pw@a.example/x?token=1'), 'https://a.example/x'],
    [
      'a query',
      new URLSearchParams({ q: '4111111111111111', token: 'x', page: '2' }),
      { q: '[REDACTED]', token: '[REDACTED]', page: '2' },
    ],
    ['bytes of a buffer', new ArrayBuffer(4), '[ArrayBuffer of 4 bytes]'],
    ['a view of bytes', new DataView(new ArrayBuffer(4), 1), '[DataView of 3 bytes]'],
    ['work under way', Promise.resolve(1), '[Promise]'],
    ['what ends it', new AbortController().signal, '[AbortSignal]'],
  ])('%s', (_, value, expected) => {
    expect(redactValue(value)).toEqual(expected)
    expect(redactValue({ in: [value] })).toEqual({ in: [expected] })
  })

  test('a secret, which is whatever tells its value only when asked', () => {
    class Held {
      readonly #text = 'swordfish'
      reveal() {
        return this.#text
      }
    }
    expect(redactValue(new Held())).toBe('[REDACTED]')
    expect(redactValue({ reveal: 1 })).toEqual({ reveal: 1 })
    expect(redactValue(Object.assign(Object.create({ reveal: 1 }), { a: 1 }))).toEqual({ a: 1 })
    expect(redactValue(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 })
  })
})

describe('keys', () => {
  test('that are no texts stay what they are, and name no secret', () => {
    const [mark, key] = [Symbol('password'), { a: 1 }]
    const map = new Map<unknown, unknown>([
      [1, 'a'],
      [mark, 'b'],
      [key, 'c'],
      ['password', undefined],
    ])
    expect([...(redactValue(map) as Map<unknown, unknown>)]).toEqual([
      [1, 'a'],
      ['Symbol(password)', 'b'],
      [{ a: 1 }, 'c'],
      ['password', undefined],
    ])
    expect(redactValue({ [mark]: 'b', password: undefined })).toStrictEqual({
      [mark]: 'b',
      password: undefined,
    })
  })
})

describe('keys that are masked', () => {
  test('stay as many as there were', () => {
    const cards = ['4111 1111 1111 1111', '4111-1111-1111-1111', '4111.1111.1111.1111', '4111111111111111']
    const copy = redactValue(
      Object.fromEntries([...cards, '[REDACTED] (3)'].map((card, index) => [card, index])),
    )
    expect(Object.values(copy as object).sort()).toEqual([0, 1, 2, 3, 4])
    const map = redactValue(new Map(cards.map((card, index) => [card, index]))) as Map<string, number>
    expect([...map]).toEqual([
      ['[REDACTED]', 0],
      ['[REDACTED] (2)', 1],
      ['[REDACTED] (3)', 2],
      ['[REDACTED] (4)', 3],
    ])
  })

  test('stay in a query, and so does one that is asked twice', () => {
    expect(redactValue(new URLSearchParams('id=1&id=2&4111111111111111=a&4222222222222=b'))).toEqual({
      id: '1',
      'id (2)': '2',
      '[REDACTED]': 'a',
      '[REDACTED] (2)': 'b',
    })
    const copy = redactValue(new URLSearchParams('__proto__=1')) as object
    expect(Object.keys(copy)).toEqual(['__proto__'])
  })
})

describe('an error', () => {
  test('that lacks a name has one, and keeps what it says', () => {
    expect(Object.keys(redactValue(Object.assign(new Error('no'), { name: 'Mine' })) as Error)).toEqual([])
    const error = Object.assign(new Error('no'), { name: '' })
    expect(redactValue(error)).toMatchObject({ name: 'Error', message: 'no' })
    expect(redactValue(Object.assign(new Error('no'), { name: 7, message: 7 }))).toMatchObject({
      name: 'Error',
      message: '',
    })
  })

  test('prints as errors do: what it is called stands in its stack, and not among its members', () => {
    const copy = redactValue(Object.assign(new TypeError('no'), { code: 'E' })) as Error
    expect(Object.keys(copy)).toEqual(['code'])
    expect(
      copy.stack
        ?.split('\n')
        .slice(1)
        .every((line) => /^ {4}at \S/.test(line)),
    ).toBe(true)
    copy.name = 'Mine'
    copy.stack = 'mine'
    expect(copy).toMatchObject({ name: 'Mine', stack: 'mine' })
    expect(delete (copy as { stack?: string }).stack).toBe(true)
  })
})
