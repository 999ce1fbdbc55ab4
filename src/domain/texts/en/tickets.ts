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
  answer_refused: 'Answer not taken',
  deadline_passed: 'Deadline passed',
  device_test_failed: 'Device test failed',
  erasure_failed: 'Erasure failed',
  unbinding_failed: 'Unbinding failed',
  device_still_wanted: 'Done to a device that was still needed',
  acceptance_on_after_closure: 'Payments on after the closure',
  closure_not_effective: 'Closure without effect at the host',
  reading_contradicts: 'The host denies what was switched on',
  after_closure: 'Report after the closure',
  escalation: 'Escalation',
  request_made: 'Request of the merchant',
  support_contact: 'Support was asked for',
  problem_raised: 'Problem while suspended',
  device_fault: 'Device out of order',
}
