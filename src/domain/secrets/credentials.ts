import { withoutDigests } from './foreign.ts'
import { knownFormsIn } from './known-forms.ts'
import { matchesOf } from './matches.ts'
import type { Span } from './span.ts'
import {
  readCardCode,
  readCardId,
  readKey,
  readOneTimeCode,
  readPassword,
  readPin,
  readSecret,
  readToken,
} from './told-values.ts'
import { tracksIn } from './track-data.ts'

/** What a word names, by how its value is read. The longer word stands before the shorter one. */
export const credentialWords = {
  key: [
    '(?:[a-z]{2,10}[ _-]?)?pin[ _-]?bl(?:oc)?k',
    // what carries a PIN block in ISO 8583
    '(?:de|field|bit) ?52',
    '52 ?域',
    'PIN ?块',
    '密码块',
    '(?:tmk|tpk|tak|tdk|tek|zmk|zpk|zak|kek|lmk|bdk|ipek|tsk|mak|pik|wk|dukpt key)s?(?:明文)?',
    '(?:aes|3?des|tdes|sm4|h?mac)[ _-]?keys?',
    '(?:master|working|session|transport|clear|initial|zone|encryption|encrypting|terminal|pin|data)[ _-]?keys?',
    'key (?:components?|parts?|shares?)',
    'components?',
    '(?:主|工作|传输|终端|初始|加密|区域|sm4)密钥(?:分量|组件|明文)?',
    '密钥(?:分量|组件|明文)',
    '分量',
  ],
  cardCode: [
    'cvv2?',
    'cvc2?',
    'cvn2?',
    'cav2',
    'csc',
    'card code',
    'card (?:verification|security)(?: code| value| number)?',
    'security code',
    '安全码',
    '安全碼',
    '卡片?背面?的?[后後]?三位(?:数字?|码)?',
    '背面的?[后後]三位(?:数字?|码)?',
  ],
  oneTimeCode: [
    '验证码',
    '驗證碼',
    '动态码',
    '動態碼',
    '动态口令',
    '短信码',
    'otp',
    'one[- ]time (?:pass)?(?:code|word)',
    '(?:verification|sms|authentication|your|login|access|unlock) code',
  ],
  // of one scheme; other things are called so too
  cardId: ['cid'],
  pin: ['pin[ _-]?codes?', 'pins?', 'puks?', '个人识别码', '(?:支付|取款|交易|查询|提款)密码'],
  password: [
    '密 ?码',
    '密 ?碼',
    '口令',
    '(?:new|old|user|login|admin|db)?[ _-]?pass ?words?',
    '(?:user|login|admin|root|db|wifi)[ _-]?pass',
    'passwd',
    'passphrase',
    'passcode',
    'pwd',
    'psw',
  ],
  secret: [
    '(?:api(?:v3)?|access|private|signing|app)[ _-]?keys?(?:[ _-]?(?:id|secret))?',
    'apikey',
    '(?:client|app|webhook|shared)[ _-]?secret',
    'secret(?:[ _-]?(?:access[ _-]?)?key)?',
    '(?:应用|签名|接口|访问)?密钥',
    '[私秘]钥',
  ],
  token: [
    '(?:[a-z]{2,10}[ _-])?token',
    '(?:访问)?令牌',
    // as cookies are called
    '[a-z_]{0,12}sess(?:ion)?(?:[ _-]?id)?',
    'sid',
    'cookie',
  ],
} as const

/**
 * Each of the words has one of these in it. They are looked for first, in a tenth of the time: most texts have none, and
 * are not asked for the words.
 */
export const wordSigns =
  'pin|puk|块|密|钥|分量|key|tmk|tpk|tak|tdk|tek|zmk|zpk|zak|kek|lmk|bdk|ipek|tsk|mak|pik|wk|52|component|cvv|cvc|cvn|cav2|csc|cid|card verification|' +
  'card security|card code|security code|安全|三位|码|碼|口令|otp|one[- ]time|code|pass|pwd|psw|secret|令牌|token|sess|sid|cookie'
const anySign = new RegExp(wordSigns, 'i')

/** How the values of each kind are read. */
export const credentialReaders = {
  key: [readKey],
  cardCode: [readCardCode],
  cardId: [readCardId],
  oneTimeCode: [readOneTimeCode],
  pin: [readPin],
  password: [readPassword, readPin],
  // a key of a terminal may be called no more than a key
  secret: [readKey, readSecret],
  token: [readToken],
} as const
type Kind = keyof typeof credentialReaders
const kinds = Object.keys(credentialReaders) as readonly Kind[]

/** One group for each kind, so that the group that is filled tells the kind. */
export const anyCredentialWord = new RegExp(
  `(?<![A-Za-z])(?:${kinds.map((kind) => `(${credentialWords[kind].join('|')})`).join('|')})(?![A-Za-z])`,
  'gi',
)
/** A number, and then what it is: "123456 is your verification code". */
const toldBefore =
  /(?<![\d-])(\d{3,8})(?![\d-]) ?(?:is|是|为) ?(?:your|the|my|his|her|our|您的|你的|我的|他的|该卡的?)? ?(?:new |sms |短信)?(?:pin|cvv2?|cvc2?|otp|password|(?:verification|security|one-time) code|验证码|密码|安全码|动态码)(?![A-Za-z])/gi

/** More than any value has. */
const reach = 260

/**
 * Where credentials stand in a plain text: what a word names (PIN, CVV, password, key, token, in both languages), keys and
 * tokens of a known form, track data. A word alone is none: a value has to follow.
 */
export function* credentialsIn(text: string, strict: boolean): Generator<Span> {
  yield* tracksIn(text)
  yield* knownFormsIn(text)
  if (!anySign.test(text)) return
  // a UUID that begins with `de52` names nothing; what a word names may well look like a digest, and is read where it stands
  for (const { 0: word, index, ...groups } of matchesOf(withoutDigests(text), anyCredentialWord)) {
    // ids made by chance have any three letters between their digits
    if (strict && /\d[A-Za-z]$/.test(text.slice(index - 1, index + 1))) continue
    const kind = kinds.find((_, place) => (groups as unknown as readonly string[])[place + 1] !== undefined)
    const from = index + word.length
    for (const read of kind ? credentialReaders[kind] : []) {
      const value = read(text.slice(from, from + reach), strict)
      if (value) yield { start: from + value.start, end: from + value.end }
    }
  }
  if (/\d{3}/.test(text))
    for (const { 1: value = '', index } of matchesOf(text, toldBefore))
      yield { start: index, end: index + value.length }
}
