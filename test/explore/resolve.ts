import type { Command, LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { people } from './people.ts'
import type { Saying } from './world.ts'

/** Between two things that are said; so short that no sum of them reaches a clock. */
const tick = 100
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

const lastOrder = ({ context }: LifecycleRecord, kind: string): string | undefined =>
  Object.values(context.orders).findLast((order) => order.kind === kind)?.orderId

/** A paper trail outlives the order: the last one that moved money, though it has left the record. */
const lastTransfer = ({ context }: LifecycleRecord, kind: string): string | undefined =>
  kind === 'payOut'
    ? Object.keys(context.payouts).at(-1)
    : Object.values(context.deposits)
        .flatMap(({ refunds }) => Object.keys(refunds))
        .at(-1)

const words: Readonly<Record<string, (record: LifecycleRecord, rest: string) => string | undefined>> = {
  /** A moment later than everything told so far, and before it is told. */
  $now: ({ at }) => instant(Date.parse(at) + tick / 2),
  /** So many days from now. */
  $in: ({ at }, days) => instant(Date.parse(at) + Number(days) * 86_400_000),
  /** The newest order of this kind. */
  $order: (record, kind) => lastOrder(record, kind),
  $transfer: (record, kind) => lastTransfer(record, kind),
  /** The application as it lies there now. */
  $application: ({ context }) => context.application?.applicationId,
  $digest: ({ context }) => context.application?.digest,
  /** A hold that has not ended. */
  $hold: ({ context }) => Object.values(context.holds).find(({ status }) => status !== 'lifted')?.holdId,
  $read: ({ context }) => context.status.readAt ?? undefined,
  $late: ({ context }) => {
    const item = context.tail.findLast(({ open }) => open)
    return item && `late:${item.eventSeq}`
  },
  $followUp: ({ context }) => Object.values(context.followUps).find(({ done }) => !done)?.id,
}

class Nothing extends Error {}

const resolved = (value: unknown, record: LifecycleRecord): unknown => {
  if (typeof value === 'string' && value.startsWith('$')) {
    const [word = '', rest = ''] = value.split(' ')
    const found = words[word]?.(record, rest)
    if (found === undefined) throw new Nothing(value)
    return found
  }
  if (Array.isArray(value)) return value.map((one) => resolved(one, record))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner, record)]))
}

/** Is it the same words whenever it is said? */
export const isConstant = ({ event }: Saying): boolean => !/"\$(now|in|read)/.test(JSON.stringify(event))

/** What says nothing of the record is one event for ever: what is known of an event is remembered by it. */
const plain = new Map<Saying, boolean>()
const isPlain = (saying: Saying): boolean => {
  const known = plain.get(saying) ?? !JSON.stringify(saying.event).includes('"$')
  plain.set(saying, known)
  return known
}
const eventOf = (saying: Saying, record: LifecycleRecord): LifecycleEvent =>
  isPlain(saying) ? saying.event : (resolved(saying.event, record) as LifecycleEvent)

/** The commands that a saying comes to for this record; `undefined`: there is nothing yet that it could be about. */
export const commandsOf = (
  saying: Saying,
  record: LifecycleRecord,
): readonly Extract<Command, { event: LifecycleEvent }>[] | undefined => {
  try {
    const event = eventOf(saying, record)
    const at = (steps: number) => instant(Date.parse(record.at) + steps * tick)
    const said = { commandId: 'said', actor: people[saying.by], event }
    if (saying.proposedBy === undefined) return [{ ...said, at: at(1) }]
    const proposal = { type: 'act.proposed', act: event } as LifecycleEvent
    const proposed = { commandId: 'proposed', actor: people[saying.proposedBy], event: proposal }
    return [
      { ...proposed, at: at(1) },
      { ...said, at: at(2) },
    ]
  } catch (error) {
    if (error instanceof Nothing) return undefined
    throw error
  }
}

/** What is said in the twin of a world with a secret. */
export const twinOf = (saying: Saying): Saying =>
  saying.instead ? { ...saying, by: saying.instead.by ?? saying.by, event: saying.instead.event } : saying
