import { expect, test } from 'vitest'
import { errorCodes } from '../../src/domain/error-codes.ts'
import { blocker, blockerCodes, storeFixes } from '../../src/domain/index.ts'
import { describe, RefusedError, StoreError, type StoreFailure } from '../../src/errors/index.ts'

const unexpected = { en: 'Something unexpected went wrong.', 'zh-CN': '发生意外错误。' }

test('[OQ-30] every error and blocker code has words in both languages', () => {
  for (const code of [...errorCodes, ...blockerCodes, 'BLOCKED', 'TIMER_UNKNOWN']) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { text } = describe(code, locale)
      expect(text, code).not.toBe(unexpected[locale])
      expect(text.length, code).toBeGreaterThan(4)
    }
  }
})

test('an error is described by its code, with what to do', () => {
  expect(describe(new StoreError('full'), 'zh-CN')).toEqual({
    code: 'STORE_FAILED',
    text: '存储读写失败。',
    fix: expect.stringContaining('腾出空间'),
  })
})

test('each failure of a store has one short fix of its own, in both languages and in the message', () => {
  const failures = Object.keys(storeFixes) as StoreFailure[]
  for (const locale of ['en', 'zh-CN'] as const) {
    const fixes = failures.map((failure) => describe(new StoreError(failure), locale).fix ?? '')
    expect(new Set(fixes).size).toBe(failures.length)
    for (const fix of [...fixes, describe('STORE_FAILED', locale).fix ?? '']) {
      expect(fix.length, fix).toBeGreaterThan(8)
      expect(fix.length, fix).toBeLessThanOrEqual(140)
    }
    expect(fixes).not.toContain(describe('STORE_FAILED', locale).fix)
  }
  expect(new StoreError('exists').message).toBe(
    'The store failed: exists. There is a file of that name already. Choose another name.',
  )
})

test('a refusal is described by its first blocker, or by a code of ours', () => {
  const refused = new RefusedError({ refusal: 'BLOCKED', blockers: [blocker('BACKUP_MISSING')] })
  expect(describe(refused, 'zh-CN').text).toMatch('尚未备份')
  expect(describe(new RefusedError({ refusal: 'BLOCKED' }), 'en').text).toMatch(
    'Something stands in the way.',
  )
  expect(describe(new RefusedError({ refusal: 'ACCOUNT_CLOSED' }), 'en').text).toBe('The other side refused.')
})

test('a foreign error says nothing of itself', () => {
  expect(describe(new TypeError('secret'), 'en')).toMatchObject({ code: 'UNEXPECTED', text: unexpected.en })
})

test('a code that is not ours keeps its code only where it looks like one', () => {
  expect(describe('NEW_CODE', 'en')).toMatchObject({ code: 'NEW_CODE', text: unexpected.en })
  expect(describe('constructor', 'en').text).toBe(unexpected.en)
  expect(describe('no code <script>', 'en').code).toBe('UNSPECIFIED')
})
