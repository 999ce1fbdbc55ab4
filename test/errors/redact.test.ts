import { describe, expect, test } from 'vitest'
import { operations } from '../../src/contract/index.ts'
import { redact, requestSummary } from '../../src/errors/index.ts'
import { cardNumber, digits, randomFrom } from '../domain/card-numbers.ts'

const random = randomFrom(11)
const pan = cardNumber(random)
const token = Array.from({ length: 48 }, () => random(16).toString(16)).join('')

describe('what is masked', () => {
  test.each([
    ['a card number', `card ${pan} refused`, 'card [REDACTED] refused'],
    [
      'a card number over two lines',
      `card ${pan.slice(0, 8)}\r\n${pan.slice(8)} refused`,
      'card [REDACTED] refused',
    ],
    ['full-width digits', '卡号４１１１１１１１１１１１１１１１', '卡号[REDACTED]'],
    ['an identity number', '身份证11999919900307888X无效', '身份证[REDACTED]无效'],
    ['a mobile number with blanks', 'call 138 0013 8000 now', 'call [REDACTED] now'],
    ['an account by fours', 'IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [REDACTED].'],
    ['an account with letters', 'GB82WEST12345698765432', '[REDACTED]'],
    ['an account number', 'account 622848012', 'account [REDACTED]'],
    ['a bearer token', `sent Bearer ${token} twice`, 'sent Bearer [REDACTED] twice'],
    [
      'a header to the end of its line',
      `Authorization: Basic dXNlcjpwdw==, x\nok`,
      'Authorization: [REDACTED] ok',
    ],
    ['cookies', 'set-cookie: a=1; b=2', 'set-cookie: [REDACTED]'],
    [
      'a password in JSON',
      '{"newPassword":"hunter 2","tid":"10012345"}',
      '{"newPassword":[REDACTED],"tid":"10012345"}',
    ],
    [
      'a password in JSON within JSON',
      JSON.stringify(JSON.stringify({ password: 'hunter 2', tid: '1' })),
      '"{\\"password\\":\\[REDACTED],\\"tid\\":\\"1\\"}"',
    ],
    ['a card number in base64', `body ${btoa(pan)} sent`, 'body [REDACTED] sent'],
    [
      'a password in base64 of addresses',
      btoa('{"password":"?>?>hunter2"}').replaceAll('/', '_'),
      '[REDACTED]',
    ],
    ['a password in a form', 'user=li&password=hunter2&x=1', 'user=li&password=[REDACTED]&x=1'],
    ['a password in Chinese', '登录密码：hunter2', '登录密码：[REDACTED]'],
    ['a password without a colon', 'no password hunter2 here', 'no password [REDACTED] here'],
    ['a password after a verb', 'the new password is hunter2.', 'the new password is [REDACTED].'],
    ['a password without a blank in Chinese', '密码是123456，请改', '密码是[REDACTED]，请改'],
    ['a password that was set', 'password has been set to hunter2', 'password has been set to [REDACTED]'],
    ['a password in brackets', '密码【hunter2】', '密码【[REDACTED]】'],
    ['two passwords in Chinese', '旧密码是123456，新密码是654321', '旧密码是[REDACTED]，新密码是[REDACTED]'],
    ['two keys in Chinese', '私钥是hunter2，令牌是hunter3', '私钥是[REDACTED]，令牌是[REDACTED]'],
    ['two passwords', 'old password hunter2 new PIN 4821', 'old password [REDACTED] new PIN [REDACTED]'],
    ['two passwords in JSON', '{"pin":"48","pwd":"ab"}', '{"pin":[REDACTED],"pwd":[REDACTED]}'],
    ['two headers', 'cookie: a=1\nAuthorization: x', 'cookie: [REDACTED] Authorization: [REDACTED]'],
    ['two keys', 'sk_live_abcdefgh or sk_live_ijklmnop', '[REDACTED] or [REDACTED]'],
    ['a key without a blank in Chinese', '密钥是hunter2', '密钥是[REDACTED]'],
    ['a short name for a password', 'user=li pass=hunter2', 'user=li pass=[REDACTED]'],
    ['a phrase', 'passphrase: correct', 'passphrase: [REDACTED]'],
    ['a PIN behind an arrow', 'PIN → 4821', 'PIN → [REDACTED]'],
    ['a PIN', 'PIN 739164 entered', 'PIN [REDACTED] entered'],
    ['a security code', 'CVV2 number 391', 'CVV2 number [REDACTED]'],
    ['a token with its kind in front', 'vault said tok_4eC39HqLyj', 'vault said [REDACTED]'],
    ['a JSON Web Token', 'got eyJhbGciOi.e30.c2ln twice', 'got [REDACTED] twice'],
    ['a quote that was cut off', 'secret="abc def', 'secret=[REDACTED]'],
    ['an access token', 'access_token=abc', 'access_token=[REDACTED]'],
    ['a long token', `key ${token}`, 'key [REDACTED]'],
    ['a prefixed key', 'used sk_live_abcdefgh', 'used [REDACTED]'],
    [
      'query and user of an address',
      'GET https://u:p@a.example/x?t=1#y failed',
      'GET https://a.example/x failed',
    ],
    ['a database address', 'postgres://li:pw@db:5432/main', 'postgres://db:5432/main'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', '[REDACTED]'],
  ])('%s', (_, text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})

describe('what is kept', () => {
  test.each([
    'terminal 10012345 of merchant M-1 is off since 2026-03-02T09:30:00+08:00',
    'read at 2026-03-02 09:30',
    'order L-1/7/2 failed: shipping: delayed',
    'reference AB12CDEFGHJKLMNPQ',
    'password expired; the token was refused, enter the PIN again on the PIN pad',
    '/password FORBIDDEN_FIELD',
    '密码错误，请重新输入密码',
    '设备尚未归还，请归还设备。',
    'id 0190c3f2-7b1e-7cc0-9d2f-3a1b2c3d4e5f',
    'terminal-lifecycle-reinstatement-application',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

test('one line, without characters that forge a log or reverse a text', () => {
  expect(redact('a\r\nINFO fine\u202Eb\u0000c\u2028d')).toMatch(/^[\x20-\x7e]+$/)
})

describe('a long text', () => {
  /** As long as the longest that is looked at, and a few characters once it is masked. */
  const filled = (end: string) =>
    `${`Authorization: ${'=,'.repeat(10_000)}`.slice(0, 20_000 - 1 - end.length)}\n${end}`

  test('is cut after five hundred characters, and says so', () => {
    const text = 'x '.repeat(250)
    expect(redact(text)).toBe(text)
    expect(redact(`${text}y`)).toBe(`${text}…`)
  })

  test('is looked at as far as twenty thousand characters: a number there is whole', () => {
    expect(redact(filled('order 1234567'))).toBe('Authorization: [REDACTED] order 1234567')
  })

  test('ends before what lies behind, and shows no beginning of a number that goes on there', () => {
    const text = filled('order 1234567')
    for (const behind of ['89 swordfish', ' swordfish', ' '])
      expect(redact(text + behind)).toBe('Authorization: [REDACTED] order [REDACTED]')
    expect(redact(`${filled('order 1234567 refused')} swordfish`)).toBe(
      'Authorization: [REDACTED] order 1234567 refused',
    )
  })
})

test('every card number of a thousand is masked, however it is written', () => {
  for (let run = 0; run < 1000; run += 1) {
    const number = cardNumber(random)
    const cut = 1 + random(number.length - 1)
    const separator = [' ', '-', '\n', ' – ', '\u3000', ''][run % 6] ?? ''
    expect(redact(`n ${number.slice(0, cut)}${separator}${number.slice(cut)}.`)).toBe('n [REDACTED].')
  }
})

test.each([
  ['digits', digits(random, 50_000)],
  ['names', 'a'.repeat(50_000)],
  ['assignments', 'a=\'b"'.repeat(10_000)],
  ['addresses', 'a://'.repeat(12_500)],
  ['open quotes', 'password="'.repeat(5_000)],
  ['blanks', ' '.repeat(50_000)],
  ['begins of keys', '-----BEGIN'.repeat(5_000)],
  ['schemes', 'bearer '.repeat(7_000)],
  ['names of secrets', 'password '.repeat(5_500)],
  ['what leads up to one', `password ${'is '.repeat(16_000)}`],
  ['names that run on', 'a_'.repeat(25_000)],
  ['names in Chinese', '密码是'.repeat(16_000)],
  ['beginnings of tokens', 'sk_'.repeat(16_000)],
  ['beginnings of tokens with hyphens', 'sk-'.repeat(16_000)],
  ['beginnings of web tokens', 'eyJ'.repeat(16_000)],
])('50 kB of %s take no time', (_, text) => {
  redact(text)
  // of the processor: a busy machine makes no difference
  const before = process.cpuUsage()
  redact(text)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(500)
})

test('no path of the contract is taken for a secret: an error says where it called', () => {
  for (const { name, path } of operations)
    expect(
      requestSummary('GET', `https://a.example/v1${path.replaceAll(/[{}]/g, '')}`).url,
      name,
    ).not.toContain('REDACTED')
})
