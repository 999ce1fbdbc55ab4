import type { LifecycleRecord } from '../machine/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import type { FindQuery, RunningTimer } from './store.ts'

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

/** What `find` looks at. */
export interface Life {
  record: LifecycleRecord
  /** Milliseconds since 1970. */
  openedAt: number
}

const covers = (start: number, end: number | null, at: number) => start <= at && (end === null || at < end)

/** Is this the life that is looked for? The rule that every store follows, whatever indexes it has. */
export function matches({ record, openedAt }: Life, query: FindQuery): boolean {
  const { acquirerId, merchantId, terminalId } = record.context.identity
  const at = query.at === undefined ? undefined : millisecondsOf(query.at)
  const isDevice = ({ serial, retiredAt }: DeviceKey) =>
    serial === query.serial && (at === undefined || covers(Number.NEGATIVE_INFINITY, retiredAt, at))
  return (
    (query.acquirerId ?? acquirerId) === acquirerId &&
    (query.merchantId ?? merchantId) === merchantId &&
    (query.terminalId ?? terminalId) === terminalId &&
    (query.serial === undefined || deviceKeys(record).some(isDevice)) &&
    (at === undefined || covers(openedAt, endedAt(record), at))
  )
}
