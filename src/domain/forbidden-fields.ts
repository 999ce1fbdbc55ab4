/** Unmistakable wherever they stand in a name: `newPassword`, `loginpasswd1`, `卡密码`. */
const anywhere = [
  'password',
  'passwd',
  'pwd',
  'passcode',
  'pinblock',
  'smscode',
  'verifycode',
  'verificationcode',
  'cvv',
  'track1',
  'track2',
  'track3',
  'magstripe',
  'emvkey',
  'cardnumber',
  '密码',
  '密碼',
  '口令',
  '验证码',
  '驗證碼',
  '动态码',
  '動態碼',
  '磁道',
] as const

/** Forbidden as a word of their own only, with or without a number behind: `shippingNo` and `secretary` are harmless. */
const asWord = ['pin', 'otp', 'cvn', 'cvc', 'tmk', 'tpk', 'secret', 'pan'] as const
const ownWords: ReadonlySet<string> = new Set(asWord)

/**
 * Names of fields that no request, document or note may have: they stand for credentials, keys and card data, which this
 * library never carries. (C-01, R-087, R-307)
 */
export const forbiddenFieldNames: readonly string[] = [...anywhere, ...asWord]

/** Names are cut here before they are looked at; a longer one is judged by its beginning. */
const longestName = 256

const judged = (name: string): boolean => {
  const words = name
    .slice(0, longestName)
    .normalize('NFKC')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  const joined = words.join('')
  return (
    anywhere.some((part) => joined.includes(part)) ||
    words.some((word) => ownWords.has(word.replace(/\d+$/, '')))
  )
}

/** Names of fields come again and again. Only plain ones are kept, so that nobody's number stays here, and not without end. */
const verdicts = new Map<string, boolean>()
const plain = /^[A-Za-z]{1,40}$/
const mostVerdicts = 2_000

/**
 * Is the name one of `forbiddenFieldNames`, in whatever case, width and separators it is written?
 *
 * @example isForbiddenFieldName('SMS_Code') // true
 * @example isForbiddenFieldName('shippingNo') // false, although "pin" stands in it
 */
export const isForbiddenFieldName = (name: string): boolean => {
  const known = verdicts.get(name)
  if (known !== undefined) return known
  const verdict = judged(name)
  if (verdicts.size < mostVerdicts && plain.test(name)) verdicts.set(name, verdict)
  return verdict
}
