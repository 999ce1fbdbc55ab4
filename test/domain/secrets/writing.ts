import { digits } from '../card-numbers.ts'

type Random = (below: number) => number
type Writes = (pan: string, random: Random) => string
type Surrounds = (written: string, random: Random, another: () => string) => string

const cut = (pan: string, lengths: readonly number[]): readonly string[] => {
  const parts: string[] = []
  let from = 0
  for (let place = 0; from < pan.length; place += 1) {
    const length = lengths[place] ?? lengths.at(-1) ?? 4
    parts.push(pan.slice(from, from + length))
    from += length
  }
  return parts
}

const printed = (pan: string): readonly string[] => cut(pan, pan.length < 16 ? [4, 6, 5] : [4])
const one = <T>(random: Random, of: readonly T[]): T => of[random(of.length)] as T
const inScript =
  (zero: number): ((pan: string) => string) =>
  (pan) =>
    [...pan].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')
const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (random: Random, sign: string): string =>
  [2020 + random(10), two(1 + random(12)), two(1 + random(28))].join(sign)

const odd = (pan: string, random: Random): readonly string[] =>
  cut(pan, one(random, [[6, pan.length - 10, 4], [2], [3], [5], pan.length === 16 ? [4, 8, 4] : [2], [7]]))

/** How people write the number of a card. */
export const styles: Readonly<Record<string, Writes>> = {
  'in one run': (pan) => pan,
  'with blanks': (pan) => printed(pan).join(' '),
  'with hyphens': (pan) => printed(pan).join('-'),
  'with dots': (pan) => printed(pan).join('.'),
  'with slashes, underscores or pipes': (pan, random) =>
    printed(pan).join(one(random, ['/', '_', ' / ', '|'])),
  'digit by digit': (pan, random) => [...pan].join(one(random, [' ', '-', '.', '  '])),
  'broken at line ends': (pan, random) => {
    const sign = one(random, ['\n', '\r\n', ' \n'])
    if (random(2) === 0) return printed(pan).join(sign)
    const end = 1 + random(pan.length - 1)
    return pan.slice(0, end) + sign + pan.slice(end)
  },
  'in full-width digits': (pan, random) =>
    inScript(0xff10)(
      printed(pan)
        .join(one(random, ['', '　']))
        .replace(/\u3000/g, ''),
    ),
  'in digits of another script': (pan, random) =>
    inScript(one(random, [0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce]))(pan),
  'with what is not seen': (pan, random) =>
    printed(pan).join(one(random, ['\u200B', '\u00A0', '\u00AD', '\u2060', '\uFEFF', '\u202F', '\u200E'])),
  'with dashes': (pan, random) => printed(pan).join(one(random, ['–', '—', ' – ', '‑', '−', '－'])),
  'with brackets or commas': (pan, random) =>
    one(random, [
      `[${printed(pan).join('][')}]`,
      `(${printed(pan).join(') (')})`,
      printed(pan).join(', '),
      printed(pan).join('，'),
    ]),
  'in odd groups': (pan, random) => odd(pan, random).join(one(random, [' ', '-'])),
}

const amount = (random: Random): string =>
  one(random, [
    `${1 + random(9999)}.${digits(random, 2)}`,
    `¥${1 + random(99_999)}`,
    `${1 + random(99)},${digits(random, 3)}.00`,
    `${1 + random(99_999)}元`,
  ])
const time = (random: Random): string => `${two(random(24))}:${two(random(60))}`
const mobile = (random: Random): string => `1${3 + random(7)}${digits(random, 9)}`
const letters = (random: Random): string =>
  Array.from({ length: 1 + random(5) }, () => String.fromCharCode(97 + random(26))).join('')

