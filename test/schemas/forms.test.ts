import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { locales } from '../../src/domain/index.ts'
import {
  ClosureRequest,
  type FormIssue,
  formatIssues,
  issueCodes,
  issuesOf,
  parseForm,
} from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { closure } from './examples/requests.ts'

describe('a form', () => {
  it('gives the data when it is good, trimmed as the schema says', () => {
    const result = parseForm(ClosureRequest, { ...closure(), merchantName: '  晨光便利店 ' })
    expect(result).toEqual({ success: true, data: closure() })
  })

  it('is told everything at once: missing, wrong, surplus, forbidden and across fields [R-292]', () => {
    const { merchantName: _merchantName, ...form } = closure()
    const issues = codesOf(ClosureRequest, {
      ...form,
      reason: 'OTHER',
      merchantId: 'no blanks please',
      duration: 'temporary',
      password: 'hunter2',
      colour: 'red',
    })
    expect(issues).toEqual([
      'FORBIDDEN_FIELD /password',
      'INVALID_FORMAT /merchantId',
      'REQUIRED /merchantName',
      'UNKNOWN_FIELD /colour',
      'TEMPORARY_IS_SUSPENSION /duration',
      'REQUIRED_HERE /comment',
    ])
  })
})

const mapped = z.strictObject({
  word: z.string().min(3).max(5).optional(),
  text: z.string().min(1).optional(),
  count: z.int().min(1).max(9).optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  when: z.iso.datetime({ offset: true }).optional(),
  day: z.iso.date().optional(),
  code: z.string().regex(/^A$/).optional(),
  kind: z.enum(['a', 'b']).optional(),
  yes: z.literal(true).optional(),
  either: z
    .union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string(), c: z.string() })])
    .optional(),
  variant: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('x'), n: z.number() })]).optional(),
  table: z.record(z.string().regex(/^k/), z.number()).optional(),
  step: z.number().multipleOf(5).optional(),
  own: z
    .string()
    .refine(() => false, { error: 'DUPLICATE_ITEM' })
    .optional(),
  prose: z
    .string()
    .refine(() => false, { error: 'Some prose' })
    .optional(),
})

describe('a problem', () => {
  it.each<[string, object, string, object?]>([
    ['a text that is too short', { word: 'a' }, 'TOO_SHORT /word', { minimum: 3 }],
    ['a text that is too long', { word: 'abcdef' }, 'TOO_LONG /word', { maximum: 5 }],
    ['an empty text', { text: '' }, 'REQUIRED /text'],
    ['a number that is too small', { count: 0 }, 'TOO_SMALL /count', { minimum: 1 }],
    ['a number that is too large', { count: 10 }, 'TOO_LARGE /count', { maximum: 9 }],
    ['a fraction', { count: 1.5 }, 'WRONG_TYPE /count', { expected: 'int' }],
    ['no number', { count: Number.NaN }, 'WRONG_TYPE /count', { expected: 'number' }],
    ['a list that is too short', { list: [] }, 'TOO_FEW /list', { minimum: 1 }],
    ['a list that is too long', { list: ['a', 'b', 'c'] }, 'TOO_MANY /list', { maximum: 2 }],
    ['an item of the wrong kind', { list: [1] }, 'WRONG_TYPE /list/0', { expected: 'string' }],
    ['no instant', { when: '2026-03-02' }, 'INVALID_INSTANT /when'],
    ['no day', { day: '2026-02-30' }, 'INVALID_DAY /day'],
    ['another pattern', { code: 'B' }, 'INVALID_FORMAT /code'],
    ['a value that is not offered', { kind: 'c' }, 'NOT_ALLOWED_VALUE /kind', { allowed: ['a', 'b'] }],
    ['a confirmation that is refused', { yes: false }, 'MUST_BE_CONFIRMED /yes'],
    ['the nearest of two alternatives', { either: { a: 1 } }, 'WRONG_TYPE /either/a', { expected: 'string' }],
    ['a kind that is unknown', { variant: { type: 'y' } }, 'NO_VARIANT_MATCHES /variant/type'],
    ['a key that does not fit', { table: { z: 1 } }, 'UNKNOWN_FIELD /table/z'],
    ['a number out of step', { step: 7 }, 'INVALID /step'],
    ['a code as the message of a refinement', { own: 'x' }, 'DUPLICATE_ITEM /own'],
    ['prose as the message of a refinement', { prose: 'x' }, 'INVALID /prose'],
  ])('with %s has its code and its figures', (_, input, code, params = {}) => {
    const result = parseForm(mapped, input)
    expect(codesOf(mapped, input)).toEqual([code])
    expect(result.success || result.issues[0]?.params).toEqual(params)
  })

  it('of the whole input has the empty pointer', () => {
    expect(codesOf(mapped, null)).toEqual(['WRONG_TYPE '])
    expect(codesOf(mapped, undefined)).toEqual(['REQUIRED '])
  })

  it('can be made of issues that Zod found elsewhere', () => {
    const input = { count: 0 }
    expect(issuesOf(mapped.safeParse(input).error?.issues ?? [], input)).toEqual([
      { path: '/count', code: 'TOO_SMALL', params: { minimum: 1 } },
    ])
  })

  it('is the same without generated code, for pages with a strict content security policy', () => {
    const input = { ...closure(), reason: 'OTHER', duration: 'temporary', merchantId: '' }
    const parsed = ClosureRequest.safeParse(input, { jitless: true })
    expect(issuesOf(parsed.error?.issues ?? [], input).map(({ code, path }) => `${code} ${path}`)).toEqual(
      codesOf(ClosureRequest, input),
    )
  })
})

