import { type EventType, type Phase, profileOf } from './events.ts'

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
  'maintenance',
  'upgrade',
  'support',
] as const
export type RequestKind = (typeof requestKinds)[number]

/**
 * The acts of the provider's side that answer a request, about the same device or deposit where it names one. A repair is
 * answered by its record too, once somebody has seen it; who asked for help has it when the provider says so.
 */
export const requestAnswers = {
  repair: ['test.passed', 'device.replaced', 'document.added', 'document.checked'],
  replacement: ['device.replaced'],
  return: ['return.authorised'],
  collection: ['return.authorised'],
  depositRefund: ['refund.ordered'],
  backup: ['backup.recorded', 'backup.verified', 'backup.waived'],
  // a device is tried after whatever was done to it
  maintenance: ['test.passed', 'device.replaced'],
  upgrade: ['test.passed', 'device.replaced'],
  support: ['test.passed', 'device.replaced', 'followUp.done'],
} as const satisfies Readonly<Record<RequestKind, readonly EventType[]>>

/** Where a request can be answered by an act; elsewhere nobody asks for it. */
export const requestPhases = (kind: RequestKind): readonly Phase[] =>
  (['live', 'closing', 'closed'] as const).filter((phase) =>
    requestAnswers[kind].some((type) => profileOf(type).phases.includes(phase)),
  )