/** Where it stands. */
export const surroundings: Readonly<Record<string, Surrounds>> = {
  'by itself': (pan) => pan,
  'among Chinese words': (pan) => `客户${pan}已拒绝`,
  'glued to letters on one side': (pan, random) =>
    random(2) ? `${letters(random)}${pan}` : `${pan}${letters(random)}`,
  'glued to letters on both sides': (pan, random) => `${letters(random)}${pan}${letters(random)}`,
  'beside a sum': (pan, random) => (random(2) ? `${pan} ${amount(random)}` : `${amount(random)} ${pan}`),
  'beside a day': (pan, random) => {
    const day = dayOf(random, one(random, ['-', '/', '']))
    return random(2) ? `${pan} ${day}` : `${day} ${pan}`
  },
  'beside a time': (pan, random) => (random(2) ? `${pan} ${time(random)}` : `${time(random)} ${pan}`),
  'beside a mobile number': (pan, random) =>
    random(2) ? `${pan} ${mobile(random)}` : `${mobile(random)} ${pan}`,
  'in JSON': (pan) => JSON.stringify({ amount: 1280, text: pan, at: 3 }),
  'in an address': (pan, random) =>
    `https://pay.example/v1?q=${random(2) ? encodeURIComponent(pan) : pan}&amount=1280`,
  'behind a mark': (pan, random) => `${one(random, ['No.', '#', 'No. ', '(', '“'])}${pan}).`,
  'beside an order number': (pan, random) =>
    random(2)
      ? `${dayOf(random, '')}${digits(random, 8)} ${pan}`
      : `${pan} ${dayOf(random, '')}${digits(random, 8)}`,
  'in a list': (pan, _, another) => `${pan}; ${another()}; ${another()}`,
}

/** The same with what a reference may be made of. */
export const referenceStyles: Readonly<Record<string, Writes>> = {
  'in one run': (pan) => pan,
  'with hyphens': (pan) => printed(pan).join('-'),
  'with dots': (pan) => printed(pan).join('.'),
  'with underscores': (pan) => printed(pan).join('_'),
  'with colons': (pan) => printed(pan).join(':'),
  'digit by digit with hyphens': (pan) => [...pan].join('-'),
  'digit by digit with dots': (pan) => [...pan].join('.'),
  'two by two': (pan) => cut(pan, [2]).join('-'),
  'three by three': (pan) => cut(pan, [3]).join('_'),
  'five by five': (pan) => cut(pan, [5]).join('-'),
  'with first six and last four apart': (pan) => cut(pan, [6, pan.length - 10, 4]).join('-'),
  'with double signs': (pan) => printed(pan).join('--'),
  'with different signs': (pan, random) =>
    printed(pan).reduce((all, part) => `${all}${one(random, ['-', '_', '--'])}${part}`),
}

export const referenceSurroundings: Readonly<Record<string, Surrounds>> = {
  'by itself': (pan) => pan,
  'behind a word': (pan) => `payout:${pan}`,
  'before a word': (pan) => `${pan}-refund`,
  'glued to letters on one side': surroundings['glued to letters on one side'] as Surrounds,
  'glued to letters on both sides': surroundings['glued to letters on both sides'] as Surrounds,
  'beside a sum': (pan, random) =>
    random(2) ? `${pan}:${1 + random(9999)}.00` : `CNY${1 + random(9999)}:${pan}`,
  'beside a day': (pan, random) =>
    random(2) ? `${pan}:${dayOf(random, '')}` : `${dayOf(random, '-')}.${pan}`,
  'beside a time': (pan, random) => `${pan}T${two(random(24))}${two(random(60))}${two(random(60))}`,
  'beside a mobile number': (pan, random) => `${mobile(random)}-${pan}`,
  'behind a mark': (pan) => `No.${pan}`,
  'beside an order number': (pan, random) => `${dayOf(random, '')}${digits(random, 8)}-${pan}`,
  'with a count': (pan, random) => `${pan}-v${1 + random(9)}`,
  'in a list': (pan, _, another) => `${pan}..${another()}`,
}
