import type { Span } from './span.ts'

/** What may stand between a word and the value it names. */
const link =
  '(?:[\\s"\'()\\[\\]<>“”‘’「」『』《》【】→:=>_.\\-]{1,4}|(?:is|was|now|equals|reads|has been|(?:changed|reset|set) (?:to|from)|on the (?:back|card))(?![A-Za-z])|了|是|为|為|即|叫|改为|改成|设为|设成|设置为|重置为|重置成|更改为|修改为|变更为|已){0,6}'

/** A number with one of these behind it is a count, a day or a sum. */
const unit =
  '(?!\\s?(?:%|次|位|天|日|月|年|元|笔|台|个|名|秒|分|小时|条|人|款|家|周|期|times?\\b|digits?\\b|days?\\b|attempts?\\b|tries\\b|characters?\\b|hours?\\b|minutes?\\b|seconds?\\b|terminals?\\b|merchants?\\b|errors?\\b|devices?\\b|pads?\\b|months?\\b|years?\\b|transactions?\\b|failures?\\b|retries\\b)|[-./:]\\d|,\\d{3})'
/** A year or a day, and no PIN. */
const noDay = '(?!(?:19|20)\\d\\d(?!\\d)|20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))'

const sign = /[:=]/
/** Words that people write behind a colon instead of a password. */
const said = new Set(
  (
    'reset changed change unknown unset none null empty missing forgotten forgot lost expired required wrong incorrect invalid ' +
    'valid refused rejected locked unlocked blocked removed masked hidden withheld redacted deleted cleared stored ' +
    'disabled enabled correct verified confirmed ok yes no not never see the a an to must may is was has please policy rules ' +
    'true false string optional set updated rotated sent received encrypted hashed same default n/a na tbd todo pending done failed'
  ).split(' '),
)

