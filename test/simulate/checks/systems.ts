import type { LifecycleRecord } from '../../../src/machine/index.ts'
import type { Order } from '../../../src/schemas/index.ts'
import type { Rest } from './rest.ts'

const baseOf = (key: string): string => key.split('~')[0] ?? key
const inTruth = '~in-truth'

type Moving = Extract<Order, { kind: 'payOut' | 'refundDeposit' }>
const isMoving = (order: Order): order is Moving => order.kind === 'payOut' || order.kind === 'refundDeposit'

/** What the record says of money that was ordered to move; it forgets what has ended long ago. */
const transferIn = ({ context }: LifecycleRecord, { orderId }: Order) =>
  context.payouts[orderId] ??
  Object.values(context.deposits).flatMap(({ refunds }) => refunds[orderId] ?? [])[0]

/** What was carried out over there is what was ordered, once, and as the record has it. */
export function systemsFit({ world, office, acquirer, messages }: Rest): void {
  const { truth } = office
  const orders = new Map(truth.orders.all().map((order) => [order.orderId, order]))
  const effects = acquirer.mock.effects()
  const times = new Map<string, number>()
  for (const { key, operation, count } of effects) {
    const base = baseOf(key)
    times.set(base, (times.get(base) ?? 0) + count)
    if (orders.get(base)?.kind !== operation)
      world.breaks('nothing is carried out that was not ordered', `${operation} ${key}`)
  }
  for (const [orderId, count] of times)
    if (count > 1) world.breaks('an order is carried out at most once', `${orderId}, ${count} times`)
  const carriedOut = new Set(effects.map(({ key }) => key))
  const unheard = new Set(
    messages.told.filter(({ status }) => status !== 200).map(({ lifecycleId }) => lifecycleId),
  )
  for (const order of orders.values()) {
    const { orderId, kind, status } = order
    // What people report as done, they may be wrong about; nobody else is asked.
    const endedBy = truth.endedBy.get(orderId)
    const bySystems = (commandId: string | undefined): boolean =>
      commandId === undefined || commandId.startsWith(`${orderId}#`) || commandId.startsWith('webhook')
    if (kind === 'readStatus' || !bySystems(endedBy) || !bySystems(truth.returnedBy.get(orderId))) continue
    const byService = endedBy?.startsWith(`${orderId}#`)
    const wasDone = carriedOut.has(orderId) || carriedOut.has(`${orderId}${inTruth}`)
    const lie = acquirer.lies.get(orderId)
    if (byService && status === 'confirmed' && !wasDone && lie === undefined)
      world.breaks('what the record calls done was done', `${kind} ${orderId}`)
    if (byService && status === 'failed' && wasDone && lie === undefined)
      world.breaks('what the record calls failed did not happen', `${kind} ${orderId}`)
    const lifecycleId = orderId.split('/')[0] ?? ''
    const record = truth.record(lifecycleId)
    const transfer = record && isMoving(order) ? transferIn(record, order) : undefined
    // As long as the host could not tell what became of a lie, the record cannot know.
    if (!transfer || unheard.has(lifecycleId)) continue
    const isOut = transfer.status === 'confirmed'
    if (transfer.status !== 'ordered' && isOut !== wasDone)
      world.breaks(
        'money in the record is money at the bank',
        `${kind} ${orderId}: ${transfer.status}, ${wasDone}`,
      )
  }
}
