import type { LifecycleRecord } from '../machine/index.ts'
import { type DeviceKey, deviceKeys, endedAt, type KnownKind, millisecondsOf } from './projection.ts'
import type { StoreQuery } from './store.ts'
import type { LifeWork } from './work-rows.ts'

/** What `find` looks at. Instants are milliseconds since 1970. */
export interface Life {
  record: LifecycleRecord
  openedAt: number
  /** The end of the life that had its number before; `null`: it is the first. */
  since: number | null
  /** As `nameOf` writes them. */
  known: ReadonlySet<string>
  work: LifeWork
  /** Has another life of its acquirer had this device? */
  isElsewhere: (serial: string) => boolean
}

/** One text for a name that a life has ever had. */
export const nameOf = ([kind, id]: readonly [KnownKind, string]): string => `${kind} ${id}`

/** One, or any of several. */
export const listed = <Value>(given: Value | readonly Value[] | undefined): readonly Value[] | undefined =>
  given === undefined || Array.isArray(given) ? (given as readonly Value[] | undefined) : [given as Value]

function isDue({ work }: Life, { viewer = 'provider', dueBefore = '' }: StoreQuery): boolean {
  const before = millisecondsOf(dueBefore)
  return work.rows.some(
    (row) => row.viewer === viewer && row.due !== null && millisecondsOf(row.due) < before,
  )
}

/** Is this the life that is looked for? The rule that every store follows, whatever indexes it has. */
export function matches(life: Life, query: StoreQuery): boolean {
  const { record, openedAt, since, known } = life
  const { acquirerId, merchantId, terminalId } = record.context.identity
  const { serial } = query
  const at = query.at === undefined ? undefined : millisecondsOf(query.at)
  const isDevice = ({ serial, retiredAt }: DeviceKey) =>
    serial === query.serial && (at === undefined || retiredAt === null || at < retiredAt)
  const isKnown = (kind: KnownKind, id: string | undefined) =>
    id === undefined || known.has(nameOf([kind, id]))
  const states = listed(query.state)
  const ended = endedAt(record)
  const isBefore = (instant: number) =>
    (since === null || since <= instant) && (serial === undefined || !life.isElsewhere(serial))
  return (
    (query.acquirerId ?? acquirerId) === acquirerId &&
    (query.merchantId ?? merchantId) === merchantId &&
    (query.terminalId ?? terminalId) === terminalId &&
    (serial === undefined || deviceKeys(record).some(isDevice)) &&
    (at === undefined || ((openedAt <= at || isBefore(at)) && (ended === null || at < ended))) &&
    (states === undefined || life.work.states.some((state) => states.includes(state))) &&
    isKnown('application', query.applicationId) &&
    isKnown('order', query.orderId) &&
    isKnown('document', query.documentId) &&
    (query.dueBefore === undefined || isDue(life, query))
  )
}

/** Are rows asked that an older release may not have written? */
export const asksProjected = ({
  at,
  state,
  applicationId,
  orderId,
  documentId,
  dueBefore,
}: StoreQuery): boolean =>
  [at, state, applicationId, orderId, documentId, dueBefore].some((part) => part !== undefined)
