import { type DocumentType, type Facts, factProfiles, moneyText } from 'terminal-lifecycle/domain'
import { instantOf, isoDay } from '../case/days.ts'

/** What was typed, by the name of the fact. */
export type Answers = Readonly<Record<string, string>>

export interface FactField {
  readonly name: string
  readonly kind: 'day' | 'flag' | 'amount' | 'word'
  readonly words: readonly string[]
  /** Without it the paper proves nothing. */
  readonly isNeeded: boolean
}

const needed = ['validTo', 'result', 'amount', 'coversUpTo', 'servedOn', 'expiresOn']

/** What whoever brings a paper says that it says, for its reviewer to check; what only a reviewer can say is not asked for. */
export const factsOfType = (type: DocumentType): readonly FactField[] => {
  const profile = (factProfiles as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[type] ?? {}
  return Object.entries(profile).flatMap(([name, kind]): readonly FactField[] => {
    const own = { name, words: [], isNeeded: needed.includes(name) }
    if (Array.isArray(kind)) return [{ ...own, kind: 'word', words: kind as readonly string[] }]
    if (kind === 'instant' || kind === 'day') return [{ ...own, kind: 'day' }]
    return kind === 'flag' || kind === 'amount' ? [{ ...own, kind }] : []
  })
}

/** Minor units of what a person writes, such as 1,234.50: as many digits behind the point as the currency has, at most. */
const minorUnits = (text: string, currency: string): number | undefined => {
  const [, whole = '', part = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.replaceAll(',', '').trim()) ?? []
  const places = (moneyText({ amount: 0, currency }).split('.')[1] ?? '').length
  return whole === '' || part.length > places ? undefined : Number(whole + part.padEnd(places, '0'))
}

const factIn = (
  type: DocumentType,
  { name, kind }: FactField,
  text: string,
  currency: string,
): Facts[string] | undefined => {
  if (text === '') return undefined
  if (kind === 'flag') return text === 'yes'
  if (kind === 'amount') return minorUnits(text, currency)
  if (kind === 'word') return text
  const day = isoDay(text)
  const profile = (factProfiles as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[type]
  // A paper counts to the end of its last day.
  return day && (profile?.[name] === 'instant' ? instantOf(day, '23:59:59') : day)
}

/** Facts as they travel; what was not answered, or is no such thing, is left out. */
export const factsOf = (type: DocumentType, answers: Answers, currency: string): Facts => {
  const said = factsOfType(type).flatMap((field) => {
    const value = factIn(type, field, answers[field.name] ?? '', currency)
    return value === undefined ? [] : [[field.name, value] as const]
  })
  const facts = Object.fromEntries(said)
  return facts.amount === undefined ? facts : { ...facts, currency }
}
