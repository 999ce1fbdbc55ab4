import { dayOf, type Facts } from '../../domain/index.ts'
import type { Document, DocumentOf } from './document.ts'

type Validity = { readonly validTo?: string | undefined; readonly longTerm?: true | undefined }
type Read<Type extends Document['type']> = (document: DocumentOf<Type>, offset: string) => Facts

const validity = ({ validTo, longTerm }: Validity, offset: string): Facts => ({
  ...(validTo !== undefined && { validTo: `${validTo}T23:59:59${offset}` }),
  ...(longTerm && { longTerm }),
})
const money = (amount: { amount: number; currency: string } | undefined): Facts => ({ ...amount })

const outcomes = {
  repair: 'repaired',
  reinstall: 'repaired',
  replacement: 'replaced',
  update: 'updated',
} as const

/** What a structured paper says by itself, for each type that decisions ask a fact of. */
const readings: { readonly [Type in Document['type']]?: Read<Type> } = {
  business_licence: validity,
  identity_proof: validity,
  power_of_attorney: validity,
  service_contract: ({ expiresOn, renewed }) => ({ ...(expiresOn !== undefined && { expiresOn }), renewed }),
  closure_notice: () => ({ grounds: true, appealRoute: true }),
  service_of_notice: ({ servedAt }) => ({ servedOn: dayOf(servedAt) }),
  arrears_statement: ({ total }) => money(total),
  payment_proof: ({ amount }) => money(amount),
  waiver: ({ amount }) => money(amount),
  payout_account_verification: ({ accountToken }) => ({ result: 'matches', token: accountToken }),
  dispute_evidence: ({ hold, caseId }) => ({ hold, caseId }),
  tenant_consent: ({ result }) => ({ result }),
  damage_report: ({ cause }) => ({ cause }),
  repair_or_replacement_record: ({ kind, performedBy, oldSerial }) => ({
    result: outcomes[kind],
    performer: performedBy,
    serial: oldSerial,
  }),
  device_test_record: ({ result, checks, testedAt, serialNumber }) => {
    const connection = checks.find(({ name }) => name === 'network')?.passed
    return {
      result: result === 'pass' ? 'passed' : 'failed',
      ...(connection !== undefined && { connection }),
      testedAt,
      serial: serialNumber,
    }
  },
  data_migration_plan: ({ status, scope, lawfulBasis }) => ({
    result: status === 'verified' ? 'verified' : 'open',
    customers: scope.includes('customer'),
    lawfulBasis: lawfulBasis !== undefined,
  }),
  rectification_report: () => ({ result: 'rectified' }),
  server_side_records_statement: ({ coversUpTo }) => ({ coversUpTo }),
  erasure_record: ({ status }) => ({ result: status === 'failed' ? 'failed' : 'erased' }),
  risk_listing_record: ({ outcome }) => ({ result: outcome }),
}

/**
 * What decisions need of a structured paper, read off its fields; a scan has to be read by somebody.
 *
 * @example factsOf(licence) // { validTo: '2031-06-17T23:59:59+08:00' }
 */
export const factsOf = (document: Document, offset = '+08:00'): Facts =>
  (readings[document.type] as Read<Document['type']> | undefined)?.(document, offset) ?? {}
