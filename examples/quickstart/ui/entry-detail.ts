import { type ClockName, type DocumentRef, type Locale, textOf } from 'terminal-lifecycle/domain'
import type { JournalEntry, LifecycleRecord } from 'terminal-lifecycle/machine'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { momentText } from './moment.ts'
import { moneyText } from './money.ts'
import { type Words, wordsIn } from './words.ts'

type Type = LifecycleEvent['type']
type EventOf<T extends Type> = Extract<LifecycleEvent, { type: T }>

interface Reading {
  readonly words: Words
  readonly locale: Locale
  readonly record: LifecycleRecord
}

type Detail = {
  readonly [T in Type]?: (event: EventOf<T>, reading: Reading) => readonly (string | undefined)[]
}

/** One event in words: `Charge raised · damage · 260.00 CNY`. */
const eventText = (event: LifecycleEvent, reading: Reading): string =>
  [textOf('event', event.type, reading.locale), ...partsOf(event, reading)].join(' · ')

/** What of an event a reader wants to know beside its name. */
const details: Detail = {
  'closure.requested': ({ request, documents }, reading) => [
    textOf('closureReason', request.reason, reading.locale) + enclosed(documents, reading),
  ],
  'review.informationRequested': ({ items }, { words }) => [items.join(words.comma)],
  'application.supplemented': ({ documents }, reading) => [papersText(documents, reading)],
  'suspension.requested': ({ request, documents }, reading) => [
    textOf('suspensionReason', request.reason, reading.locale) + enclosed(documents, reading),
  ],
  'reinstatement.requested': ({ request, documents }, reading) => [
    request.holdIds.map((holdId) => holdText(holdId, reading)).join(reading.words.comma) +
      enclosed(documents, reading),
  ],
  'review.rejected': ({ reason }) => [reason],
  'review.approved': ({ checked }, reading) => [seenText(checked, reading)],
  'hold.placed': ({ code }, { locale }) => [textOf('suspensionReason', code, locale)],
  'hold.remedyClaimed': ({ holdId }, reading) => [holdText(holdId, reading)],
  'hold.remedyVerified': ({ holdId }, reading) => [holdText(holdId, reading)],
  'hold.lifted': ({ holdId }, reading) => [holdText(holdId, reading)],
  'test.passed': ({ kind }, { words }) => [words.test[kind]],
  'test.failed': ({ kind, note }, { words }) => [words.test[kind], note],
  'closure.proposed': ({ reason, basis }, { locale }) => [textOf('closureReason', reason, locale), basis],
  'device.replaced': ({ oldSerial, newSerial }) => [`${oldSerial} → ${newSerial}`],
  'device.registered': ({ serial, model }) => [serial, model],
  'device.lost': ({ kind }, { words }) => [words.lost[kind]],
  'device.declaredUnreadable': ({ assessment }) => [assessment],
  'counterparty.declaredUnreachable': ({ party }, { locale }) => [textOf('role', party, locale)],
  'obligation.carriedOver': ({ amount, basis }) => [moneyText(amount), basis],
  'note.recorded': ({ text }) => [text],
  'followUp.done': ({ followUpId }, { record }) => [record.context.followUps[followUpId]?.text],
  'agent.assigned': ({ agentId }) => [agentId],
  'document.added': ({ document, for: about }, reading) => [
    textOf('document', document.type, reading.locale),
    about !== undefined && Object.hasOwn(reading.record.context.holds, about)
      ? holdText(about, reading)
      : undefined,
  ],
  'status.reported': ({ acceptance, registry, unsettled }, { words }) => [
    words.host[acceptance],
    words.host[registry],
    words.unsettled(moneyText(unsettled)),
  ],
  'transaction.reported': ({ kind, state, amount }, { words }) => [
    words.transaction[kind],
    words.transactionState[state] ?? state,
    moneyText(amount),
  ],
  'batch.uploaded': ({ count, total }, { words }) => [words.batch(count, moneyText(total))],
  'batch.closedByHost': ({ hostTotals: { count, total } }, { words }) => [
    words.batch(count, moneyText(total)),
  ],
  'charge.raised': ({ kind, amount }, { words }) => [words.chargeKind[kind] ?? kind, moneyText(amount)],
  'charge.disputed': ({ chargeId, grounds }, reading) => [chargeText(chargeId, reading), grounds],
  'charge.determined': ({ chargeId, amount }, reading) => [chargeText(chargeId, reading), moneyText(amount)],
  'suspension.extended': ({ until }, { words }) => [words.until(momentText(until))],
  'charge.met': ({ chargeId, amount }, reading) => [chargeText(chargeId, reading), moneyText(amount)],
  'settlement.stated': ({ net }) => [moneyText(net)],
  'payout.ordered': ({ amount }) => [moneyText(amount)],
  'payout.confirmed': ({ amount }) => [moneyText(amount)],
  'payoutAccount.changed': ({ name, token }) => [name, token],
  'backup.recorded': ({ upTo }) => [`≤ ${momentText(upTo)}`],
  'erasure.authorised': ({ procedure }) => [procedure],
  'erasure.completed': ({ method, tool }) => [method, tool],
  'keys.removed': ({ method }, { words }) => [words.keys[method]],
  'device.shipped': ({ carrier, trackingNo }) => [carrier, trackingNo],
  'device.received': ({ receiptId }) => [receiptId],
  'device.inspected': ({ condition, accessories, damage }, { words }) => [
    words.condition[condition],
    ...accessories
      .filter(({ expected, returned }) => returned < expected)
      .map(({ name }) => words.missing(name)),
    damage && words.cause[damage.cause],
  ],
  'deposit.deducted': ({ chargeId, amount }, reading) => [chargeText(chargeId, reading), moneyText(amount)],
  'act.proposed': ({ act }, reading) => [eventText(act, reading)],
  'refund.ordered': ({ amount }) => [moneyText(amount)],
  'refund.confirmed': ({ amount }) => [moneyText(amount)],
  'unbinding.ordered': ({ registryRef }) => [registryRef],
  'closure.confirmed': ({ providerRef }) => [providerRef],
  'notice.sent': ({ audience, template, orderId }, reading) => [
    textOf('audience', audience, reading.locale),
    textOf('notice', template, reading.locale),
    deadlineOf(orderId, reading),
  ],
  'order.confirmed': ({ orderId }, reading) => {
    const order = reading.record.context.orders[orderId]
    return [order && textOf('order', order.kind, reading.locale), deadlineOf(orderId, reading)]
  },
  'dispute.opened': ({ caseId, amount }) => [caseId, moneyText(amount)],
}

