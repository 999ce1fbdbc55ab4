import { randomUUID } from 'node:crypto'
import { defaultDuties, type EventType, isSamePerson, profileOf } from 'terminal-lifecycle/domain'
import type { Action } from 'terminal-lifecycle/machine'
import { actInWords } from './act-words.ts'
import { blockerLine, type Ways } from './blockers.ts'
import { addressOfCase, type Case } from './case.ts'
import { type Html, html } from './html.ts'
import { joined, moment, nameOf, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

/** They have a place of their own on the page. */
const elsewhere: ReadonlySet<EventType> = new Set([
  'review.approved',
  'review.rejected',
  'review.informationRequested',
  'act.proposed',
])

const day = 86_400_000

/** What stands in the way of anybody alone, but not of two. */
const needsSecond = ({ blockers }: Action): boolean =>
  blockers.length > 0 && blockers.every(({ code }) => code === 'SECOND_PERSON_REQUIRED')

const formOf = (address: string, { event, ref }: Action): string =>
  `${address}/acts/${event}${ref === undefined ? '' : `?ref=${encodeURIComponent(ref)}`}`

/** Where the forms are of what this reader may do now. */
export const waysOf = ({ actions, lifecycleId }: Case): Ways =>
  new Map(
    actions
      .filter((action) => !elsewhere.has(action.event) && (action.enabled || needsSecond(action)))
      .map((action) => [action.event, formOf(addressOfCase(lifecycleId), action)]),
  )

const possible = (reader: Reader, address: string, action: Action): Html => {
  const { words } = reader
  return html`<li><a href="${formOf(address, action)}">${say(reader, 'event', action.event)}</a>${needsSecond(action) || profileOf(action.event).second === 'proposal' ? html` <small>${words.propose}</small>` : ''}${action.overdue ? html` <span class="status todo">${words.overdue}</span>` : ''}</li>`
}

const blocked = (reader: Reader, action: Action): Html => {
  const id = `why-${action.event.replace('.', '-')}`
  return html`<li><button type="button" class="plain" aria-disabled="true" aria-describedby="${id}">${say(reader, 'event', action.event)}</button>
    <div id="${id}">${action.blockers.map((blocker) => html`<p>${blockerLine(reader, blocker)}</p>`)}</div></li>`
}

/** Only its duty keeps the reader from it. */
const isOfOthers = ({ blockers }: Action): boolean => blockers.every(({ code }) => code === 'DUTY_REQUIRED')

const ofOthers = (reader: Reader, { event }: Action): Html =>
  html`<li>${say(reader, 'event', event)} <small>${joined(
    reader,
    (defaultDuties[event] ?? []).map((duty) => say(reader, 'duty', duty)),
  )}</small></li>`

/** What else this reader may do, and what not, with the reason. */
export const actsPart = (reader: Reader, { actions, lifecycleId }: Case): Html => {
  const { words } = reader
  const address = addressOfCase(lifecycleId)
  const others = actions.filter(({ event }) => !elsewhere.has(event))
  const now = others.filter((action) => action.enabled || needsSecond(action))
  const rest = others.filter((action) => !now.includes(action))
  const [foreign, not] = [rest.filter(isOfOthers), rest.filter((action) => !isOfOthers(action))]
  return html`<section data-part="acts" aria-labelledby="acts">
  <h2 id="acts">${words.otherActs}</h2>
  <details><summary>${words.possible} · ${now.length}</summary>
  <ul class="acts">${now.map((action) => possible(reader, address, action))}</ul></details>
  <details><summary>${words.notPossible} · ${not.length}</summary>
  <ul class="acts not">${not.map((action) => blocked(reader, action))}</ul></details>
  <details><summary>${words.otherDuty} · ${foreign.length}</summary>
  <ul class="acts">${foreign.map((action) => ofOthers(reader, action))}</ul></details>
</section>`
}

/** Acts of two people that one has written down: what, by whom, until when; the second confirms it word for word. */
export const proposedPart = (reader: Reader, { record, lifecycleId }: Case): Html => {
  const { words, person, now } = reader
  const waiting = Object.entries(record.context.proposedActs).filter(
    ([, { at }]) => Date.parse(at) + day > Date.parse(now),
  )
  if (waiting.length === 0) return html`<section data-part="proposed"></section>`
  return html`<section data-part="proposed" class="note todo" aria-labelledby="proposed">
  <h2 id="proposed">${words.proposed}</h2>
  <ul>${waiting.map(([key, { act, by, at }]) => {
    const lapse = moment(reader, new Date(Date.parse(at) + day).toISOString())
    const isOwn = isSamePerson(by, person.actor.personId)
    return html`<li><strong>${say(reader, 'event', act.type)}</strong> <small>${fill(words.proposedBy, { name: nameOf(reader, by), when: moment(reader, at), lapse })}</small>
      ${actInWords(reader, act)}
      ${
        isOwn
          ? html`<button type="button" aria-disabled="true">${words.confirmAct}</button> <small>${words.proposedByYou}</small>`
          : html`<form method="post" action="${addressOfCase(lifecycleId)}/confirm"><input type="hidden" name="proposal" value="${key}"><input type="hidden" name="version" value="${record.version}"><input type="hidden" name="commandId" value="${randomUUID()}"><button class="first">${words.confirmAct}</button></form>`
      }</li>`
  })}</ul>
</section>`
}
