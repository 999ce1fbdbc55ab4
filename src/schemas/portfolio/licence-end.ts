import { judged } from '../forms/judged.ts'
import { Day } from '../primitives.ts'

/** How registers and people write that a licence has no last day. */
const withoutEnd: ReadonlySet<string> = new Set([
  'longterm',
  'permanent',
  'indefinite',
  '长期',
  '長期',
  '长期有效',
  '長期有效',
  '永久',
  '永久有效',
  '无固定期限',
  '無固定期限',
  '无期限',
  '無期限',
  '不约定期限',
  '不約定期限',
])

/** Is the licence valid for ever, by what its column says? Nothing at all means that nobody knows. */
export const isLongTerm = (text: string): boolean => withoutEnd.has(text.toLowerCase().replace(/[\s_-]/g, ''))

/** The last day of a licence, or that it has none. */
export const LicenceEnd = judged(
  (text) => (isLongTerm(text) || Day.safeParse(text).success ? undefined : 'INVALID_DAY'),
  ['INVALID_DAY'],
)
