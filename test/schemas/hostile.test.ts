import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Email, Line, MaskedNumber, Prose } from '../../src/schemas/forms/fields.ts'
import { pointer } from '../../src/schemas/forms/pointer.ts'
import {
  acquirerProfiles,
  ClosureRequest,
  Contact,
  Document,
  FileRef,
  formatIssues,
  identifierSchemas,
  MobileNumber,
  parseForm,
  ResidentIdentityNumber,
  TerminalInput,
  UnifiedSocialCreditCode,
} from '../../src/schemas/index.ts'
import { growth, onceThrough } from '../support/growth.ts'
import { codesOf } from './codes-of.ts'
import { documents } from './examples/documents.ts'
import { digest } from './examples/papers.ts'
import { closure } from './examples/requests.ts'
import { terminal } from './examples/terminal.ts'

describe('prototype pollution', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'by %s is refused at every depth, and nothing is polluted',
    (key) => {
      const evil = JSON.parse(`{"${key}":{"polluted":true,"merchantId":"1"}}`) as object
      const form = {
        ...closure(),
        contact: Object.assign(JSON.parse(`{"${key}":{"polluted":1}}`), closure().contact),
      }
      expect(codesOf(ClosureRequest, form)).toEqual([`UNKNOWN_FIELD /contact/${key}`])
      expect(codesOf(ClosureRequest, evil)).toEqual(
        expect.arrayContaining([`UNKNOWN_FIELD /${key}`, 'REQUIRED /merchantId']),
      )
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    },
  )

  it.each(['constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'by a document kept under the key %s is refused',
    (key) => {
      const input = { ...terminal(), documents: { [key]: { id: key, type: 'waiver', digest } } }
      expect(TerminalInput.safeParse(input).success).toBe(false)
      expect(codesOf(TerminalInput, input)).toContain(`UNKNOWN_FIELD /documents/${key}`)
    },
  )

  it('does not survive as a name of a document type', () => {
    for (const type of ['__proto__', 'constructor', 'toString']) {
      expect(codesOf(Document, { ...documents.waiver, type })).toEqual(['NO_VARIANT_MATCHES /type'])
    }
  })

  it('cannot be tried on the words: an unknown code is shown as it is', () => {
    const issue = { path: '', code: 'constructor' as never, params: {} }
    expect(formatIssues([issue], 'en')[0]?.message).toBe('constructor')
  })
})

describe('too much input', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) })

  it.each([
    ['nested too deep', nested(40), 'TOO_DEEP '],
    [
      'nested without end',
      (() => {
        const ring: { self?: object } = {}
        ring.self = ring
        return ring
      })(),
      'TOO_DEEP ',
    ],
    [
      'of too many keys',
      Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`k${n}`, 1])),
      'TOO_BIG ',
    ],
    ['of too many items', Array.from({ length: 10_001 }, () => 1), 'TOO_BIG '],
    ['of too many characters', { a: 'x'.repeat(1_000_001) }, 'TOO_BIG '],
    ['of too many characters in a key', { ['x'.repeat(1_000_001)]: 1 }, 'TOO_BIG '],
  ])('%s is refused before any schema sees it', (_, input, code) => {
    const never = z.custom(() => {
      throw new Error('was asked')
    })
    expect(codesOf(never, input)).toEqual([code])
  })
})

const hostile = [
  ['letters', (size) => 'a'.repeat(size)],
  ['digits', (size) => '1'.repeat(size)],
  ['blanks', (size) => ' '.repeat(size)],
  ['blanks between letters', (size) => `a${' '.repeat(size - 2)}a`],
  ['dots', (size) => `a@${'a.'.repeat(size / 2 - 1)}`],
  ['at signs', (size) => '@'.repeat(size)],
  ['asterisks', (size) => '*'.repeat(size)],
  ['grouped digits', (size) => '4111 '.repeat(size / 5)],
  ['hyphens', (size) => '-'.repeat(size)],
] as const satisfies readonly (readonly [string, (size: number) => string])[]
const ids = identifierSchemas(acquirerProfiles.chinaUnionPay)

