import {
  type Actor,
  type Duty,
  type LeafState,
  type Locale,
  prcCalendar,
  switchText,
  textOf,
  textsIn,
} from '../../domain/index.ts'
import { dutiesOn, type Hold, type LifecycleRecord, type Requirement } from '../../machine/index.ts'
import { answer, type Command, type Context, ends, operator, unknownLife } from '../context.ts'
import { orderText, turnText, whenText } from '../lines.ts'
import { standingOf } from '../standing.ts'

/** The states that say most: the innermost ones. Those of a part of a closure are called after that part. */
const leavesOf = (value: LifecycleRecord['value'], part = ''): readonly string[] => {
  if (typeof value === 'string') return [value === 'open' || value === 'done' ? `${part}.${value}` : value]
  return Object.entries(value).flatMap(([name, inner]) => (inner ? leavesOf(inner, name) : []))
}

const stateText = ({ value }: LifecycleRecord, locale: Locale): string => {
  const leaves = leavesOf(value).filter((name) => name !== 'none' && !name.endsWith('.done'))
  const isClosing = typeof value === 'object' && 'closing' in value
  return [...(isClosing ? ['closing' as const] : []), ...(leaves as LeafState[])]
    .map((name) => textOf('state', name, locale))
    .join(locale === 'en' ? ', ' : '、')
}

/** The papers, the item: what the code does not say. */
const about = ({ ref, papers = [] }: Pick<Requirement, 'ref' | 'papers'>, locale: Locale): string => {
  const named = papers.map(({ anyOf }) => anyOf.map((type) => textOf('document', type, locale)).join(' / '))
  const parts = [...(ref === undefined ? [] : [ref]), ...named]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const itemLine = (context: Context, item: Requirement, duties: readonly Duty[] = []): string => {
  const { words, locale } = context
  return [
    `  ${item.code} · ${textOf('blocker', item.code, locale)}${about(item, locale)}`,
    turnText({ owner: item.owner, duties }, context),
    item.due && `${words.due} ${whenText(item.due, locale)}`,
    item.clearedBy.length > 0 && `${words.cleared} ${item.clearedBy.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const holdLine = (
  { words, locale }: Context,
  { code, startsAt, disclosure }: Hold,
  stands: string,
  from: string,
): string =>
  [
    `${stands}: ${textOf('suspensionReason', code, locale)}`,
    `${from} ${whenText(startsAt, locale)}`,
    ...(disclosure === 'hidden' ? [words.hidden] : []),
  ].join(' · ')

/** Whether a terminal may be closed is asked as its merchant would ask. */
const merchantOf = ({ acquirerId, merchantId }: LifecycleRecord['context']['identity']): Actor => ({
  ...operator,
  role: 'merchant',
  organisationId: merchantId,
  acquirerId,
  duties: [],
})

/** Where a life stands, what holds it up, and whose turn it is. */
export const why: Command = async (context) => {
  const { runtime, rest, home, words, locale, host } = context
  const [lifecycleId] = rest
  if (lifecycleId === undefined) return ends.misused
  const overview = await runtime.overview(lifecycleId, { actor: operator })
  if (!overview) return unknownLife(context, lifecycleId)
  const { record, requirements, capabilities } = overview
  const { identity, holds: all } = record.context
  const closure = await runtime.checkClosure(lifecycleId, { actor: merchantOf(identity) })
  const holds = Object.values(all).filter(({ status }) => status === 'effective')
  const planned = Object.values(all).filter(({ status }) => status === 'planned')
  const standing = standingOf(record, locale)
  const orders = await home.store.waiting(lifecycleId)
  const lists = [
    [words.overdue, requirements.pastDue],
    [words.now, requirements.currentlyDue],
    [words.checking, requirements.pendingVerification],
    [words.later, requirements.eventuallyDue],
  ] as const
  const { ordered, observed, readAt } = capabilities
  const selling = { ordered, sale: observed.sale, readAt }
  answer(
    context,
    {
      ...{ state: record.value, version: record.version, selling, holds, planned, standing },
      ...{ orders, requirements, closure },
    },
    [
      `${lifecycleId} · ${identity.terminalId} · ${identity.merchantName}`,
      ...(Date.parse(record.at) > Date.parse(host.now()) ? [words.ahead(whenText(record.at, locale))] : []),
      `${words.state}: ${stateText(record, locale)}`,
      `${textOf('state', 'acceptance', locale)}: ${switchText(capabilities, { texts: textsIn(locale), locale, zone: prcCalendar })}`,
      ...holds.map((hold) => holdLine(context, hold, words.held, words.since)),
      ...planned.map((hold) => holdLine(context, hold, words.planned, words.from)),
      ...standing.map(({ text }) => text),
      ...(orders.length === 0 ? [] : [`${words.ordered}:`]),
      ...orders.map((order) => `  ${orderText(order, context)} (${order.orderId})`),
      ...lists
        .filter(([, items]) => items.length > 0)
        .flatMap(([title, items]) => [
          `${title}:`,
          ...items.map((item) => itemLine(context, item, dutiesOn(record, item))),
        ]),
      `${words.closure} ${words.possible[closure.possible]}`,
      ...closure.blockers.map((blocker) =>
        itemLine(context, {
          ...blocker,
          papers: blocker.code === 'DOCUMENTS_INCOMPLETE' ? closure.papers : undefined,
        }),
      ),
      ...(closure.later.length === 0 ? [] : [`${words.later}:`]),
      ...closure.later.map((item) => itemLine(context, item)),
    ],
  )
  return ends.fine
}
