import { redacted } from './redacted.ts'

/** What people call a secret, before they say it. */
const long = '(?:pass(?:word|wd|code|phrase)s?|secret|token|api[ _-]?key)'
const short = '(?<![\\p{L}\\p{N}_-])(?:pwd|pin(?: ?(?:code|block))?|cv[vcn]2?|otp|tmk|tpk|tak|zmk)'
const inHan = '密码|密碼|口令|验证码|驗證碼|安全码|安全碼|动态码|動態碼|[密私][钥鑰]|令牌'
const joints =
  '(?:is|was|are|has|been|set|reset|changed|to|from|equals|the|a|my|your|his|her|new|old|code|number|no|value|=|:|-|→)'
const hanJoints = '(?:是|为|為|已|被|改为|改成|设为|重设为|重置为|更新为|更改为|等于|：|:|=|“|「|【|号)'
/** A word of visible ASCII, also in full width. */
const word = '([\\x21-\\x7e\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A]{2,})'

const spoken = new RegExp(`(${long}|${short})((?:\\s{1,5}${joints}){0,4}\\s{1,5}["']?)${word}`, 'giu')
const hanSpoken = new RegExp(`(${inHan})((?:\\s{0,5}${hanJoints}){0,3}\\s{0,5})${word}`, 'gu')

/** What is said of a secret without saying it. */
const harmless = new Set(
  (
    'is was are be been has had have must may can could cannot will would should not no and or for of to in on at by as with from than ' +
    'field fields value code codes number policy page form rule rules type kind entry input box reset change changed expired expires ' +
    'expiry required missing invalid valid wrong incorrect correct empty unknown refused rejected accepted failed failure error errors ' +
    'function provider service store manager endpoint request requests response again too short long weak strong needed given set ' +
    'sent sets used reused before after when where which that this it its pad pads tries attempts entered verified checked bucket ' +
    'belongs does do did'
  ).split(' '),
)
const code = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\W*$/

const isHarmless = (word: string): boolean =>
  word.startsWith(redacted) || code.test(word) || harmless.has(word.toLowerCase().replace(/[^a-z]+$/, ''))

/**
 * `password hunter2`, `CVV 123`, `密码是123456`: secrets as people say them. What follows such a name is masked unless it is one of the
 * usual words, because a log that lacks a word does less harm than one that tells a password.
 */
export const maskSpoken = (text: string): string =>
  text
    .replace(spoken, (all, name: string, between: string, word: string) =>
      isHarmless(word) ? all : `${name}${between}${redacted}`,
    )
    .replace(hanSpoken, (all, name: string, between: string, word: string) =>
      isHarmless(word) ? all : `${name}${between}${redacted}`,
    )
