import { DatabaseSync } from 'node:sqlite'
import type { JournalEntry, LifecycleRecord } from '../../src/machine/index.ts'
import { deviceKeys, knownNames, openOrders, runningTimers } from '../../src/runtime/projection.ts'
import { workTexts } from '../../src/runtime/work-columns.ts'
import { lifeWorkOf } from '../../src/runtime/work-rows.ts'

const lines = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).sort()

/** What the tables say of a life beside its record, read by somebody else. */
export const rowsIn = (file: string, lifecycleId: string) => {
  const database = new DatabaseSync(file, { readOnly: true })
  const read = (columns: string, table: string) =>
    lines(
      database
        .prepare(`SELECT ${columns} FROM ${table} WHERE lifecycle_id = ?`)
        .all(lifecycleId)
        .map((row) => Object.values(row)),
    )
  const found = {
    devices: read('serial, retired_at, bound_as', 'device'),
    orders: read('order_id, kind, parked', 'work_order'),
    timers: read('deadline_id, due', 'timer'),
    states: read('states', 'life'),
    work: read(
      `json_array(viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n, owner, duties, due, from_at, until_at,
        merchant_id, terminal_id, agent_id, merchant_speaker, agent_speaker)`,
      'work',
    ),
    known: read('kind, id', 'known'),
  }
  database.close()
  return found
}

/** The same, as the record says it; names are those of all its entries. */
export const rowsOf = (record: LifecycleRecord, known: ReadonlySet<string>): ReturnType<typeof rowsIn> => {
  const { states, rows } = workTexts(record.lifecycleId, lifeWorkOf(record))
  return {
    devices: lines(deviceKeys(record).map(({ serial, retiredAt, boundAs }) => [serial, retiredAt, boundAs])),
    orders: lines(openOrders(record).map(({ orderId, kind, isParked }) => [orderId, kind, isParked ? 1 : 0])),
    timers: lines(runningTimers(record).map(({ deadlineId, due }) => [deadlineId, due])),
    states: [states],
    work: [...rows.keys()].sort(),
    known: [...known].sort(),
  }
}

/** Names of a life once it has this entry too. */
export const namesWith = (
  known: ReadonlySet<string>,
  { context }: LifecycleRecord,
  entry: Pick<JournalEntry, 'orderIds'>,
): ReadonlySet<string> => new Set([...known, ...knownNames(context, entry).map((name) => name.join(' '))])
