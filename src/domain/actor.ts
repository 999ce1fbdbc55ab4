/** ISO 8601 date-time with offset, e.g. `2026-03-02T09:30:00+08:00`. Compared by instant, never as text. */
export type Instant = string

/** Who sends an event. An authority never sends one itself: the provider records `onBehalfOf: 'authority'`. */
export const roles = ['merchant', 'provider', 'serviceProvider', 'system'] as const
export type Role = (typeof roles)[number]

/** Who has to act so that a blocker goes away. */
export type Owner = Role | 'authority'

/** What a person at the provider is there to do. */
export const duties = [
  'intake',
  'reviewer',
  'risk',
  'settlement',
  'keyCustodian',
  'workshop',
  'warehouse',
  'collections',
  'technician',
  'operations',
  'manager',
  'auditor',
] as const
export type Duty = (typeof duties)[number]

/**
 * Who acted. Two acts are by different people when their `personId` differs, in whatever case, width or spaces it is
 * written, and whatever login was used.
 *
 * @example { role: 'provider', personId: 'p-17', organisationId: 'acq-1', acquirerId: 'acq-1', duties: ['reviewer'] }
 */
export interface Actor {
  role: Role
  personId: string
  /** A merchant's is its `merchantId`, an agent's its `agentId`. */
  organisationId: string
  /** Whose terminals the actor deals with. */
  acquirerId: string
  duties: readonly Duty[]
  /** For whom the actor records: a paper form of the merchant, an order of an authority. */
  onBehalfOf?: 'merchant' | 'authority' | undefined
  /** The mandate under which a service provider or a representative acts. */
  mandateRef?: string | undefined
}