describe.each([
  ['Line', Line],
  ['Prose', Prose],
  ['Email', Email],
  ['MaskedNumber', MaskedNumber],
  ['MobileNumber', MobileNumber],
  ['UnifiedSocialCreditCode', UnifiedSocialCreditCode],
  ['ResidentIdentityNumber', ResidentIdentityNumber],
  ['FileRef.name', FileRef.shape.name],
  ['MerchantId', ids.MerchantId],
  ['SerialNumber', ids.SerialNumber],
] as const)('%s', (_, schema) => {
  it.each(hostile)('refuses 50 000 %s and goes through them once', async (_name, text) => {
    expect(schema.safeParse(text(50_000)).success).toBe(false)
    expect(await growth((size) => schema.safeParse(text(size)), 50_000)).toBeLessThan(onceThrough)
  })
})

describe('characters that deceive', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['a line end in a name', 'a\r\nX-Admin: 1'],
    ['a right-to-left override', 'a\u202egnp.exe'],
    ['an isolate', 'a\u2066b'],
    ['half of a character', 'a\ud800b'],
    ['a mark without width', 'a\u200bb'],
    ['an escape', 'a\u001b[31m'],
  ])('%s is refused in a line', (_, name) => {
    expect(codesOf(ClosureRequest, { ...closure(), merchantName: name })).toEqual([
      'UNSAFE_CHARACTERS /merchantName',
    ])
  })

  it('are refused in a text of several lines too, line ends aside', () => {
    expect(codesOf(Prose, 'first\r\nsecond\n\tthird')).toEqual([])
    expect(codesOf(Prose, 'first\u202esecond')).toEqual(['UNSAFE_CHARACTERS '])
  })

  it('do not hit names as people have them', () => {
    for (const name of [
      '晨光便利店',
      'Café Zoë & Söhne',
      '𠮷野家',
      "O'Neill — Imports",
      'مقهى النور',
      '👩‍🍳 Küche',
    ]) {
      expect(codesOf(Line, name)).toEqual([])
    }
  })

  it.each([
    '../etc/passwd',
    'a/b.pdf',
    'a\\b.pdf',
    'CON',
    'con.pdf',
    '.htaccess',
    'a.pdf ',
    'a.pdf.',
    'a\0.pdf',
    'a\u202efdp.exe',
    'a:b',
    '',
  ])('do not get into the name of a file: %j', (name) => {
    const file = { name, mime: 'application/pdf', size: 1, sha256: digest }
    expect(FileRef.safeParse(file).success).toBe(false)
  })
})

describe('what was entered is never repeated', () => {
  const canaries = {
    pan: '4111111111111111',
    id: '11010519491231002X',
    mobile: '13800138000',
    token: 'sk_live_4f9a8b7c6d5e4f3a2b1c0d9e',
  }

  it('in paths, codes, figures or words', () => {
    const form = {
      ...closure(),
      merchantId: canaries.pan.repeat(9),
      comment: canaries.pan,
      registeredMobile: `${canaries.mobile}0`,
      contact: { name: canaries.pan, email: canaries.id },
      reason: canaries.token,
      [canaries.pan]: 1,
      [canaries.id]: 1,
      [canaries.mobile]: 1,
      [`${canaries.token}${canaries.token}`]: 1,
    }
    const result = parseForm(ClosureRequest, form)
    const issues = result.success ? [] : result.issues
    expect(issues.length).toBeGreaterThan(6)
    const told = JSON.stringify([issues, formatIssues(issues, 'en'), formatIssues(issues, 'zh-CN')])
    for (const canary of Object.values(canaries)) expect(told).not.toContain(canary)
  })

  it('also not in a pointer, where a key may be somebody’s input', () => {
    expect(pointer(['documents', 0, 'digest'])).toBe('/documents/0/digest')
    expect(pointer(['a/b', '~', 'x'.repeat(40), '13800138000', '密码', '4111-1111-1111-1111'])).toBe(
      '/*/*/*/*/密码/*',
    )
  })
})

it('a contact with an e-mail address of every kind is judged in time and by form', () => {
  for (const email of ['wang@example.com', 'a.b+c@sub.example.co.uk'])
    expect(codesOf(Contact, { email })).toEqual([])
  for (const email of [
    'a@b',
    'a b@example.com',
    '@example.com',
    'a@@example.com',
    'a@example.',
    '<a@example.com>',
  ]) {
    expect(codesOf(Contact, { email })).toEqual(['INVALID_EMAIL /email'])
  }
})
