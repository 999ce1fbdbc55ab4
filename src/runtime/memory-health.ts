import type { Instant } from '../domain/index.ts'
import { recordFormat } from '../machine/index.ts'
import type { OrderRow, Tables } from './memory-commit.ts'
import { millisecondsOf } from './projection.ts'
import { countedTo, type StoreHealth, type WaitingOrder } from './store.ts'
import type { WorkRow } from './work-of.ts'

export const waitingOf = ({
  lifecycleId,
  orderId,
  kind,
  attempts,
  lastErrorCode,
  parked,
}: OrderRow): WaitingOrder => ({ lifecycleId, orderId, kind, attempts, lastErrorCode, parked })

const isPastDue =
  (now: number) =>
  ({ viewer, list, due, from, until }: WorkRow): boolean =>
    viewer === 'provider' &&
    list !== 'later' &&
    due !== null &&
    millisecondsOf(due) <= now &&
    (from === null || from <= now) &&
    (until === null || now < until)

export function healthOf({ orders, timers, records, work }: Tables, at: Instant): StoreHealth {
  const now = millisecondsOf(at)
  const [oldest] = [...orders.values()].flat().sort((a, b) => a.position - b.position)
  const behind = [...timers.values()]
    .flat()
    .filter(({ dueAt }) => dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ lifecycleId, deadlineId, due }) => ({ lifecycleId, deadlineId, due }))
  const counted = (number: number) => Math.min(number, countedTo)
  return {
    oldestOrder: oldest ? waitingOf(oldest) : null,
    due: counted(behind.length),
    firstDue: behind[0] ?? null,
    pastDue: counted([...work.values()].flatMap(({ rows }) => rows).filter(isPastDue(now)).length),
    unmigrated: counted([...records.values()].filter(({ format }) => format < recordFormat).length),
  }
}
