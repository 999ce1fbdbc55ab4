import type { Audience, NoticeTemplate } from '../../notices.ts'

export const audiences: Readonly<Record<Audience, string>> = {
  merchant: 'Merchant',
  customers: 'Customers',
  partners: 'Business partners',
  finance: 'Finance',
  bank: 'Bank',
  serviceProvider: 'Service provider',
  provider: 'Payment provider',
}

export const notices: Readonly<Record<NoticeTemplate, string>> = {
  service_suspended: 'Service suspended',
  terminal_restricted: 'Terminal restricted',
  restriction_lifted: 'Restriction lifted',
  service_resuming: 'Service about to resume',
  information_requested: 'More information needed',
  application_approved: 'Application approved',
  application_rejected: 'Application rejected',
  application_lapsed: 'Application lapsed',
  application_ended: 'Application ended',
  closure_proposed: 'Closure proposed',
  closure_appealed: 'Closure appealed',
  appeal_upheld: 'Appeal upheld',
  appeal_dismissed: 'Appeal dismissed',
  closure_started: 'Closure started',
  closing_down: 'Card payments about to end',
  closure_cancelled: 'Closure cancelled',
  closure_result: 'Result of the closure',
  terminal_closed: 'Terminal closed',
  settlement_statement: 'Settlement statement',
  charge_raised: 'Charge raised',
  charge_determined: 'Charge determined',
  deposit_deducted: 'Deduction from the deposit',
  return_label: 'Label for the return',
  deadline_near: 'Deadline near',
  deadline_passed: 'Deadline passed',
}
