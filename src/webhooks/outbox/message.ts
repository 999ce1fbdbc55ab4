import { sha256 } from '../../contract/index.ts'
import type { JournalEntry } from '../../machine/index.ts'
import type { LifecycleChange } from '../../runtime/index.ts'
import type { PlannedDelivery } from '../deliveries.ts'

/** Bytes; receivers may refuse more. */
const longestBody = 20_000

export interface Message extends PlannedDelivery {
  type: string
}

const typeOf = ({ cause }: JournalEntry): string => {
  if ('type' in cause) return cause.type
  if ('timer' in cause) return 'timer.due'
  return 'opened' in cause ? 'opened' : 'migrated'
}

/** The event without what the envelope says already, and without the persons that only the journal names. */
const eventOf = ({ cause }: JournalEntry): Readonly<Record<string, unknown>> => {
  if (!('type' in cause)) return cause
  const { by: _, at: __, seq: ___, ...event } = cause
  return event
}

/** Of the place of the change, so that it is the same whoever plans it, and whenever. */
const idOf = async (cursor: string): Promise<string> =>
  `chg_${await sha256(new TextEncoder().encode(cursor))}`

/** What is sent of a change; a long one says only that it happened, and that its event was left out. */
export const messageOf = async ({
  cursor,
  lifecycleId,
  version,
  entry,
}: LifecycleChange): Promise<Message> => {
  const type = typeOf(entry)
  const written = (data: object) =>
    JSON.stringify({ type, timestamp: entry.at, data: { lifecycleId, version, ...data } })
  const whole = written({ event: eventOf(entry) })
  const isTooLong = new TextEncoder().encode(whole).length >= longestBody
  const body = isTooLong ? written({ eventLeftOut: 'TOO_LONG' }) : whole
  return { id: await idOf(cursor), type, lifecycleId, version, body }
}
