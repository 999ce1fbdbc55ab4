import { factProfiles } from 'terminal-lifecycle/domain'

export interface Paper {
  readonly id: string
  readonly type: string
  readonly digest: string
  readonly facts: object
}

/** What is said of money on it, of which account, and when it is written. */
export interface Writing {
  readonly at: string
  readonly currency: string
  readonly amount: number
  readonly token: string
}

const years = 3 * 365 * 86_400_000
/** Until when a paper is good; any other time on it is when it is written. */
const isUntil = /^(validTo|expiresOn|coversUpTo)$/

const factOf = (name: string, kind: unknown, { at, currency, amount, token }: Writing): unknown => {
  if (Array.isArray(kind)) return kind[0]
  if (kind === 'flag') return true
  if (kind === 'amount') return amount
  if (kind === 'currency') return currency
  if (kind === 'reference') return name === 'token' ? token : 'case-1'
  const instant = isUntil.test(name) ? new Date(Date.parse(at) + years).toISOString() : at
  return kind === 'day' ? instant.slice(0, 10) : instant
}

/** A digest of its own for every name. */
export const hex = (name: string): string =>
  [...name]
    .reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 0xff_ff_ff, 7)
    .toString(16)
    .padStart(64, '0')

/** A paper that says whatever papers of its type say. */
export const paperOf = (type: string, id: string, writing: Writing): Paper => {
  const kinds = Object.entries((factProfiles as Readonly<Record<string, object>>)[type] ?? {})
  const facts = kinds.map(([name, kind]) => [name, factOf(name, kind, writing)])
  return { id, type, digest: hex(id), facts: Object.fromEntries(facts) }
}

const isPaper = (value: object): value is Paper => 'digest' in value && 'facts' in value && 'id' in value

/** The papers that an event brings. */
export const papersIn = (value: unknown): readonly Paper[] => {
  if (typeof value !== 'object' || value === null) return []
  return isPaper(value) ? [value] : Object.values(value).flatMap(papersIn)
}
