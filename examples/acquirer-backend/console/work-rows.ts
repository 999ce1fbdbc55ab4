import { type Actor, type Instant, isSamePerson } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Runtime, WorkItem, WorkQuestion } from 'terminal-lifecycle/runtime'

/** One line of the list: what is wanted, with what its reader has to know before opening it. */
export interface WorkLine {
  /** The same for the same thing, whenever it is asked for: by it a page knows what is new. */
  readonly key: string
  readonly item: WorkItem
  readonly merchantName: string
  /** Since when it is wanted, where the record tells. */
  readonly since: Instant | null
  /** The reader filed it, so that somebody else decides. */
  readonly isOwn: boolean
  /** Of an order: which kind. */
  readonly orderKind: string | undefined
  /** Of an application: which kind, and the how manieth attempt. */
  readonly application: { readonly kind: string; readonly attempt: number } | undefined
}

const pageSize = 50

const sinceOf = ({ context }: LifecycleRecord, { code, ref }: WorkItem): Instant | null => {
  const { orders, holds, deadlines, application } = context
  if (ref !== null && orders[ref]) return orders[ref].orderedAt
  if (ref !== null && holds[ref]) return holds[ref].startsAt
  const started = Object.values(deadlines).find(({ name, ref: about, id, status }) =>
    code === 'REVIEW_OPEN' && application
      ? name === `reviewDue.${application.kind}`
      : status !== 'cancelled' && ref !== null && (about === ref || id === ref),
  )
  return started?.startedAt ?? null
}

const lineOf = (item: WorkItem, record: LifecycleRecord | undefined, actor: Actor): WorkLine => {
  const { code, ref, lifecycleId, list } = item
  const application = record?.context.application ?? undefined
  const isReview = code === 'REVIEW_OPEN' && application !== undefined
  return {
    key: `${lifecycleId}|${code}|${ref ?? ''}|${list}`,
    item,
    merchantName: record?.context.identity.merchantName ?? '',
    since: record ? sinceOf(record, item) : null,
    isOwn: isReview && application.makers.some((maker) => isSamePerson(maker, actor.personId)),
    orderKind: ref === null ? undefined : record?.context.orders[ref]?.kind,
    application: isReview ? { kind: application.kind, attempt: application.attempt } : undefined,
  }
}

export interface WorkLines {
  readonly lines: readonly WorkLine[]
  readonly next: string | null
}

/** A page of work that is wanted now: what is wanted later stands on the page of its case. */
export const findWork = async (
  runtime: Pick<Runtime, 'work' | 'get'>,
  question: WorkQuestion,
  actor: Actor,
): Promise<WorkLines> => {
  const items: WorkItem[] = []
  let next: string | null = question.after ?? null
  do {
    const page = await runtime.work(
      { ...question, after: next ?? undefined, limit: pageSize - items.length },
      { actor },
    )
    items.push(...page.items.filter(({ list }) => list !== 'later'))
    next = page.next
  } while (next !== null && items.length < pageSize)
  const ids = [...new Set(items.map(({ lifecycleId }) => lifecycleId))]
  const records = new Map(
    await Promise.all(ids.map(async (id) => [id, await runtime.get(id, { actor })] as const)),
  )
  return { lines: items.map((item) => lineOf(item, records.get(item.lifecycleId), actor)), next }
}

/** How many there are, as far as a number helps. */
export const countOf = async (
  runtime: Pick<Runtime, 'work'>,
  question: WorkQuestion,
  actor: Actor,
): Promise<string> => {
  const { items, next } = await runtime.work({ ...question, after: undefined, limit: 200 }, { actor })
  const count = items.filter(({ list }) => list !== 'later').length
  return next === null ? String(count) : `${count}+`
}
