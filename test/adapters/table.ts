import { code, table } from '../../scripts/reference-kit.ts'
import { referenceWords } from '../../scripts/reference-words.ts'
import { clockProfiles, type Locale, type OrderKind, resultClockOf, textOf } from '../../src/domain/index.ts'
import { cases, type Seen, seen } from './probes.ts'

const words = {
  en: {
    ...{ order: 'Order', next: ', then ', refused: 'refused with' },
    overdue: (time: string) => `; overdue after ${time}`,
    says: (desk: string, tells: string, late: string) => `people (${desk})${tells && `: ${tells}`}${late}`,
    ...{ sale: 'with `sale`', noSale: 'without `sale`', noCode: 'with `sale`, no pairing code there' },
    ...{ books: 'with books', noBooks: 'without books' },
    ...{ application: "`scope: 'application'`", device: "`scope: 'device'`" },
  },
  'zh-CN': {
    ...{ order: '指令', next: '，其后 ', refused: '被拒' },
    overdue: (time: string) => `；${time}后逾期`,
    says: (desk: string, tells: string, late: string) => `人工（${desk}）${tells && `：${tells}`}${late}`,
    ...{ sale: '含 `sale`', noSale: '不含 `sale`', noCode: '含 `sale`，尚无配对码' },
    ...{ books: '有账簿', noBooks: '无账簿' },
    ...{ application: "`scope: 'application'`", device: "`scope: 'device'`" },
  },
} as const

/** How long somebody may take before it is somebody's task. */
const patience = (kind: OrderKind, locale: Locale): string => {
  const name = kind === 'disableAcceptance' ? 'disableConfirmDue' : resultClockOf(kind)
  if (!name) return ''
  const { amount, unit } = clockProfiles[name]
  return words[locale].overdue(referenceWords[locale].units[unit](amount))
}

/** All of SumUp's begin alike. */
const short = (call: string): string => call.replace('/v0.1/merchants/{merchant_code}', '…')

const cellOf = ({ calls, answers, task, refusal }: Seen, kind: OrderKind, locale: Locale): string => {
  const { says, next, refused } = words[locale]
  const { comma } = referenceWords[locale]
  if (task) {
    const tells = task.tells.map(code).join(comma)
    return says(textOf('department', task.department, locale), tells, patience(kind, locale))
  }
  const end = refusal ? [`${refused} ${code(refusal)}`] : answers.map(code)
  return `${calls.map(short).map(code).join(next)} → ${end.join(next)}`
}

/** Which orders each adapter carries out, and how: measured, by giving each of them to both. */
export async function adaptersTable(locale: Locale): Promise<string> {
  const rows: string[][] = []
  for (const [index, one] of cases('7001').entries()) {
    const { kind, variant } = one
    const note = variant
      ? `${referenceWords[locale].comma}${words[locale][variant as keyof (typeof words)['en']]}`
      : ''
    const atSumUp = cases('SOLO-7001')[index] ?? one
    const cells = [await seen('Adyen', one), await seen('SumUp', atSumUp)]
    rows.push([`${code(kind)}${note}`, ...cells.map((cell) => cellOf(cell, kind, locale))])
  }
  return table([words[locale].order, 'Adyen', 'SumUp'], rows)
}
