import type { RequestKind } from './agents.ts'
import type { ReasonCategory } from './reasons.ts'

/** Who is given work. */
export const departments = [
  'support',
  'workshop',
  'warehouse',
  'settlement',
  'risk',
  'registry',
  'review',
  'operations',
  'fieldService',
  'management',
] as const
export type Department = (typeof departments)[number]

/** What the work is about. */
export const ticketTopics = [
  'order_failed',
  'answer_refused',
  'deadline_passed',
  'device_test_failed',
  'erasure_failed',
  'unbinding_failed',
  'device_still_wanted',
  'acceptance_on_after_closure',
  'closure_not_effective',
  'reading_contradicts',
  'after_closure',
  'escalation',
  'request_made',
  'support_contact',
  'problem_raised',
  'device_fault',
  'planned_work',
] as const
export type TicketTopic = (typeof ticketTopics)[number]

/** Who looks after a terminal that is limited for such a reason. */
export const departmentOfCategory: Readonly<Record<ReasonCategory, Department>> = {
  technical: 'workshop',
  financial: 'settlement',
  compliance: 'risk',
  planned: 'support',
  business: 'support',
  other: 'support',
}

/** Who is given what the merchant asks for; a call for support goes to whoever looks after the reason. */
export const departmentOfRequest: Readonly<Record<Exclude<RequestKind, 'support'>, Department>> = {
  repair: 'workshop',
  replacement: 'workshop',
  return: 'warehouse',
  collection: 'warehouse',
  depositRefund: 'settlement',
  backup: 'workshop',
  maintenance: 'fieldService',
  upgrade: 'workshop',
}