/** The deadline that a notice or a ticket is about. */
const deadlineOf = (orderId: string | undefined, { locale, record }: Reading): string | undefined => {
  const { params } = record.context.orders[orderId ?? ''] ?? {}
  const ref = params && 'ref' in params ? params.ref : null
  const deadline = record.context.deadlines[ref ?? '']
  return deadline && textOf('clock', deadline.name, locale)
}

const chargeText = (chargeId: string, { words, record }: Reading): string => {
  const kind = record.context.charges[chargeId]?.kind ?? chargeId
  return words.chargeKind[kind] ?? kind
}

/** A hold by its reason: its id says nothing to a reader. */
const holdText = (holdId: string, { record, locale }: Reading): string => {
  const code = record.context.holds[holdId]?.code
  return code === undefined ? holdId : textOf('suspensionReason', code, locale)
}

const papersText = (documents: readonly DocumentRef[], { words, locale }: Reading): string =>
  documents.map(({ type }) => textOf('document', type, locale)).join(words.comma)

/** What whoever decides vouches for; the form itself goes without saying. */
const seenText = (checked: EventOf<'review.approved'>['checked'], reading: Reading): string | undefined => {
  const papers = (checked ?? []).flatMap(
    ({ documentId }) => reading.record.context.documents[documentId] ?? [],
  )
  const seen = papers.filter(({ type }) => !type.endsWith('_request'))
  return seen.length === 0 ? undefined : reading.words.seen(papersText(seen, reading))
}

/** What came with a form; the form itself goes without saying. */
const enclosed = (documents: readonly DocumentRef[], reading: Reading): string => {
  const papers = documents.filter(({ type }) => !type.endsWith('_request'))
  return papers.length === 0 ? '' : reading.words.enclosed(papersText(papers, reading))
}

const partsOf = (event: LifecycleEvent, reading: Reading): readonly string[] => {
  const detail = details[event.type] as
    | ((event: LifecycleEvent, reading: Reading) => readonly (string | undefined)[])
    | undefined
  return (detail?.(event, reading) ?? []).filter((part) => part !== undefined)
}

/** `Deadline reached · Objection to the charge · damage`. */
const clockText = (deadlineId: string, { context }: LifecycleRecord, locale: Locale): string => {
  // its name says what it is and what it is about, also when it has left the record
  const [name, ...about] = deadlineId.split(':')
  const kind = context.charges[about.join(':')]?.kind
  const parts = [textOf('event', 'timer.due', locale), textOf('clock', name as ClockName, locale)]
  return [...parts, ...(kind === undefined ? [] : [wordsIn(locale).chargeKind[kind] ?? kind])].join(' · ')
}

/** One entry of a journal in words. */
export const entryText = ({ cause }: JournalEntry, record: LifecycleRecord, locale: Locale): string => {
  const words = wordsIn(locale)
  if ('opened' in cause) return words.opened
  if ('migrated' in cause) return words.migrated(cause.from)
  if ('timer' in cause) return clockText(cause.timer, record, locale)
  if (cause.type === 'timer.due') return textOf('event', cause.type, locale)
  const text = eventText(cause, { words, locale, record })
  return cause.by.onBehalfOf === 'merchant' ? text + words.aside(words.onBehalf) : text
}

/** The runtime's own talk: somebody takes up an order, which is seen again when it is done. */
export const isSmallTalk = ({ cause }: JournalEntry): boolean =>
  'type' in cause && cause.type === 'order.claimed'
