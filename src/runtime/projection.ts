import type { JournalEntry, LifecycleContext, LifecycleRecord } from '../machine/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import type { RunningTimer } from './store.ts'

/** Milliseconds since 1970: instants are compared as such, their text may be in any offset. */
export const millisecondsOf = (instant: string): number => Date.parse(instant)

const endOf = (instant: string | null): number | null => (instant === null ? null : millisecondsOf(instant))

/** When the life ended, `null` while it is open. */
export const endedAt = ({ context }: LifecycleRecord): number | null =>
  endOf(context.closing?.closedAt ?? null)

/** A device that is not unbound; several lives may have one that all of them share. */
export type BoundAs = 'sole' | 'shared'

export interface DeviceKey {
  serial: string
  retiredAt: number | null
  boundAs: BoundAs | null
}

export const deviceKeys = ({ context }: LifecycleRecord): readonly DeviceKey[] =>
  Object.values(context.devices).map(({ serial, retiredAt, binding, tenancy }) => ({
    serial,
    retiredAt: endOf(retiredAt),
    boundAs: binding === 'unbound' ? null : tenancy,
  }))

/** Until when nobody but its merchant gets the number; `null` while the life is open. */
export const restsUntil = ({ context: { deadlines } }: LifecycleRecord): number | null => {
  const quarantine = deadlines.tidQuarantine
  return quarantine === undefined || quarantine.status === 'cancelled' ? null : millisecondsOf(quarantine.due)
}

export interface OpenOrder {
  orderId: string
  kind: OrderKind
  isParked: boolean
}

/** The orders that still have to be carried out, in the order they were given. */
export const openOrders = ({ context }: LifecycleRecord): readonly OpenOrder[] =>
  Object.values(context.orders)
    .filter(({ status }) => status === 'ordered')
    .map(({ orderId, kind, parked }) => ({ orderId, kind, isParked: parked !== undefined }))

export const runningTimers = ({ context }: LifecycleRecord): readonly RunningTimer[] =>
  Object.values(context.deadlines)
    .filter(({ status }) => status === 'running')
    .map(({ id, due }) => ({ deadlineId: id, due }))

/** Kinds of names by which a life is found. */
export type KnownKind = 'application' | 'order' | 'document'

/** Names that a life has got with its newest entry, and perhaps some that it had; none that it is known to have had before. */
export function knownNames(
  { application, documents }: LifecycleContext,
  { orderIds }: Pick<JournalEntry, 'orderIds'>,
  before?: LifecycleContext,
): readonly (readonly [KnownKind, string])[] {
  const isNew = application && application.applicationId !== before?.application?.applicationId
  const papers = documents === before?.documents ? [] : Object.keys(documents)
  return [
    ...(isNew ? [['application', application.applicationId] as const] : []),
    ...orderIds.map((orderId) => ['order', orderId] as const),
    ...papers.map((id) => ['document', id] as const),
  ]
}
