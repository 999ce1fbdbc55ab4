import type { Blocker, EventType } from 'terminal-lifecycle/domain'
import type { Requirement, Requirements } from 'terminal-lifecycle/machine'
import { dueOf } from './due.ts'
import { type Html, html } from './html.ts'
import { joined, moneyOf, type Reader, say } from './reader.ts'

/** Why not, in words, whose turn it is and what clears it. */
export const blockerLine = (reader: Reader, { code, owner, clearedBy, ref }: Blocker): Html => {
  const { words } = reader
  return html`${say(reader, 'blocker', code)}${ref ? html` <span class="mono">${ref}</span>` : ''}
    <small>${say(reader, 'role', owner)} · ${words.clearedBy}${words.with}${joined(
      reader,
      clearedBy.slice(0, 3).map((event) => say(reader, 'event', event)),
    )}</small>`
}

/** Events that the reader may send now, with where their forms are. */
export type Ways = ReadonlyMap<EventType, string>

const clearing = (reader: Reader, { clearedBy }: Requirement, ways: Ways): readonly Html[] =>
  clearedBy.slice(0, 3).map((event, place) => {
    const [way, name] = [ways.get(event), say(reader, 'event', event)]
    return html`${place > 0 ? reader.words.and : ''}${way ? html`<a href="${way}">${name}</a>` : name}`
  })

const line = (reader: Reader, item: Requirement, ways: Ways): Html => {
  const { words } = reader
  const papers = (item.papers ?? []).map(({ anyOf }) =>
    anyOf.map((type) => say(reader, 'document', type)).join(' / '),
  )
  return html`<li>
    ${say(reader, 'blocker', item.code)}${item.ref ? html` <span class="mono">${item.ref}</span>` : ''}
    ${papers.length > 0 ? html`<br>${words.papers}${words.with}${joined(reader, papers)}` : ''}
    ${item.amount ? html` <strong>${moneyOf(item.amount)}</strong>` : ''}
    <br><small>${item.due ? html`${words.due}${words.with}${dueOf(reader, item.due)} · ` : ''}${say(reader, 'role', item.owner)} · ${words.clearedBy}${words.with}${clearing(reader, item, ways)}</small>
  </li>`
}

/** What stands in the way now, the reader's own side first. */
export const blockersPart = (reader: Reader, requirements: Requirements, ways: Ways): Html => {
  const { words } = reader
  const { pastDue, currentlyDue, pendingVerification, eventuallyDue } = requirements
  const now = [...new Set([...pastDue, ...currentlyDue, ...pendingVerification])]
  const ours = now.filter(({ owner }) => owner === 'provider')
  const others = now.filter(({ owner }) => owner !== 'provider')
  const list = (items: readonly Requirement[]): Html =>
    html`<ul class="wanted">${items.map((item) => line(reader, item, ways))}</ul>`
  return html`<section data-part="blockers" aria-labelledby="blockers">
  <h2 id="blockers">${words.standsInTheWay}</h2>
  ${now.length === 0 ? html`<p>${words.nothingInTheWay}</p>` : ''}
  ${ours.length === 0 ? '' : html`<h3>${words.turnYours} · ${ours.length}</h3>${list(ours)}`}
  ${others.length === 0 ? '' : html`<h3>${words.turnOthers} · ${others.length}</h3>${list(others)}`}
  ${eventuallyDue.length === 0 ? '' : html`<details><summary>${words.later} · ${eventuallyDue.length}</summary>${list(eventuallyDue)}</details>`}
</section>`
}
