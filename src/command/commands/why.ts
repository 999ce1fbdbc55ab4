import {
  type Actor,
  type LeafState,
  type Locale,
  prcCalendar,
  switchText,
  textOf,
  textsIn,
} from '../../domain/index.ts'
import type { LifecycleRecord, Requirement } from '../../machine/index.ts'
import { answer, type Command, type Context, ends, operator } from '../context.ts'

/** The states that say most: the innermost ones. */
const leavesOf = (value: LifecycleRecord['value']): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values(value).flatMap((inner) => (inner ? leavesOf(inner) : []))

const stateText = ({ value }: LifecycleRecord, locale: Locale): string =>
  leavesOf(value)
    .filter((name) => name !== 'none' && name !== 'done')
    .map((name) => textOf('state', name as LeafState, locale))
    .join(locale === 'en' ? ', ' : '、')

/** The papers, the item: what the code does not say. */
const about = ({ ref, papers = [] }: Pick<Requirement, 'ref' | 'papers'>, locale: Locale): string => {
  const named = papers.map(({ anyOf }) => anyOf.map((type) => textOf('document', type, locale)).join(' / '))
  const parts = [...(ref === undefined ? [] : [ref]), ...named]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const itemLine = ({ words, locale }: Context, item: Requirement): string =>
  [
    `  ${textOf('blocker', item.code, locale)}${about(item, locale)}`,
    `${words.turn} ${textOf('role', item.owner, locale)}`,
    item.due && `${words.due} ${item.due}`,
    item.clearedBy.length > 0 && `${words.cleared} ${item.clearedBy.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')

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
  const { runtime, rest, words, locale, host } = context
  const [lifecycleId] = rest
  if (lifecycleId === undefined) return ends.misused
  const overview = await runtime.overview(lifecycleId, { actor: operator })
  if (!overview) {
    host.complain(words.unknown)
    return ends.found
  }
  const { record, requirements, capabilities } = overview
  const { identity, holds: all } = record.context
  const closure = await runtime.checkClosure(lifecycleId, { actor: merchantOf(identity) })
  const holds = Object.values(all).filter(({ status }) => status === 'effective')
  const lists = [
    [words.overdue, requirements.pastDue],
    [words.now, requirements.currentlyDue],
    [words.checking, requirements.pendingVerification],
    [words.later, requirements.eventuallyDue],
  ] as const
  const { ordered, observed, readAt } = capabilities
  const selling = { ordered, sale: observed.sale, readAt }
  answer(context, { state: record.value, version: record.version, selling, holds, requirements, closure }, [
    `${lifecycleId} · ${identity.terminalId} · ${identity.merchantName}`,
    `${words.state}: ${stateText(record, locale)}`,
    `${textOf('state', 'acceptance', locale)}: ${switchText(capabilities, { texts: textsIn(locale), locale, zone: prcCalendar })}`,
    ...holds.map(
      ({ code, startsAt }) =>
        `${words.held}: ${textOf('suspensionReason', code, locale)} · ${words.since} ${startsAt}`,
    ),
    ...lists
      .filter(([, items]) => items.length > 0)
      .flatMap(([title, items]) => [`${title}:`, ...items.map((item) => itemLine(context, item))]),
    `${words.closure} ${words.possible[closure.possible]}`,
    ...closure.blockers.map((blocker) =>
      itemLine(context, {
        ...blocker,
        papers: blocker.code === 'DOCUMENTS_INCOMPLETE' ? closure.papers : undefined,
      }),
    ),
    ...(closure.later.length === 0 ? [] : [`${words.later}:`]),
    ...closure.later.map((item) => itemLine(context, item)),
  ])
  return ends.fine
}
