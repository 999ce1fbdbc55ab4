import type { LifecycleRecord } from '../../machine/index.ts'
import { type DeviceKey, deviceKeys, millisecondsOf } from '../projection.ts'
import type { HeldElsewhere } from '../store.ts'
import type { Statements } from './statements.ts'

type Row = Readonly<Record<string, unknown>> | undefined

const heldBy = (row: Row, held: HeldElsewhere['held'], ref: string): HeldElsewhere | undefined =>
  row && { held, ref, lifecycleId: String(row.lifecycle_id) }

/** Does the number of a life that is opened rest after another merchant's? */
export function numberElsewhere(
  sql: Statements,
  { at, context: { identity } }: LifecycleRecord,
): HeldElsewhere | undefined {
  const { terminalId, merchantId, acquirerId } = identity
  const resting = sql.restingNumber.get(terminalId, acquirerId, merchantId, millisecondsOf(at))
  return heldBy(resting, 'number', terminalId)
}

/** Has another life a device that this one is about to bind? */
export function deviceElsewhere(sql: Statements, record: LifecycleRecord): HeldElsewhere | undefined {
  const { lifecycleId, context } = record
  const { acquirerId } = context.identity
  const stored = new Map(sql.devices.all(lifecycleId).map((row) => [row.serial, row.bound_as]))
  const isNew = ({ serial, boundAs }: DeviceKey) => boundAs !== null && (stored.get(serial) ?? null) === null
  for (const { serial, boundAs } of deviceKeys(record).filter(isNew)) {
    const held = heldBy(
      sql.boundElsewhere.get({ serial, lifecycleId, acquirerId, boundAs }),
      'device',
      serial,
    )
    if (held) return held
  }
  return undefined
}
