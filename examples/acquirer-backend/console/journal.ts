import { type Actor, type OrderKind, profileOf } from 'terminal-lifecycle/domain'
import type { JournalEntry } from 'terminal-lifecycle/machine'
import type { Runtime } from 'terminal-lifecycle/runtime'
import type { Case } from './case.ts'
import { type Html, html } from './html.ts'
import { moment, nameOf, type Reader, say } from './reader.ts'

const shown = 20

/** The newest entries, newest first. */
export const newestEntries = async (
  runtime: Pick<Runtime, 'journal'>,
  lifecycleId: string,
  { actor, version, all }: { actor: Actor; version: number; all: boolean },
): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = []
  const after = all ? undefined : Math.max(-1, version - shown)
  for await (const entry of runtime.journal(lifecycleId, { actor, after })) entries.push(entry)
  return entries.reverse()
}

/** Kinds of the orders that the record still has, by their ids. */
type Kinds = ReadonlyMap<string, OrderKind>
type Told = Extract<JournalEntry['cause'], { readonly type: string }>

/** Of an order or a notice which one, of a proposal what for, of a hold, a closure or a rejection why. */
const precisely = (reader: Reader, cause: Told, kinds: Kinds): string | undefined => {
  if (cause.type === 'act.proposed') return say(reader, 'event', cause.act.type)
  if (cause.type === 'hold.placed') return say(reader, 'suspensionReason', cause.code)
  if (cause.type === 'closure.proposed') return say(reader, 'closureReason', cause.reason)
  if (cause.type === 'review.rejected') return say(reader, 'rejection', cause.code)
  if (cause.type === 'notice.sent')
    return `${say(reader, 'notice', cause.template)} · ${say(reader, 'audience', cause.audience)}`
  const kind = 'orderId' in cause && cause.orderId !== undefined ? kinds.get(cause.orderId) : undefined
  return kind && say(reader, 'order', kind)
}

/** What happened, by its own name. */
const what = (reader: Reader, { cause }: JournalEntry, kinds: Kinds): string => {
  const { words } = reader
  if ('timer' in cause)
    return `${words.clockRan}${words.with}${say(reader, 'clock', cause.timer.split(':')[0] ?? '')}`
  if ('opened' in cause) return words.opened
  if ('migrated' in cause) return words.carriedOver
  const more = precisely(reader, cause, kinds)
  return `${say(reader, 'event', cause.type)}${more ? `${words.with}${more}` : ''}`
}

/** The device, deposit, charge … that it is about. */
const item = ({ cause }: JournalEntry): string => {
  if (!('type' in cause)) return ''
  const { item: name = '' } = profileOf(cause.type)
  const told: Readonly<Record<string, unknown>> = { ...cause }
  return name === 'orderId' || told[name] === undefined ? '' : String(told[name])
}

/** What was said with it, where it is a sentence of a person. */
const remark = ({ cause }: JournalEntry): string => {
  if (!('type' in cause)) return ''
  const said: Readonly<Record<string, unknown>> = { ...cause }
  const reason = cause.type === 'closure.proposed' ? undefined : said.reason
  const text = reason ?? said.basis ?? said.text ?? said.words ?? said.note
  return typeof text === 'string' ? text : ''
}

const entry = (reader: Reader, one: JournalEntry, kinds: Kinds): Html => {
  const { words } = reader
  const [said, about] = [remark(one), item(one)]
  return html`<li><time datetime="${one.at}">${moment(reader, one.at)}</time>
    <span>${nameOf(reader, one.actor.personId, one.actor.role)}${words.with}${what(reader, one, kinds)}</span>${about ? html` <small class="mono">${about}</small>` : ''}${said ? html`<br><q>${said}</q>` : ''}</li>`
}

/** Who did what when, newest first. */
export const journalPart = (
  reader: Reader,
  { entries, orders }: Pick<Case, 'entries' | 'orders'>,
  olderHref: string | undefined,
): Html => {
  const { words } = reader
  const kinds: Kinds = new Map(orders.map(({ order }) => [order.orderId, order.kind]))
  return html`<section data-part="journal" aria-labelledby="journal">
  <h2 id="journal">${words.journal} <small>${words.newestFirst}</small></h2>
  <ol class="journal">${entries.map((one) => entry(reader, one, kinds))}</ol>
  ${olderHref ? html`<p><a href="${olderHref}">${words.older}</a></p>` : ''}
</section>`
}
