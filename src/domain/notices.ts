/** Who is told. */
export const audiences = [
  'merchant',
  'customers',
  'partners',
  'finance',
  'bank',
  'serviceProvider',
  'provider',
] as const
export type Audience = (typeof audiences)[number]

/** What is told. The acquirer's systems have the text of each. */
export const noticeTemplates = [
  'service_suspended',
  'terminal_restricted',
  'restriction_lifted',
  'service_resuming',
  'application_received',
  'information_requested',
  'application_approved',
  'application_rejected',
  'application_lapsed',
  'application_ended',
  'closure_proposed',
  'closure_appealed',
  'appeal_upheld',
  'appeal_dismissed',
  'closure_started',
  'closing_down',
  'closure_cancelled',
  'closure_result',
  'terminal_closed',
  'settlement_statement',
  'charge_raised',
  'charge_determined',
  'deposit_deducted',
  'return_label',
  'deadline_near',
  'deadline_passed',
] as const
export type NoticeTemplate = (typeof noticeTemplates)[number]
