import type { RequestKind } from '../../agents.ts'
import type { FollowUpKind } from '../../follow-ups.ts'
import type { NoteKind, NoteVisibility } from '../../notes.ts'
import type { Department, TicketTopic } from '../../tickets.ts'

export const departments: Readonly<Record<Department, string>> = {
  support: 'Support',
  workshop: 'Workshop',
  warehouse: 'Warehouse',
  settlement: 'Settlement',
  risk: 'Risk',
  registry: 'Registry',
  review: 'Review',
  operations: 'Host operations',
  fieldService: 'Field service',
  management: 'Management',
}

export const ticketTopics: Readonly<Record<TicketTopic, string>> = {
  order_failed: 'Order failed',
  answer_refused: 'Answer not accepted',
  deadline_passed: 'Deadline passed',
  device_test_failed: 'Device test failed',
  erasure_failed: 'Erasure failed',
  unbinding_failed: 'Unbinding failed',
  device_still_wanted: 'A device that was still needed was erased or unbound',
  acceptance_on_after_closure: 'Payments on after the closure',
  closure_not_effective: 'Closure without effect at the host',
  reading_contradicts: 'Host shows otherwise than ordered',
  after_closure: 'Report after the closure',
  escalation: 'Escalation',
  request_made: 'Request of the merchant',
  support_contact: 'Support was asked for',
  problem_raised: 'Problem while suspended',
  device_fault: 'Device out of order',
  planned_work: 'Maintenance or update to be carried out',
}

/** What a merchant may ask for beside its applications. */
export const requests: Readonly<Record<RequestKind, string>> = {
  repair: 'Repair of the device',
  replacement: 'Another device',
  return: 'Return of the device',
  collection: 'Collection of the device',
  depositRefund: 'Refund of the deposit',
  backup: 'Back-up of the data',
  maintenance: 'Maintenance of the device',
  upgrade: 'Upgrade of the device or its software',
  support: 'Help from support',
}

/** What is written down, and followed up. */
export const notes: Readonly<Record<NoteKind, string>> = {
  note: 'Note',
  escalation: 'Escalated',
  followUpOpened: 'To be followed up',
  supportContact: 'Support was contacted',
  problemRaised: 'A problem was raised',
}

/** What is to be seen to afterwards, opened by itself. */
export const followUps: Readonly<Record<FollowUpKind, string>> = {
  openItems: 'Settle what was left open',
  cardFunctions: 'Check that credit and debit cards are taken again',
  staffTraining: 'Train the staff on the new device',
  keepVouchers: 'Put the papers of the closure away safely',
  newAcceptance: 'Arrange another way to be paid',
  accountingReview: 'Check the books against the last statement',
  reassessNeed: 'See whether a terminal is needed again',
  satisfactionSurvey: 'Ask how satisfied the merchant was',
}

/** Who reads a note. */
export const noteVisibilities: Readonly<Record<NoteVisibility, string>> = {
  internal: 'Internal',
  merchant: 'For the merchant',
  serviceProvider: 'For the service provider',
}
