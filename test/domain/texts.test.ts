import { describe, expect, test } from 'vitest'
import { orderKinds, systemsOperationNames } from '../../src/domain/orders.ts'
import { compositeStates, leafStates } from '../../src/domain/states.ts'
import { en } from '../../src/domain/texts/en.ts'
import { textOf, textsIn } from '../../src/domain/texts/text-of.ts'
import type { TextKind } from '../../src/domain/texts/texts.ts'
import { zhCn } from '../../src/domain/texts/zh-cn.ts'

const kinds = Object.keys(en) as TextKind[]
const chinese = /\p{Script=Han}/u

describe.each(kinds)('texts of kind %s', (kind) => {
  test('the same codes in both languages', () => {
    expect(Object.keys(zhCn[kind]).sort()).toEqual(Object.keys(en[kind]).sort())
  })

  test('in English without Chinese, in Chinese with it and with its own punctuation', () => {
    for (const text of Object.values(en[kind])) {
      expect(text).toMatch(/^[\x20-\x7e]{3,140}$/)
    }
    for (const text of Object.values(zhCn[kind])) {
      expect(text).toMatch(chinese)
      expect(text).not.toMatch(/[,;:()]/)
    }
  })
})

test('[OQ-30] a blocker is a cause and a way out, in two sentences', () => {
  for (const [code, text] of Object.entries(en.blocker)) {
    expect.soft(text.split('. ').length, code).toBe(code === 'CONTACT_PROVIDER' ? 1 : 2)
    expect.soft(text.endsWith('.'), code).toBe(true)
  }
  for (const [code, text] of Object.entries(zhCn.blocker)) {
    expect.soft(text.split('。').length, code).toBe(code === 'CONTACT_PROVIDER' ? 2 : 3)
  }
})

// Two names may be the same where they are not codes of one list: `operation` repeats `order`.
test('no two codes of one list share a text', () => {
  for (const texts of [en, zhCn])
    for (const kind of kinds) {
      const all = Object.values<string>(texts[kind])
      expect
        .soft(
          all.filter((text, at) => all.indexOf(text) !== at),
          kind,
        )
        .toEqual([])
    }
})

test('every state of the chart has a name: 25 leaves and 14 that hold others', () => {
  expect(leafStates).toHaveLength(25)
  expect(Object.keys(en.state).sort()).toEqual([...leafStates, ...compositeStates].sort())
})

test('every kind of order has a name', () => {
  expect(Object.keys(en.order).sort()).toEqual([...orderKinds].sort())
  expect(Object.keys(en.operation).sort()).toEqual([...systemsOperationNames].sort())
})

test('textOf answers in the language asked for', () => {
  expect(textOf('suspensionReason', 'ACCOUNT_ARREARS', 'zh-CN')).toBe('账户欠款')
  expect(textOf('suspensionReason', 'ACCOUNT_ARREARS', 'en')).toBe('Account in arrears')
  expect(textsIn('zh-CN').role.merchant).toBe('商户')
})

test('a code that is not ours is its own text', () => {
  for (const code of ['NEW_CODE', 'constructor', '__proto__', 'toString']) {
    expect(textOf('blocker', code as 'LEGAL_HOLD', 'en')).toBe(code)
  }
})

test('a code of a newer release, as the client gives it, is its own text', () => {
  expect(textOf('blocker', 'unknown(MOON_TOO_BRIGHT)', 'zh-CN')).toBe('unknown(MOON_TOO_BRIGHT)')
})
