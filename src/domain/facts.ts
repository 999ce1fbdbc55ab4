import { isCurrency } from './currencies.ts'
import { dayOf } from './default-zone.ts'
import type { DocumentRef, DocumentType } from './documents.ts'
import { largestAmount } from './money.ts'
import type { RequiredDocument } from './required-documents.ts'
import { secretInReference } from './secrets/index.ts'

/** What was read off a paper: flat, and never a name, a personal number or free text. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/** A fact is an instant, a calendar day, yes or no, minor units, a currency, somebody's reference, or one word of a list. */
type FactKind = 'instant' | 'day' | 'flag' | 'amount' | 'currency' | 'reference' | readonly string[]

/** A paper that proves something for a time says until when, or that it is for good. */
const validity = { validTo: 'instant', longTerm: 'flag' } as const
const money = { amount: 'amount', currency: 'currency' } as const

/** The facts that decisions need, for each type of paper that has any. */
export const factProfiles = {
  business_licence: validity,
  identity_proof: validity,
  power_of_attorney: validity,
  service_contract: { expiresOn: 'day', renewed: 'flag' },
  closure_notice: { grounds: 'flag', appealRoute: 'flag' },
  service_of_notice: { servedOn: 'day' },
  arrears_statement: money,
  payment_proof: money,
  waiver: money,
  payout_account_verification: { result: ['matches', 'differs'], token: 'reference' },
  dispute_evidence: { hold: 'flag', caseId: 'reference' },
  tenant_consent: { result: ['agreed', 'refused'] },
  damage_report: { cause: ['human', 'nonHuman', 'undetermined'] },
  repair_or_replacement_record: {
    result: ['repaired', 'replaced', 'updated', 'irreparable'],
    performer: ['merchant', 'provider', 'serviceProvider', 'supplier', 'repairer', 'technician'],
    serial: 'reference',
  },
  device_test_record: {
    result: ['passed', 'failed'],
    connection: 'flag',
    testedAt: 'instant',
    serial: 'reference',
  },
  rectification_report: { result: ['rectified', 'open'] },
  data_migration_plan: { result: ['verified', 'open'], customers: 'flag', lawfulBasis: 'flag' },
  server_side_records_statement: { coversUpTo: 'instant' },
  erasure_record: { result: ['erased', 'failed'] },
  risk_listing_record: { result: ['filed', 'notDue'] },
} as const satisfies Readonly<Partial<Record<DocumentType, Readonly<Record<string, FactKind>>>>>

const kindsOf = (type: DocumentType): Readonly<Record<string, FactKind>> =>
  (factProfiles as Partial<Record<DocumentType, Readonly<Record<string, FactKind>>>>)[type] ?? {}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const day = /^\d{4}-\d\d-\d\d$/
const reference = /^(?=.*[A-Za-z0-9])[A-Za-z0-9._:-]{1,100}$/

