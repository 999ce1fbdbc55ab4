import { describe, expect, it } from 'vitest'
import { askedToWait, HttpError, OutcomeUnknownError, requestSummary } from '../../src/errors/index.ts'

const now = Date.parse('2026-01-05T00:00:00Z')
const minute = 60_000
const inAMinute = 'Mon, 05 Jan 2026 00:01:00 GMT'
const request = requestSummary('post', 'https://acquirer.example/v1/x')

const hostile = Object.defineProperty({ retryAfterMs: minute }, 'headers', {
  get: () => {
    throw new Error('not today')
  },
})

const { proxy: revoked, revoke } = Proxy.revocable([], {})
revoke()

describe('what another side asks to wait', () => {
  it.each<readonly [string, unknown, number]>([
    ['an HttpError of ours', new HttpError({ request, status: 429, retryAfter: 3_600 }), 3_600_000],
    [
      'an unknown outcome of ours',
      new OutcomeUnknownError({ request, idempotencyKey: 'k-1', retryAfter: 60 }),
      minute,
    ],
    ['milliseconds', { retryAfterMs: minute }, minute],
    ['seconds', { retryAfter: 60 }, minute],
    ['seconds as text', { retryAfter: ' 60 ' }, minute],
    ['a date of HTTP', { retryAfter: inAMinute }, minute],
    ['a date', { retryAfter: new Date(now + minute) }, minute],
    ['headers of fetch', { headers: new Headers({ 'Retry-After': '60' }) }, minute],
    ['a Response', new Response(null, { headers: { 'retry-after': '60' } }), minute],
    ['a response of ky', { response: new Response(null, { headers: { 'retry-after': '60' } }) }, minute],
    ['a plain response', { response: { headers: { 'retry-after': '60' } } }, minute],
    ['plain headers in any case', { response: { headers: { 'Retry-After': ['60', '9'] } } }, minute],
    [
      "a date against the reply's own clock",
      { headers: { 'retry-after': inAMinute, date: 'Mon, 05 Jan 2026 00:00:30 GMT' } },
      minute / 2,
    ],
    ['headers in a map', { headers: new Map([['Retry-After', '60']]) }, minute],
    ['pairs of headers', { headers: [['Retry-After', '60']] }, minute],
    ['headers as they came', { headers: ['Date', 'x', 'Retry-After', '60'] }, minute],
    [
      'the one that asks for most of several',
      new AggregateError([new Error('a'), { retryAfter: 30 }, { retryAfter: 60 }]),
      minute,
    ],
    ['what lies beside errors that nobody can read', { errors: revoked, cause: { retryAfter: 60 } }, minute],
    ['an error that wraps one', new Error('x', { cause: { retryAfter: 60 } }), minute],
    ['what can be read beside nonsense', { retryAfterMs: -1, retryAfter: '60' }, minute],
    ['an object that throws when it is read', hostile, minute],
  ])('is read from %s', (_, thrown, wait) => {
    expect(askedToWait(thrown, now)).toBe(wait)
  })

  it.each<readonly [string, unknown]>([
    ['a number that is none', { retryAfterMs: Number.NaN }],
    ['for ever', { retryAfterMs: Number.POSITIVE_INFINITY, retryAfter: Number.POSITIVE_INFINITY }],
    ['the past', { retryAfter: -60, retryAfterMs: -1 }],
    ['a date in the past', { retryAfter: 'Sun, 04 Jan 2026 00:00:00 GMT' }],
    ['a date that is none', { retryAfter: new Date(Number.NaN) }],
    ['words', { retryAfter: 'soon', headers: { 'retry-after': '1e9' } }],
    ['an object', { retryAfter: {}, headers: { get: 1 }, response: 'none' }],
    ['text', 'retry-after: 60'],
    ['nothing', undefined],
  ])('is not read from %s', (_, thrown) => {
    expect(askedToWait(thrown, now)).toBe(0)
  })

  it('is a day at most', () => {
    expect(askedToWait({ retryAfter: 10 * 365 * 86_400 }, now)).toBe(86_400_000)
    expect(askedToWait({ retryAfter: 'Mon, 06 Jan 2036 00:00:00 GMT' }, now)).toBe(86_400_000)
  })

  it('ends with a chain of causes that has no end', () => {
    const circle = { cause: {} }
    circle.cause = circle
    expect(askedToWait(circle, now)).toBe(0)
  })
})
