import type { DocumentRef, DocumentType, Facts } from 'terminal-lifecycle/domain'

/** A digest that is one, and different for each word. */
export const digestOf = (word: string): string =>
  [...word.padEnd(32, '.')]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0').slice(-2))
    .join('')
    .slice(0, 64)

/** What a good paper of each type says. */
export const goodFacts: Readonly<Partial<Record<DocumentType, Facts>>> = {
  business_licence: { validTo: '2031-12-31T23:59:59+08:00' },
  identity_proof: { longTerm: true },
  power_of_attorney: { validTo: '2031-12-31T23:59:59+08:00' },
  service_contract: { expiresOn: '2026-01-31', renewed: false },
  closure_notice: { grounds: true, appealRoute: true },
  service_of_notice: { servedOn: '2026-03-01' },
  arrears_statement: { amount: 9_900, currency: 'CNY' },
  payment_proof: { amount: 1_000_000, currency: 'CNY' },
  payout_account_verification: { result: 'matches' },
  repair_or_replacement_record: { result: 'repaired', performer: 'repairer' },
  tenant_consent: { result: 'agreed' },
  device_test_record: { result: 'passed', connection: true, testedAt: '2031-12-31T23:59:59+08:00' },
  rectification_report: { result: 'rectified' },
  data_migration_plan: { result: 'verified' },
  server_side_records_statement: { coversUpTo: '2031-12-31T23:59:59+08:00' },
  erasure_record: { result: 'erased' },
}

export const paper = (type: DocumentType, id: string = type, facts = goodFacts[type]): DocumentRef => ({
  id,
  type,
  digest: digestOf(id),
  ...(facts && { facts }),
})

/** Papers that whoever decides has seen. */
export const seen = (...ids: readonly string[]) =>
  ids.map((documentId) => ({ documentId, digest: digestOf(documentId) }))
