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