const fits = (kind: FactKind, value: unknown, currency: (code: string) => boolean): boolean => {
  if (typeof kind === 'object') return typeof value === 'string' && kind.includes(value)
  if (kind === 'flag') return typeof value === 'boolean'
  if (kind === 'amount')
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= largestAmount
  if (typeof value !== 'string') return false
  if (kind === 'currency') return currency(value)
  if (kind === 'reference') return reference.test(value) && secretInReference(value) === undefined
  if (!(kind === 'day' ? day : instant).test(value) || Number.isNaN(Date.parse(value))) return false
  // the 31st of February is parsed as the 3rd of March
  return new Date(`${value.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(value.slice(0, 10))
}

/**
 * The first fact that this type of paper does not have, or that is not of its kind; nothing: all of them fit.
 *
 * @param currency Which codes will do: what is on file may be in a currency that was withdrawn since.
 */
export const misfitIn = (
  type: DocumentType,
  facts: Facts,
  currency: (code: string) => boolean = isCurrency,
): string | undefined => {
  const kinds = kindsOf(type)
  return Object.keys(facts).find((name) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    return kind === undefined || !fits(kind, facts[name], currency)
  })
}

/** Papers whose result decides whether they prove anything. */
const goodResults: Readonly<Partial<Record<DocumentType, readonly string[]>>> = {
  payout_account_verification: ['matches'],
  repair_or_replacement_record: ['repaired', 'replaced', 'updated'],
  tenant_consent: ['agreed'],
  device_test_record: ['passed'],
  rectification_report: ['rectified'],
  erasure_record: ['erased'],
}

/** What a paper has to say to prove anything at all. A waiver that names no amount lets off all of it. */
const mustSay: Readonly<Partial<Record<DocumentType, string>>> = {
  arrears_statement: 'amount',
  payment_proof: 'amount',
  server_side_records_statement: 'coversUpTo',
  closure_notice: 'grounds',
  service_of_notice: 'servedOn',
}

/** Facts by which a paper shows the contrary of what papers of its type are asked for. */
const disproofs: Readonly<Partial<Record<DocumentType, (facts: Facts, day: string) => string | false>>> = {
  service_of_notice: ({ servedOn = '' }, day) => servedOn > day && 'servedOn',
  data_migration_plan: ({ result, customers, lawfulBasis }) =>
    (result === 'open' && 'result') || (customers === true && lawfulBasis !== true && 'lawfulBasis'),
  // a device is repaired by somebody whose trade that is
  repair_or_replacement_record: ({ performer }) => performer === 'merchant' && 'performer',
}

/** What a paper has to say where somebody decides on it; to file it, it is enough that it does not say the contrary. */
const mustSayToDecide: Readonly<Partial<Record<DocumentType, string>>> = { data_migration_plan: 'result' }

type Asked = Pick<RequiredDocument, 'results' | 'says'>

/** Why a paper does not count; `fact` is the one that is missing or says so. */
export interface PaperFault {
  readonly code: 'DOCUMENT_EXPIRED' | 'FACT_MISSING' | 'EVIDENCE_UNSUITABLE'
  readonly fact: string
}

/**
 * Does the paper prove what papers of its type are asked for, by what it says? A licence that says neither until when it is
 * valid nor that it is for good proves nothing.
 *
 * @param asked What it has to find and to name here, where that differs from what papers of its type prove elsewhere.
 *
 * @example paperFault({ type: 'business_licence' }, at) // { code: 'FACT_MISSING', fact: 'validTo' }
 */
export const paperFault = (
  { type, facts: read }: Pick<DocumentRef, 'type' | 'facts'>,
  at: string,
  { results, says = [] }: Asked = {},
): PaperFault | undefined => {
  const facts = read ?? {}
  const kinds = kindsOf(type)
  if ('longTerm' in kinds) {
    if (facts.validTo === undefined && facts.longTerm !== true)
      return { code: 'FACT_MISSING', fact: 'validTo' }
    // for good, and until a day: the day is what somebody read off it
    if (facts.validTo !== undefined && Date.parse(String(facts.validTo)) <= Date.parse(at))
      return { code: 'DOCUMENT_EXPIRED', fact: 'validTo' }
  }
  const usual = goodResults[type]
  const good = usual && (results ?? usual)
  if (good) {
    if (facts.result === undefined) return { code: 'FACT_MISSING', fact: 'result' }
    if (!good.includes(String(facts.result))) return { code: 'EVIDENCE_UNSUITABLE', fact: 'result' }
  }
  const needed = mustSay[type]
  if (needed !== undefined && facts[needed] === undefined) return { code: 'FACT_MISSING', fact: needed }
  if ('currency' in kinds && facts.amount !== undefined && facts.currency === undefined)
    return { code: 'FACT_MISSING', fact: 'currency' }
  const denied = says.find((name) => name in kinds && facts[name] === false)
  const fact = denied ?? disproofs[type]?.(facts, dayOf(at))
  return fact ? { code: 'EVIDENCE_UNSUITABLE', fact } : undefined
}

/** The same where a decision rests on it: then the paper says what is to be decided. */
export const decisionFault = (
  paper: Pick<DocumentRef, 'type' | 'facts'>,
  at: string,
  asked: Asked = {},
): PaperFault | undefined => {
  const { says = [] } = asked
  const kinds = kindsOf(paper.type)
  const needed = [mustSayToDecide[paper.type] ?? [], says.filter((name) => name in kinds)].flat()
  const fact = needed.find((name) => paper.facts?.[name] === undefined)
  return paperFault(paper, at, asked) ?? (fact === undefined ? undefined : { code: 'FACT_MISSING', fact })
}
