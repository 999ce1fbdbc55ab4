import { expect, test } from 'vitest'
import { textFrom, textOf, textsEn, textsZhCn } from '../../src/domain/index.ts'
import { bundleOf } from './bundle-of.ts'

const chinese = /\p{Script=Han}/u
const english = textsEn.blocker.CONTACT_PROVIDER

test('a bundle with the words of one language holds only that one', async () => {
  const inEnglish = await bundleOf("export { textFrom, textsEn } from './dist/domain/index.js'")
  expect(inEnglish).toContain(english)
  expect(inEnglish).not.toMatch(chinese)
  const inChinese = await bundleOf("export { textFrom, textsZhCn } from './dist/domain/index.js'")
  expect(inChinese).toContain(textsZhCn.blocker.CONTACT_PROVIDER)
  expect(inChinese).not.toContain(english)
})

test('the words are the same, whichever way they are asked for', () => {
  for (const code of ['ACCOUNT_ARREARS', 'constructor', 'OF_A_NEWER_SERVER'] as 'ACCOUNT_ARREARS'[]) {
    expect(textFrom(textsEn, 'suspensionReason', code)).toBe(textOf('suspensionReason', code, 'en'))
    expect(textFrom(textsZhCn, 'suspensionReason', code)).toBe(textOf('suspensionReason', code, 'zh-CN'))
  }
})