describe('the words for problems', () => {
  const issue = (code: (typeof issueCodes)[number], params: FormIssue['params'] = {}) => ({
    path: '/a',
    code,
    params,
  })

  it.each(locales)('exist for every code in %s, and leave no gap in braces', (locale) => {
    const params = {
      minimum: 1,
      maximum: 2,
      expected: 'int',
      allowed: ['a', 'b'],
      because: 'kind',
      found: 3,
      line: 4,
    }
    const texts = formatIssues(
      issueCodes.map((code) => issue(code, params)),
      locale,
    )
    expect(texts).toHaveLength(issueCodes.length)
    for (const { code, message } of texts) {
      expect(message, code).toMatch(locale === 'en' ? /^[A-Z].*\.$/ : /[\u4e00-\u9fff].*。$/)
      expect(message, code).not.toMatch(/[{}]|undefined/)
    }
    expect(new Set(texts.map(({ message }) => message)).size).toBe(issueCodes.length)
  })

  it('say the figures of the issue', () => {
    const issues = [issue('TOO_LONG', { maximum: 500 }), issue('NOT_ALLOWED_VALUE', { allowed: ['a', 'b'] })]
    expect(formatIssues(issues, 'en').map(({ message }) => message)).toEqual([
      'At most 500 characters are allowed.',
      'This is none of the possible values: a, b.',
    ])
    expect(formatIssues(issues, 'zh-CN').map(({ message }) => message)).toEqual([
      '最多 500 个字符。',
      '不是可选值。可选值：a、b。',
    ])
  })

  it('are chosen per call, and leave the locale of Zod alone', () => {
    const before = z.config()
    formatIssues([issue('REQUIRED')], 'zh-CN')
    expect(z.config()).toEqual(before)
    expect(formatIssues([issue('REQUIRED')], 'en')).toEqual([
      { path: '/a', code: 'REQUIRED', message: 'This must be filled in.' },
    ])
  })

  it('do not read a figure from a prototype', () => {
    expect(formatIssues([issue('TOO_LONG', Object.create({ maximum: 7 }))], 'en')[0]?.message).toBe(
      'At most  characters are allowed.',
    )
  })

  it('answers what is no form at all with one issue instead of an exception', () => {
    for (const input of [[], ['closure'], null, 7, 'closure', undefined])
      expect(parseForm(ClosureRequest, input)).toMatchObject({ success: false, issues: [{ path: '' }] })
  })
})
