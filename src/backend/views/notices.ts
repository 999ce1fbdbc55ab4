import type { NoticeView, Page } from '../../contract/index.ts'
import { type Actor, type Locale, locales } from '../../domain/index.ts'
import { askedNow } from '../../errors/index.ts'
import type { LifecycleRecord, StampedEvent } from '../../machine/index.ts'
import type { Runtime } from '../../runtime/index.ts'
import { type Order, type OrderParams, versionOfOrder } from '../../schemas/index.ts'
import { pageOf } from './page.ts'

/** Says a notice in words; `describeNotice` of `./words` is one. */
export type DescribeNotice = (
  notice: OrderParams['notify'],
  record: LifecycleRecord,
  locale: Locale,
) => { readonly subject: string; readonly body: string }

type NoticeOrder = Extract<Order, { kind: 'notify' }>

/** Those that are for the reader; the acquirer's people know of all. */
const noticesFor = ({ context }: LifecycleRecord, { role }: Actor): readonly NoticeOrder[] =>
  Object.values(context.orders).filter(
    (order): order is NoticeOrder =>
      order.kind === 'notify' && (role === 'provider' || role === 'system' || order.params.audience === role),
  )

const statuses = { ordered: 'waiting', confirmed: 'sent', failed: 'failed', cancelled: 'cancelled' } as const

const endings = ['notice.sent', 'order.confirmed', 'order.failed', 'order.cancelled'] as const
type End = Extract<StampedEvent, { type: (typeof endings)[number] }>
const isEnd = (event: StampedEvent): event is End => (endings as readonly string[]).includes(event.type)

/** When each of them ended, as the journal tells it; no further than to the last of them. */
const endsOf = async (
  { journal }: Pick<Runtime, 'journal'>,
  lifecycleId: string,
  orders: readonly NoticeOrder[],
  actor: Actor,
): Promise<ReadonlyMap<string, string>> => {
  const ended = new Set(orders.filter(({ status }) => status !== 'ordered').map(({ orderId }) => orderId))
  const ends = new Map<string, string>()
  if (ended.size === 0) return ends
  const given = orders.filter(({ orderId }) => ended.has(orderId)).map(versionOfOrder)
  for await (const { cause, at } of journal(lifecycleId, { actor, after: Math.min(...given) - 1 })) {
    if (!('type' in cause) || !isEnd(cause)) continue
    if (cause.orderId !== undefined && ended.has(cause.orderId)) ends.set(cause.orderId, at)
    if (ends.size === ended.size) break
  }
  return ends
}

const wordsOf = (
  describe: DescribeNotice,
  notice: OrderParams['notify'],
  record: LifecycleRecord,
): NoticeView['words'] => {
  const said = locales.map((locale) => {
    const { subject, body } = askedNow('describeNotice', () => describe(notice, record, locale))
    return [locale, { subject, body }]
  })
  return Object.fromEntries(said)
}

/**
 * Notices with their words, as they were when they were ordered: what is paid, decided or returned by now was not, then. They are
 * made from what the record's reader could see at that time, so that they can say nothing that is hidden.
 */
const inWords = async (
  runtime: Pick<Runtime, 'recordsAt'>,
  { lifecycleId }: LifecycleRecord,
  orders: readonly NoticeOrder[],
  { actor, describeNotice }: NoticesAsked,
): Promise<(order: NoticeOrder) => NoticeView['words']> => {
  if (describeNotice === undefined || orders.length === 0) return () => undefined
  const records = await runtime.recordsAt(lifecycleId, {
    actor,
    versions: new Set(orders.map(versionOfOrder)),
  })
  return (order) => {
    const record = records?.get(versionOfOrder(order))
    return record && wordsOf(describeNotice, order.params, record)
  }
}

const noticeOf =
  (wordsFor: (order: NoticeOrder) => NoticeView['words']) =>
  (order: NoticeOrder): NoticeView => {
    const { orderId, params, orderedAt, status } = order
    const { template, audience, phase, ref, disclosure } = params
    const words = wordsFor(order)
    return {
      ...{ orderId, template, audience, phase, ref, disclosure, orderedAt },
      ...{ status: statuses[status], endedAt: null },
      ...(words && { words }),
    }
  }

export interface NoticesAsked {
  readonly actor: Actor
  readonly cursor?: string | undefined
  readonly describeNotice: DescribeNotice | undefined
}

/** What the reader was told or is to be told, in the order in which it was ordered. */
export const noticesPage = async (
  runtime: Pick<Runtime, 'journal' | 'recordsAt'>,
  record: LifecycleRecord,
  asked: NoticesAsked,
): Promise<Page<NoticeView>> => {
  const { actor, cursor } = asked
  const orders = noticesFor(record, actor)
  const { items, nextCursor } = pageOf(
    orders.map(noticeOf(await inWords(runtime, record, orders, asked))),
    ({ orderedAt, orderId }) => [Date.parse(orderedAt), orderId],
    cursor,
  )
  const ids = new Set(items.map(({ orderId }) => orderId))
  const shown = orders.filter(({ orderId }) => ids.has(orderId))
  const ends = await endsOf(runtime, record.lifecycleId, shown, actor)
  return { items: items.map((item) => ({ ...item, endedAt: ends.get(item.orderId) ?? null })), nextCursor }
}
