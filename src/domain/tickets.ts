/** Who is given work. */
export const departments = ['support', 'workshop', 'warehouse', 'settlement', 'risk', 'registry'] as const
export type Department = (typeof departments)[number]

/** What the work is about. */
export const ticketTopics = [
  'order_failed',
  'answer_refused',
  'notice_overdue',
  'device_test_failed',
  'erasure_failed',
  'unbinding_failed',
  'acceptance_on_after_closure',
  'closure_not_effective',
  'after_closure',
  'escalation',
] as const
export type TicketTopic = (typeof ticketTopics)[number]
