import { expect, test } from 'vitest'
import { documentTypes, retentionClassOf } from '../../src/domain/index.ts'

const typesOf = (kept: ReturnType<typeof retentionClassOf>) =>
  documentTypes.filter((type) => retentionClassOf(type) === kept).toSorted()

test('papers that name people are kept as such: who it is, who may sign, where the money goes', () => {
  expect(typesOf('identityPapers')).toEqual([
    ...['account_explanation', 'account_info', 'business_licence', 'identity_proof'],
    ...['payout_account_verification', 'power_of_attorney', 'settlement_account_change_proof'],
  ])
})

test('what was filed and answered is kept as such, and every other paper is one of money, devices or rules', () => {
  expect(typesOf('applicationPapers')).toEqual([
    ...['application_record', 'closure_request', 'deregistration_form', 'reinstatement_request'],
    ...['service_contract', 'service_of_notice', 'suspension_request'],
  ])
  expect(typesOf('otherPapers').length).toBe(documentTypes.length - 14)
})
