import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../src/domain/error-codes.ts'
import { blocker } from '../../src/domain/index.ts'
import {
  ConnectionError,
  CorruptRecordError,
  HttpError,
  InvalidInputError,
  InvariantViolationError,
  OutcomeUnknownError,
  PluginError,
  ProtocolError,
  RefusedError,
  requestSummary,
  StoreError,
  TerminalLifecycleError,
  UntrustedEndpointError,
  VersionConflictError,
} from '../../src/errors/index.ts'
import { everyErrorWith } from './samples.ts'

const request = requestSummary('post', 'https://acquirer.example/v1/terminals/L-1/closures?draft=1')

describe('every class', () => {
  const all = everyErrorWith('abc')

  test('has a code of its own, and every code has a class', () => {
    expect(all.map(({ code }) => code).sort()).toEqual([...errorCodes].sort())
  })

  test.each(all.map((error) => [error.constructor.name, error] as const))(
    '%s says its name, cause and fix',
    (name, error) => {
      expect(error).toBeInstanceOf(TerminalLifecycleError)
      expect(error.name).toBe(name)
      expect(error.fix).toMatch(/^[A-Z`].*\.$/)
      expect(error.message).toMatch(/^.{10,}\. /)
      expect(error.message.endsWith(error.fix)).toBe(true)
      expect(error.message).not.toContain('undefined')
    },
  )

  test.each(all.map((error) => [error.name, error] as const))('%s comes through JSON whole', (_, error) => {
    const sent = JSON.parse(JSON.stringify(error))
    expect(sent).toMatchObject({ name: error.name, code: error.code, message: error.message, fix: error.fix })
    expect(Object.keys(sent).sort()).toEqual(['message', ...Object.keys(error)].sort())
    expect(sent).not.toHaveProperty('stack')
  })

  test.each(all.map((error) => [error.name, error] as const))('%s keeps no foreign error', (_, error) => {
    expect(error).not.toHaveProperty('cause')
  })
})

test('a request is its method, its host and its path', () => {
  expect(request).toEqual({ method: 'POST', url: 'https://acquirer.example/v1/terminals/L-1/closures' })
  expect(requestSummary('get', 'not a url').url).toBe('[REDACTED]')
  expect(requestSummary('a b\r\n', 'https://acquirer.example/').method).toBe('UNKNOWN')
})

test('invalid input names the first problem, counts the others and keeps them all', () => {
  const issues = [
    { path: '/serialNumber', code: 'INVALID_FORMAT', line: 7, column: 12 },
    { path: '', code: 'UNKNOWN_FIELD' },
  ]
  const error = new InvalidInputError({ issues })
  expect(error.message).toMatch('/serialNumber (INVALID_FORMAT), line 7 and 1 more.')
  expect(error.issues).toEqual(issues)
})

test('an issue is copied field by field', () => {
  const issue = { path: '/a', code: 'INVALID_FORMAT', input: 'what was typed' }
  expect(new InvalidInputError({ issues: [issue] }).issues).toEqual([{ path: '/a', code: 'INVALID_FORMAT' }])
})

test('a connection that failed tells names and codes of what happened below, not their messages', () => {
  const refused = Object.assign(new Error('connect 10.0.0.7:443'), { code: 'ECONNREFUSED' })
  const error = new ConnectionError({ request, cause: new TypeError('fetch failed', { cause: refused }) })
  expect(error.reason).toBe('TypeError Error ECONNREFUSED')
  expect(error.message).toMatch(
    'got no connection: TypeError Error ECONNREFUSED (nothing answers at that host and port).',
  )
  expect(JSON.stringify(error)).not.toMatch('10.0.0.7')
})

test('a cause that cannot be read, or leads back to itself, does no harm', () => {
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error('no')
      },
    },
  )
  const round: { cause?: unknown } = {}
  round.cause = round
  for (const cause of [hostile, round, null, 'text'])
    expect(new ConnectionError({ request, cause }).reason).toBe('')
})

test('an HTTP error says whether another try is worth it', () => {
  const of = (status: number) => new HttpError({ request, status }).retryable
  expect([400, 404, 409, 422, 501].filter(of)).toEqual([])
  expect([408, 425, 429, 500, 502, 503, 504].filter((status) => !of(status))).toEqual([])
})

test('an HTTP error keeps code, title and trace of the problem and nothing else', () => {
  const problem = {
    type: 'about:blank',
    title: 'Not now',
    code: 'BUSY',
    traceId: '0af7651916cd43dd',
    detail: 'for Ms Li',
  }
  const error = new HttpError({ request, status: 503, problem, retryAfter: 30 })
  expect(error.problem).toEqual({ code: 'BUSY', title: 'Not now', traceId: '0af7651916cd43dd' })
  expect(error.retryAfter).toBe(30)
  expect(error.message).toMatch('was answered with status 503 BUSY.')
})

test('a number that was split over a list or a path is in neither any more', () => {
  const blockers = [
    { code: 'BLOCKED', owner: 'provider', clearedBy: [], data: { parts: ['4111', '1111', '1111', '1111'] } },
  ]
  const refused = new RefusedError({ refusal: 'BLOCKED', blockers: blockers as never })
  expect(refused.blockers[0]?.data).toEqual({ parts: Array(4).fill('[REDACTED]') })
  const address = requestSummary('get', 'https://acquirer.example/v1/x/4111/1111/1111/1111').url
  expect(address).toBe('https://acquirer.example[REDACTED]')
  const issues = [{ path: '/card/4111/1111/1111/1111', code: 'UNKNOWN_FIELD' }]
  expect(new InvalidInputError({ issues }).issues[0]?.path).toBe('[REDACTED]')
  const paths = [{ path: '/holds/10/20/30', code: 'UNKNOWN_FIELD' }]
  expect(new InvalidInputError({ issues: paths }).issues).toEqual(paths)
})

test('the number of an account is no reference of a blocker', () => {
  const ref = 'DE89 3704 0044 0532 0130 00'
  const blockers = [{ code: 'BLOCKED', owner: 'provider', clearedBy: [], ref }] as never
  expect(new RefusedError({ refusal: 'BLOCKED', blockers }).blockers[0]?.ref).toBe('[REDACTED]')
})

test('a refusal carries the other code and the blockers', () => {
  const blockers = [blocker('BACKUP_MISSING', 'SN-1'), blocker('DEVICE_NOT_DRAINED', 'SN-1')]
  const error = new RefusedError({ refusal: 'BLOCKED', blockers })
  expect(error).toMatchObject({
    code: 'REFUSED',
    refusal: 'BLOCKED',
    blockers,
    retryable: false,
    reason: null,
  })
  expect(error.message).toMatch('with BLOCKED, blocked by BACKUP_MISSING, DEVICE_NOT_DRAINED.')
  expect(new RefusedError({ refusal: 'not a code!' }).refusal).toBe('UNSPECIFIED')
})

test('an unknown outcome carries the key that finds it out', () => {
  const error = new OutcomeUnknownError({ request, idempotencyKey: 'L-1/7/2' })
  expect(error.idempotencyKey).toBe('L-1/7/2')
  expect(error.message).toMatch('L-1/7/2')
})

test('an answer that was not understood says where', () => {
  const error = new ProtocolError({ request, issues: [{ path: '/holds/0/code', code: 'INVALID_TYPE' }] })
  expect(error.message).toMatch('was not understood at /holds/0/code (INVALID_TYPE).')
  expect(new ProtocolError({ request, issues: [] }).message).toMatch('not understood as a whole.')
})

test('errors about records name the record and the place', () => {
  expect(new CorruptRecordError({ path: '/context/deposits/D-1' }).message).toMatch(
    'Record is damaged at /context/deposits/D-1.',
  )
  expect(new CorruptRecordError({ path: '', lifecycleId: 'L-1' }).message).toMatch(
    'Record L-1 is damaged at its root.',
  )
  expect(new CorruptRecordError({ path: '', lifecycleId: 'L-1', invariant: 'I1' }).message).toMatch(
    'Record L-1 is damaged at its root: it contradicts I1.',
  )
  expect(new VersionConflictError({ lifecycleId: 'L-1', expected: 3 }).message).toMatch('but it has changed.')
  expect(new VersionConflictError({ lifecycleId: 'L-1', expected: 3, actual: 5 }).message).toMatch(
    'but it is at 5.',
  )
  expect(new InvariantViolationError({ invariant: 'I1' }).message).toMatch('Invariant I1 is violated. Do not')
})

test('a store that is busy is worth another try, one that is damaged is not', () => {
  expect(new StoreError('busy').retryable).toBe(true)
  expect(new StoreError('damaged').retryable).toBe(false)
})

test('an untrusted address is named without what it carries', () => {
  const error = new UntrustedEndpointError({ url: 'http://u:p@10.0.0.7/hook?x=1', reason: 'notHttps' })
  expect(error.url).toBe('http://10.0.0.7/hook')
  expect(new UntrustedEndpointError({ reason: 'baseUrl' }).message).toMatch('An address was not called')
})

test('a part that failed says where it threw, and not a word of what it said', () => {
  const cause = new RangeError('the customer is Ms Li\n    at her own shop\n    at noon (shop)')
  const { frames, reason, message } = new PluginError({ part: 'services', kind: 'notify', cause })
  expect(reason).toBe('RangeError')
  expect(message).toMatch('The service notify failed: RangeError. Look at')
  expect(frames[0]).toMatch(/errors\.test\.ts:\d+:\d+$/)
  expect(frames.join()).not.toMatch(/Li|shop|noon/)
})

test('a frame says file and line also of functions that are named after secrets, and of files in brackets', () => {
  const cause = new Error('x')
  cause.stack = [
    'Error: x',
    '    at getToken (file:///srv/auth.js:7:11)',
    '    at Vault.readSecret (webpack-internal:///(rsc)/./app/route.ts:3:4)',
    '    at /srv/(shop)/main.js:12:1',
  ].join('\n')
  const { frames, reason } = new PluginError({
    part: 'documents',
    cause: Object.assign(cause, { code: '23505' }),
  })
  expect(frames).toEqual([
    'getToken (file:///srv/auth.js:7:11)',
    'Vault.readSecret (webpack-internal:///(rsc)/app/route.ts:3:4)',
    '/srv/(shop)/main.js:12:1',
  ])
  expect(reason).toContain('23505')
})

test('a number of the other side is repeated as long as no card has one as long', () => {
  const numbers = [0, -5, 1.5, 999_999_999_999]
  const cards = [1_000_000_000_000, 4_111_111_111_111_111, -4_111_111_111_111_111, Number.NaN, Infinity]
  const told = (ref: number) => {
    const blockers = [{ code: 'BLOCKED', owner: 'provider', clearedBy: [], data: { ref } }] as never
    const refused = new RefusedError({ refusal: 'BLOCKED', blockers, offset: ref })
    const { expected, actual } = new VersionConflictError({ lifecycleId: 'l', expected: ref, actual: ref })
    const [issue] = new InvalidInputError({ issues: [{ path: '/a', code: 'B', line: ref }] }).issues
    return [refused.blockers[0]?.data?.ref, refused.offset, actual, expected || null, issue?.line ?? null]
  }
  for (const number of numbers.slice(1)) expect(told(number), `${number}`).toEqual(Array(5).fill(number))
  for (const number of cards) expect(told(number), `${number}`).toEqual(Array(5).fill(null))
})

test('what blocks is named as it is known, also by a long reference', () => {
  const ref = 'payout-01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const blockers = [
    { code: 'PAYOUT_PENDING', owner: 'system', clearedBy: ['payout.confirmed'], ref },
  ] as const
  expect(new RefusedError({ refusal: 'BLOCKED', blockers }).blockers).toEqual(blockers)
})