const isMask = (value: string): boolean => /^[*•●xX#.?_\-\]]+$/.test(value) || /^\[?redacted/i.test(value)

/** Letters and digits, or signs among letters: nobody writes words so. */
const isNoWord = (value: string): boolean =>
  (/\d/.test(value) && /[A-Za-z]/.test(value)) ||
  (/[A-Za-z]/.test(value) && /[!@#$%^&*+?]/.test(value.slice(1)))

/** How often it goes from small letters to capitals to digits. */
const changes = (value: string): number =>
  value.match(/[a-z](?=[^a-z])|[A-Z](?=[^A-Z])|\d(?=\D)/g)?.length ?? 0

/** The value in what follows a word, if there is one. */
type Reads = (rest: string, strict: boolean) => Span | undefined

/** A value that ends where what was read ends. */
const atEnd = (all: string, value: string): Span => ({ start: all.length - value.length, end: all.length })

const reads = (before: string, value: string, after: string): Reads => {
  const at = new RegExp(`^${before}(${value})${after}`, 'i')
  return (rest) => {
    const [all, found = ''] = at.exec(rest) ?? []
    return all === undefined ? undefined : atEnd(all, found)
  }
}

const suffix = '(?:\\s?(?:codes?|numbers?|no\\.?|value|码|碼|号码|数字))?'

/** Card verification: 3 or 4 digits. */
export const readCardCode = reads(
  `${suffix}${link}`,
  '\\d(?:[ -]?\\d){2,3}',
  `(?![ -]?\\d)(?![A-Za-z])${unit}`,
)

/** The same of a word that references have for something else: in prose alone. */
export const readCardId: Reads = (rest, strict) => (strict ? undefined : readCardCode(rest, strict))

/** PIN: 4 to 12 digits, also digit by digit; also several of them. */
export const readPin = reads(
  `${suffix}${link}${noDay}`,
  '(?:\\d{4,12}|\\d(?:[ -]\\d){3,11})(?:(?: (?:and|or|to) |[、/和或])\\d{4,12}){0,3}',
  `(?![\\dA-Za-z])${unit}`,
)

/** Sent to a telephone: 4 to 8 digits, or letters and digits. */
export const readOneTimeCode = reads(
  `${suffix}${link}${noDay}(?=[A-Za-z]{0,7}\\d)`,
  '[A-Za-z0-9]{4,8}',
  `(?![A-Za-z0-9])${unit}`,
)

/** The longest first: a shorter one is the beginning of a longer. */
const keys = [64, 48, 32, 16].map((length) =>
  reads(
    `(?:\\s?(?:[1-4A-C]|[一二三四])(?![0-9A-Za-z]))?(?:\\s?of\\s?[1-4])?${link}(?:0x|[UTXY](?=[0-9A-F]{32}))?`,
    `(?:[0-9A-F][ -]?){${length - 1}}[0-9A-F]`,
    '(?![0-9A-Za-z])',
  ),
)

/** PIN blocks and keys in hexadecimal, of 8, 16, 24 or 32 bytes. */
export const readKey: Reads = (rest, strict) => {
  for (const key of keys) {
    const found = key(rest, strict)
    if (found) return found
  }
  return undefined
}

const passwordGap =
  '(?:\\s?(?:of|for|on)(?: [A-Za-z0-9-]{1,20}){1,4}(?= ?(?:is\\b|was\\b|[:=]))|\\s?\\([^()]{0,20}\\))?'
const passwordLink = new RegExp(`^${passwordGap}(${link})`, 'i')
const numberAsPassword = new RegExp(`^${noDay}\\d{4,12}(?![\\dA-Za-z])${unit}`)

/** Passwords: behind a colon whatever is no word of the trade, else only what nobody would write as a word. */
export const readPassword: Reads = (rest, strict) => {
  const [all, between = ''] = passwordLink.exec(rest) ?? []
  if (all === undefined || between === '') return undefined
  const after = rest.slice(all.length)
  const number = numberAsPassword.exec(after)?.[0]
  if (number !== undefined) return atEnd(all + number, number)
  const value = (strict ? /^[A-Za-z0-9]{1,64}/ : /^[\x21\x23-\x25\x2a\x2b\x2d-\x3a\x3c-\x7e]{1,64}/).exec(
    after,
  )?.[0]
  const bare = value?.replace(/[.,:;?!]+$/, '') ?? ''
  if (
    bare.length < 3 ||
    isMask(bare) ||
    said.has(bare.toLowerCase()) ||
    /^https?:|^[^@]+@[\w-]+\.\w/.test(bare)
  )
    return undefined
  const endsThere = !/^[.,;:]?\s?[A-Za-z]/.test(after.slice(bare.length))
  const isOne = sign.test(between)
    ? (isNoWord(bare) && bare.length >= 4) || (/^[A-Za-z]{4,}$/.test(bare) && endsThere && !strict)
    : isNoWord(bare) && bare.length >= 5
  return isOne ? atEnd(all + bare, bare) : undefined
}

const tokenAt = new RegExp(`^${suffix}(${link})([A-Za-z0-9_+/=.~-]{8,200})`, 'i')
const longestPart = (value: string): string =>
  value.split(/[-_.:/]/).toSorted((one, other) => other.length - one.length)[0] ?? ''

/** API keys, secrets and tokens: letters and digits in turn, as only machines write them. */
export const readToken: Reads = (rest) => {
  const [all, between = '', value = ''] = tokenAt.exec(rest) ?? []
  if (all === undefined || between === '' || isMask(value)) return undefined
  const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)
  return !isUuid && longestPart(value).length >= 12 && changes(longestPart(value)) >= 3
    ? atEnd(all, value)
    : undefined
}

/** Secrets: as tokens, and shorter ones behind a colon. */
export const readSecret: Reads = (rest, strict) => {
  const token = readToken(rest, strict)
  if (token !== undefined) return token
  const [all, between = '', value = ''] = tokenAt.exec(rest) ?? []
  return all !== undefined &&
    sign.test(between) &&
    !isMask(value) &&
    changes(value) >= 1 &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value)
    ? atEnd(all, value)
    : undefined
}
