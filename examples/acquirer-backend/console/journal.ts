import type { Actor } from 'terminal-lifecycle/domain'
import type { JournalEntry } from 'terminal-lifecycle/machine'
import type { Runtime } from 'terminal-lifecycle/runtime'
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

/** What happened, by its own name; of an order which one, of a clock which one. */
const what = (reader: Reader, { cause }: JournalEntry): string => {
  const { words } = reader
  if ('timer' in cause)
    return `${words.clockRan}${words.with}${say(reader, 'clock', cause.timer.split(':')[0] ?? '')}`
  if ('opened' in cause) return words.opened
  if ('migrated' in cause) return words.carriedOver
  const name = say(reader, 'event', cause.type)
  if (cause.type === 'act.proposed') return `${name}${words.with}${say(reader, 'event', cause.act.type)}`
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  if (cause.type === 'hold.placed' && code)
    return `${name}${words.with}${say(reader, 'suspensionReason', code)}`
  if (cause.type === 'review.rejected') return `${name}${words.with}${say(reader, 'rejection', cause.code)}`
  return name
}

/** What was said with it, where it is a sentence of a person. */
const remark = ({ cause }: JournalEntry): string => {
  if (!('type' in cause)) return ''
  const said: Readonly<Record<string, unknown>> = { ...cause }
  const text = said.reason ?? said.basis ?? said.text ?? said.words ?? said.note
  return typeof text === 'string' ? text : ''
}

const entry = (reader: Reader, one: JournalEntry): Html => {
  const { words } = reader
  const said = remark(one)
  return html`<li><time datetime="${one.at}">${moment(reader, one.at)}</time>
    <span>${nameOf(reader, one.actor.personId, one.actor.role)}${words.with}${what(reader, one)}</span>${said ? html`<br><q>${said}</q>` : ''}</li>`
}

/** Who did what when, newest first. */
export const journalPart = (
  reader: Reader,
  entries: readonly JournalEntry[],
  olderHref: string | undefined,
): Html => {
  const { words } = reader
  return html`<section data-part="journal" aria-labelledby="journal">
  <h2 id="journal">${words.journal} <small>${words.newestFirst}</small></h2>
  <ol class="journal">${entries.map((one) => entry(reader, one))}</ol>
  ${olderHref ? html`<p><a href="${olderHref}">${words.older}</a></p>` : ''}
</section>`
}
