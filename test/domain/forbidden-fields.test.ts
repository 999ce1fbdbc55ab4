import { expect, test } from 'vitest'
import { documentTypes } from '../../src/domain/documents.ts'
import { forbiddenFieldNames, isForbiddenFieldName } from '../../src/domain/forbidden-fields.ts'
import { growth, onceThrough } from '../support/growth.ts'

test.each(
  'password passwd pwd passcode pin pinBlock otp smsCode verifyCode cvv cvv2 cvn track1 track2 track3 magstripe emvKey tmk tpk secret 密码 口令 验证码 动态码 磁道'.split(
    ' ',
  ),
)('[C-01] %s is forbidden in any case and with any separators', (name) => {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1_$2')
  for (const spelling of [
    name,
    name.toUpperCase(),
    spaced,
    spaced.replace('_', '-'),
    spaced.replace('_', ' '),
  ]) {
    expect(isForbiddenFieldName(spelling)).toBe(true)
  }
})

test('every published name is forbidden', () => {
  expect(forbiddenFieldNames.filter((name) => !isForbiddenFieldName(name))).toEqual([])
})

test.each([
  'newPassword',
  'userPwd',
  'login_passwd1',
  'cardPIN',
  'PINBlock',
  'SMSCode',
  'smsVerifyCode',
  'client_secret',
  'track2Data',
  'CVN2',
  'ｐａｓｓｗｏｒｄ',
  '交易密码',
  '短信验证码',
  '密碼',
])('also within a longer name: %s', (name) => {
  expect(isForbiddenFieldName(name)).toBe(true)
})

test.each([
  'shippingNo',
  'trackingNo',
  'spin',
  'opinion',
  'secretary',
  'company',
  'merchantId',
  'hotpot',
  'panel',
  'expansion',
  '',
])('%s is harmless', (name) => {
  expect(isForbiddenFieldName(name)).toBe(false)
})

test('no document type is forbidden', () => {
  expect(documentTypes.filter(isForbiddenFieldName)).toEqual([])
})

test('a name of any length is gone through once', async () => {
  expect(await growth((size) => isForbiddenFieldName('aA1'.repeat(size)), 100_000)).toBeLessThan(onceThrough)
})
