import { randomUUID } from 'node:crypto'
import { isSamePerson, rejectionCodes } from 'terminal-lifecycle/domain'
import { explain } from 'terminal-lifecycle/machine'
import { blockerLine } from './blockers.ts'
import { addressOfCase, type Case } from './case.ts'
import { coded } from './coded.ts'
import { describedBy, errorAt, errorSummary, idOf } from './errors-part.ts'
import { type Html, html } from './html.ts'
import { day, joined, nameOf, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

export const decisions = ['approve', 'ask', 'refuse'] as const
export type Decision = (typeof decisions)[number]

type Application = NonNullable<Case['record']['context']['application']>

/** The application that waits for a decision; nothing where there is none, or where the merchant has to answer first. */
export const decidable = ({ record }: Case): Application | undefined => {
  const { application } = record.context
  const waits =
    application &&
    !application.approval &&
    !application.rejection &&
    application.informationItems.length === 0
  return waits ? application : undefined
}

const kindOf = (reader: Reader, { kind }: Application): string => coded(reader.words, 'kind', kind)
const makersOf = (reader: Reader, { makers }: Application): string =>
  joined(
    reader,
    makers.map((maker) => nameOf(reader, maker)),
  )
const isOwn = ({ person }: Reader, { makers }: Application): boolean =>
  makers.some((maker) => isSamePerson(maker, person.actor.personId))

/** What would refuse the approval as it would be sent. */
const whyNot = (
  { person, now }: Reader,
  { record }: Case,
  { applicationId, digest, documents }: Application,
) =>
  explain(
    record,
    {
      ...{ type: 'review.approved', applicationId, digest },
      checked: documents.map((paper) => ({ documentId: paper.id, digest: paper.digest })),
    },
    { at: now, actor: person.actor },
  )

const consequence = (reader: Reader, { kind, effectiveDate, startsAt }: Application): string => {
  const { words } = reader
  if (kind === 'closure') return words.thenClosure
  if (kind === 'reinstatement') return words.thenReinstatement
  return fill(words.thenSuspension, { day: day(reader, startsAt ?? effectiveDate ?? reader.now) })
}

const papersOf = (reader: Reader, { record }: Case, { documents, digest }: Application): Html => {
  const { words } = reader
  const known = record.context.documents
  return html`<p>${fill(words.digestOf, { count: documents.length, digest: `${digest.slice(0, 8)}…` })}</p>
  <ul>${documents.map(({ id, type }) => html`<li>${say(reader, 'document', type)} <small class="mono">${id}</small>${known[id]?.checkedBy === null ? html` <span class="status todo">${words.unchecked}</span>` : ''}</li>`)}</ul>`
}

/** What came back with the form: what was typed and chosen, and what is wrong with it. */
export interface Answered {
  readonly sent: Readonly<Record<string, string>>
  readonly wrong: ReadonlyMap<string, string>
}

/** A text that has to be there, with what is wrong with it. */
const textPart = (reader: Reader, name: 'items' | 'reason', answered: Answered | undefined): Html => {
  const { words } = reader
  const { sent = {}, wrong = new Map<string, string>() } = answered ?? {}
  const id = idOf(name)
  const hint = { items: words.itemsHint, reason: words.reasonHint }[name]
  return html`<div class="field"><label for="${id}">${words[name]}</label><p class="hint" id="${id}-hint">${hint}</p>${errorAt(reader, name, wrong)}
    <textarea id="${id}" name="${name}" rows="4"${describedBy(name, true, wrong.has(name))}>${sent[name] ?? ''}</textarea></div>`
}

const fields = (
  reader: Reader,
  found: Case,
  application: Application,
  { decision, answered }: { readonly decision: Decision; readonly answered: Answered | undefined },
): Html => {
  const { words } = reader
  if (decision === 'approve')
    return html`${papersOf(reader, found, application)}
    <p>${consequence(reader, application)}</p>
    <div class="field"><label class="tick"><input type="checkbox" name="vouch" value="yes"> ${words.vouch}</label></div>`
  if (decision === 'ask') return textPart(reader, 'items', answered)
  const { sent } = answered ?? {}
  const isTicked = sent === undefined || sent.resubmittable === 'yes'
  return html`<div class="field"><label for="${idOf('code')}">${words.code}</label>
    <select id="${idOf('code')}" name="code">${rejectionCodes.map((code) => html`<option value="${code}"${sent?.code === code ? html` selected` : ''}>${say(reader, 'rejection', code)}</option>`)}</select></div>
    ${textPart(reader, 'reason', answered)}
    <div class="field"><label class="tick"><input type="checkbox" name="resubmittable" value="yes"${isTicked ? html` checked` : ''}> ${words.resubmittable}</label></div>`
}

const summaryOf = (reader: Reader, answered: Answered | undefined): Html => {
  const { words } = reader
  const labels: Readonly<Record<string, string>> = { items: words.items, reason: words.reason }
  const wrong = [...(answered?.wrong ?? [])]
  return errorSummary(
    reader,
    wrong.map(([path, message]) => ({
      label: labels[path] ?? words.decide,
      message,
      path: labels[path] === undefined ? undefined : path,
    })),
  )
}

const questionOf = (reader: Reader, application: Application, decision: Decision): string => {
  const { words } = reader
  const questions = { approve: words.approveQuestion, ask: words.askQuestion, refuse: words.refuseQuestion }
  return fill(questions[decision], { what: kindOf(reader, application), attempt: application.attempt })
}

/** The question, what exactly is decided, and the answer: in a dialog, or as a page of its own. */
export const decideForm = (
  reader: Reader,
  found: Case,
  decision: Decision,
  { heading, answered }: { readonly heading: 'h1' | 'h2'; readonly answered?: Answered | undefined },
): Html => {
  const { words, person, locale } = reader
  const application = decidable(found)
  if (!application) return html`<p>${words.noDecision}</p>`
  const address = addressOfCase(found.lifecycleId)
  const why = decision === 'approve' ? whyNot(reader, found, application) : []
  const title = questionOf(reader, application, decision)
  const id = `decide-${decision}-title`
  return html`${summaryOf(reader, answered)}${heading === 'h1' ? html`<h1 id="${id}" tabindex="-1">${title}</h1>` : html`<h2 id="${id}" tabindex="-1">${title}</h2>`}
  <p>${fill(words.makerIs, { names: makersOf(reader, application), you: person.names[locale] })}</p>
  ${isOwn(reader, application) && decision === 'approve' ? html`<div class="note todo"><p>${words.makerIsYou}</p></div>` : ''}
  ${why.length > 0 ? html`<ul class="why">${why.map((blocker) => html`<li>${blockerLine(reader, blocker)}</li>`)}</ul>` : ''}
  <form method="post" action="${address}/decisions" novalidate>
    <input type="hidden" name="decision" value="${decision}">
    <input type="hidden" name="applicationId" value="${application.applicationId}">
    <input type="hidden" name="digest" value="${application.digest}">
    <input type="hidden" name="version" value="${found.record.version}">
    <input type="hidden" name="commandId" value="${randomUUID()}">
    ${fields(reader, found, application, { decision, answered })}
    <p class="note todo changed" hidden>${words.changedSince} <a href="${address}">${words.seeIt}</a></p>
    <div class="row"><button class="${decision === 'refuse' ? 'last' : 'first'}">${words[decision]}</button>
    <a class="button" href="${address}" data-close>${words.cancel}</a></div>
  </form>`
}

/** What waits for a decision, and the three ways to take it. Without a script each leads to a page of its own. */
export const decidePart = (reader: Reader, found: Case): Html => {
  const { words } = reader
  const application = decidable(found)
  if (!application) return html`<section data-part="decide"></section>`
  const address = addressOfCase(found.lifecycleId)
  const way = (decision: Decision, key: string): Html =>
    html`<a class="button ${decision === 'approve' ? 'first' : decision === 'refuse' ? 'last' : ''}" href="${address}/decide/${decision}" data-dialog="decide-${decision}" data-key="${key}">${words[decision]}</a>`
  return html`<section data-part="decide" class="note todo" aria-labelledby="decide">
  <h2 id="decide">${words.decide}${words.with}${kindOf(reader, application)} · ${fill(words.decidedOn, { attempt: application.attempt })}</h2>
  <p>${fill(words.filedBy, { names: makersOf(reader, application) })}${isOwn(reader, application) ? html` · <strong>${words.ownFiling}</strong>` : ''}</p>
  <div class="row">${way('approve', 'a')}${way('ask', 'i')}${way('refuse', 'r')}</div>
</section>`
}

/** Outside of what changes by itself: an open dialog stays as it was opened. */
export const decideDialogs = (reader: Reader, found: Case): Html =>
  html`${decidable(found) ? decisions.map((decision) => html`<dialog id="decide-${decision}" aria-labelledby="decide-${decision}-title">${decideForm(reader, found, decision, { heading: 'h2' })}</dialog>`) : ''}`
