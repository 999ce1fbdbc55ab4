import type { EventType } from './events.ts'

/** What a service provider may be assigned to do. */
export const agentTasks = ['applications', 'devices', 'tests', 'technicalHolds'] as const
export type AgentTask = (typeof agentTasks)[number]

/** What a merchant may ask the provider for beside its applications; an act or a refusal answers it. */
export const requestKinds = [
  'repair',
  'replacement',
  'return',
  'collection',
  'depositRefund',
  'backup',
  'support',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** The acts of the provider's side that answer a request, about the same device or deposit where it names one. */
export const requestAnswers = {
  repair: ['test.passed', 'device.replaced'],
  replacement: ['device.replaced'],
  return: ['return.authorised'],
  collection: ['return.authorised'],
  depositRefund: ['refund.ordered'],
  backup: ['backup.recorded', 'backup.verified', 'backup.waived'],
  support: ['test.passed', 'device.replaced'],
} as const satisfies Readonly<Record<RequestKind, readonly EventType[]>>
