import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { type Html, html } from './html.ts'
import { day, joined, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

type Paper = LifecycleRecord['context']['documents'][string]

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

/** What a paper says, as far as a decision may rest on it: until when, how much, and other plain words. */
const factsOf = (reader: Reader, { facts = {} }: Paper): string => {
  const { words } = reader
  const said = Object.entries(facts).flatMap(([name, value]) => {
    if (isInstant(value))
      return [name === 'validTo' ? fill(words.until, { day: day(reader, value) }) : day(reader, value)]
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
  })
  return joined(reader, said)
}

/** Does it count: checked by somebody, not looked at yet, or worth nothing; and has its time run out? */
const counts = (reader: Reader, { checkedBy, isRejected, facts }: Paper): Html => {
  const { words, now } = reader
  const until = facts?.validTo
  if (isRejected) return html`<span class="status stopped">${words.rejectedPaper}</span>`
  if (isInstant(until) && Date.parse(until) < Date.parse(now))
    return html`<span class="status stopped">${words.expired}</span>`
  return checkedBy === null
    ? html`<span class="status todo">${words.unchecked}</span>`
    : html`<span class="status done">${words.checked}</span>`
}

/** What a reviewer reads: the papers of the application first. */
export const papersPart = (reader: Reader, { context }: LifecycleRecord): Html => {
  const { words } = reader
  const own = new Set(context.application?.documents.map(({ id }) => id))
  const all = Object.values(context.documents).sort(
    (one, other) => Number(own.has(other.id)) - Number(own.has(one.id)),
  )
  return html`<section data-part="papers" aria-labelledby="papers">
  <h2 id="papers">${words.papers}</h2>
  ${
    all.length === 0
      ? html`<p>${words.noPapers}</p>`
      : html`<table class="list"><thead><tr><th scope="col">${words.paper}</th><th scope="col">${words.says}</th><th scope="col">${words.counts}</th></tr></thead>
  <tbody>${all.map(
    (paper) => html`<tr>
      <td data-label="${words.paper}">${say(reader, 'document', paper.type)}<br><small class="mono">${paper.id}</small>${own.has(paper.id) ? html`<br><small>${words.ofApplication}</small>` : ''}</td>
      <td data-label="${words.says}">${factsOf(reader, paper)}<br><small class="mono">${paper.digest.slice(0, 8)}…</small></td>
      <td data-label="${words.counts}">${counts(reader, paper)}</td>
    </tr>`,
  )}</tbody></table>`
  }
</section>`
}
