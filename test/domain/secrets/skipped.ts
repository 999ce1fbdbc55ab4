/** Made up, and put together here so that nobody's scanner takes them for real. */
const letters = (length: number): string => 'abcdefghijklmnopqrstuvwxyz'.repeat(4).slice(0, length)
const capitals = (length: number): string => letters(length).toUpperCase()
const hex = (length: number): string => 'ABCDEF'.repeat(12).slice(0, length)

/** One or more of each known form, and without a digit wherever the form needs none. */
export const examples: readonly string[] = [
  `-----BEGIN PRIVATE ${'KEY'}-----`,
  `MIIEvQIBADANBgkqhkiG9w0BAQEF${letters(64)}`,
  `MIIEpAIBAAKCAQEA${letters(64)}`,
  `xapp-1-A111-222-${letters(32)}`,
  `https://hooks.slack.com/services/${letters(30)}`,
  `pypi-${letters(60)}`,
  `dckr_pat_${letters(26)}`,
  `dop_v1_${hex(64).toLowerCase()}`,
  `hvs.${letters(40)}`,
  `ATATT3${letters(60)}`,
  `access_token$sandbox$${letters(16)}$${hex(32).toLowerCase()}`,
  `eyJ${letters(12)}.${letters(8)}.${letters(8)}`,
  ...['sk', 'rk', 'pk'].flatMap((key) => [`${key}_live_${letters(12)}`, `${key}_test_${letters(12)}`]),
  `whsec_${letters(12)}`,
  `AQE${letters(62)}`,
  `sq0atp-${letters(22)}`,
  ...['at', 'ca', 'pa', 'ss'].map((kind) => `shp${kind}_${letters(26)}`),
  ...['AKIA', 'ASIA', 'ABIA', 'ACCA'].map((kind) => kind + capitals(16)),
  `LTAI${letters(16)}`,
  `AKID${letters(32)}`,
  `AIza${letters(32)}`,
  `ya29.${letters(24)}`,
  ...[...'pousr'].map((kind) => `gh${kind}_${letters(26)}`),
  `github_pat_${letters(24)}`,
  `glpat-${letters(20)}`,
  ...[...'abeoprs'].map((kind) => `xox${kind}-${letters(12)}`),
  `npm_${letters(36)}`,
  `SG.${letters(18)}.${letters(18)}`,
  `hf_${letters(34)}`,
  `sk-ant-${letters(12)}1${letters(12)}`,
  `AGE-SECRET-KEY-1${capitals(44)}`,
  `B0096P0TE00N0000${hex(32)}`,
  'https://user:hunterx@gw.example/v1',
]

const pan = '4111 1111 1111 1111'

/** Written by hand, and not from the tables of the readers. */
export const handWritten: readonly (readonly [text: string, code: string])[] = [
  ...[
    'password: hunterx',
    '密码：hunterx',
    'pwd=hunterx',
    '口令: hunterx',
    'Bearer abcdefgHIJkl',
    'Basic abcdefgHIJkl==',
    'token: AbCdEfGhIjKlMnOp',
    '令牌：AbCdEfGhIjKlMnOp',
    'cookie: AbCdEfGhIjKlMnOp',
    'session_id=AbCdEfGhIjKlMnOp',
    'sid=AbCdEfGhIjKlMnOp',
    'api_key=AbCdEfGhIjKlMnOp',
    'client secret: AbCdEfGhIjKlMnOp',
    '私钥：AbCdEfGhIjKlMnOp',
    `PIN block ${hex(16)}`,
    `TMK: ${hex(32)}`,
    `kek ${hex(48)}`,
    `密钥 ${hex(32)}`,
    `分量 ${hex(32)}`,
    `component ${hex(32)}`,
    `key part 2: ${hex(16)}`,
    'CVV 123',
    '卡背面后三位 123',
    '安全碼 123',
    '验证码 482913',
    '動態碼: 482913',
    'otp 482913',
    'PIN: 7391',
    '482913 is your verification code',
    ...examples.filter((text) => !text.includes('://') && !text.startsWith('-----')),
  ].map((text) => [text, 'SECRET_IN_TEXT'] as const),
  [pan, 'PAN_IN_TEXT'],
  [`card ${pan.replaceAll(' ', '')}`, 'PAN_IN_TEXT'],
]

/** The same: as it stands, the text has no digit and no word of ASCII. */
export const spelledByHand: typeof handWritten = [
  ['ｐａｓｓｗｏｒｄ：ｈｕｎｔｅｒｘ', 'SECRET_IN_TEXT'],
  ['pa\u00adssword: hunterx', 'SECRET_IN_TEXT'],
  ['p\\u0061ssword: hunterx', 'SECRET_IN_TEXT'],
  ['p%61ssword: hunterx', 'SECRET_IN_TEXT'],
  ['t&#111;ken: AbCdEfGhIjKlMnOp', 'SECRET_IN_TEXT'],
  ['ｂｅａｒｅｒ abcdEFGHijkl', 'SECRET_IN_TEXT'],
  ['4111&ensp;1111&#xA0;1111&#160;1111', 'PAN_IN_TEXT'],
  ['4111<br>1111<br/>1111<br />1111', 'PAN_IN_TEXT'],
  ['❹❶❶❶ ❶❶❶❶ ➀➀➀➀ ➊➊⓵⓵', 'PAN_IN_TEXT'],
  ['❸❼❽❷❽❷❷❹❻❸❶🄋⓿🄌❺', 'PAN_IN_TEXT'],
  ['④①①① ①①①① ①①①① ①①①①', 'PAN_IN_TEXT'],
  ['⁴¹¹¹ ¹¹¹¹ ¹¹¹¹ ¹¹¹¹', 'PAN_IN_TEXT'],
  ['₄₁₁₁ ₁₁₁₁ ₁₁₁₁ ₁₁₁₁', 'PAN_IN_TEXT'],
  ['𝟺𝟷𝟷𝟷 𝟷𝟷𝟷𝟷 𝟷𝟷𝟷𝟷 𝟷𝟷𝟷𝟷', 'PAN_IN_TEXT'],
  ['٤١١١ ١١١١ ١١١١ ١١١١', 'PAN_IN_TEXT'],
]

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Other spellings of a text that mean the same; they are read as the plain one. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  'in full-width letters, digits and signs': wide,
  'with soft hyphens': (text) => [...text].join('\u00ad'),
  'with marks that have no width': (text) => [...text].join('\u200b'),
  'in superscript digits': (text) => text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? ''),
  'in circled digits': (text) =>
    text.replace(/\d/g, (digit) => (digit === '0' ? '⓪' : String.fromCharCode(0x245f + Number(digit)))),
  'in digits of another script': (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  'as an address writes it': (text) =>
    text.replace(/[a-z0-9]/gi, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  'as a page may write it': (text) =>
    text.replace(/[a-z0-9]/gi, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
  'as JSON may write it': (text) =>
    text.replace(/[a-z0-9]/gi, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
}
