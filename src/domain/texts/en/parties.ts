import type { Duty, Owner } from '../../actor.ts'
import type { AgentTask } from '../../agents.ts'
import type { Limit, MerchantType } from '../../limits.ts'

export const roles: Readonly<Record<Owner, string>> = {
  merchant: 'Merchant',
  provider: 'Payment provider',
  serviceProvider: 'Service provider',
  system: 'System',
  authority: 'Authority',
}

export const duties: Readonly<Record<Duty, string>> = {
  intake: 'Intake',
  reviewer: 'Reviewer',
  risk: 'Risk control',
  settlement: 'Settlement',
  keyCustodian: 'Key custodian',
  workshop: 'Workshop',
  warehouse: 'Warehouse',
  collections: 'Collections',
  technician: 'Technician',
  operations: 'Operations',
  manager: 'Management',
  auditor: 'Audit',
}

/** What a hold may forbid. */
export const limits: Readonly<Record<Limit, string>> = {
  sale: 'Sale',
  preAuth: 'Pre-authorisation',
  completion: 'Completion of pre-authorisations',
  void: 'Void',
  refund: 'Refund',
  batchUpload: 'Batch upload',
  payout: 'Payout',
  test: 'Test',
  erasure: 'Erasure of data',
}

export const merchantTypes: Readonly<Record<MerchantType, string>> = {
  enterprise: 'Enterprise',
  sole_trader: 'Sole trader',
  individual: 'Individual',
}

/** What a service provider may be assigned to do. */
export const agentTasks: Readonly<Record<AgentTask, string>> = {
  applications: 'Applications for the merchant',
  devices: 'Devices and their return',
  tests: 'Tests of devices',
  technicalHolds: 'Suspensions for technical reasons',
}
