import { StoreError } from '../../errors/index.ts'
import type { Store, WaitingOrder } from '../../runtime/index.ts'
import { answer, type Command, type Context, ends } from '../context.ts'
import type { Subscriber } from '../host.ts'
import { orderText, whenText } from '../lines.ts'

/** An outage of an hour is one that somebody should know of. */
const longMs = 3_600_000

/** What waits for these waits as it should: nothing has failed. */
const ordinary: ReadonlySet<string> = new Set(['PENDING', 'PACED', 'STOPPED'])

interface Group extends Omit<WaitingOrder, 'lifecycleId' | 'orderId'> {
  count: number
}

/** Those that wait for the same reason are one line. */
const groupsOf = (orders: readonly WaitingOrder[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const { kind, lastErrorCode, parked, attempts } of orders) {
    const key = [kind, lastErrorCode, parked].join(' ')
    const group = groups.get(key) ?? { kind, lastErrorCode, parked, attempts, count: 0 }
    groups.set(key, { ...group, attempts: Math.max(group.attempts, attempts), count: group.count + 1 })
  }
  return [...groups.values()].sort((one, other) => other.count - one.count)
}

const hasFailed = ({ lastErrorCode, parked }: Group): boolean =>
  parked || (lastErrorCode !== null && !ordinary.has(lastErrorCode))

const isIll = ({ disabled, failingSince, givenUp }: Subscriber): boolean =>
  disabled !== null || failingSince !== null || givenUp > 0

/** `?` where its record cannot be read. */
const orderedAt = async ({ lifecycleId, orderId }: WaitingOrder, store: Store): Promise<string> => {
  const stored = await store.load(lifecycleId).catch((error: unknown) => {
    if (error instanceof StoreError) throw error
    return undefined
  })
  return stored?.record.context.orders[orderId]?.orderedAt ?? '?'
}

/** Has one waited for long of which nobody has said that it is on its way? */
const waitsLong = async (orders: readonly WaitingOrder[], { home, host }: Context): Promise<boolean> => {
  const first = orders.find(({ lastErrorCode }) => lastErrorCode !== 'PENDING')
  const since = first === undefined ? Number.NaN : Date.parse(await orderedAt(first, home.store))
  return Date.parse(host.now()) - since >= longMs
}

/** How work gets on: what waits for other systems and why, which clocks are late, which subscribers refuse. */
export const health: Command = async (context) => {
  const { runtime, home, words, locale } = context
  const told = await runtime.health()
  if (!told.reachable) throw new StoreError(told.failure)
  const [orders, subscribers] = [await home.store.waiting(), (await home.subscribers?.()) ?? []]
  const { oldestOrder, clocksBehind, pastDue, unmigrated } = told
  const groups = groupsOf(orders)
  const said = (at: string): string => (at === '?' ? at : whenText(at, locale))
  const { oldest } = clocksBehind
  answer(context, { ...told, orders: groups, subscribers }, [
    words.waiting(
      orders.length,
      oldestOrder && { ...oldestOrder, at: said(await orderedAt(oldestOrder, home.store)) },
    ),
    ...groups.map((group) => `  ${group.count} · ${orderText(group, context)}`),
    ...(groups.some(({ parked }) => parked) ? [words.revive] : []),
    words.clocks(clocksBehind.count, oldest && { ...oldest, due: whenText(oldest.due, locale) }),
    words.late(pastDue),
    ...(unmigrated === 0 ? [] : [words.older(unmigrated)]),
    ...subscribers.map((one) => words.subscriber(one.endpointId, one, isIll(one))),
  ])
  const isWell =
    !groups.some(hasFailed) &&
    !(await waitsLong(orders, context)) &&
    clocksBehind.count === 0 &&
    !subscribers.some(isIll)
  return isWell ? ends.fine : ends.found
}
