import { randomUUID } from 'node:crypto'
import type { KeptDocument } from 'terminal-lifecycle/backend'
import type { ProcedureAnswer } from 'terminal-lifecycle/machine'
import { type ActForm, actHead, fieldPart, hiddenPart, pathsOf, summaryPart } from './act-form.ts'
import type { Sent } from './act-read.ts'
import type { ActField } from './act-schema.ts'
import { fieldWords } from './act-words.ts'
import {
  type Asked,
  applicationFields,
  applicationSlots,
  openHolds,
  reasonsFor,
  remediesOf,
} from './application-fields.ts'
import { blockerLine } from './blockers.ts'
import { addressOfCase, type Case } from './case.ts'
import { describedBy, errorAt, idOf } from './errors-part.ts'
import { type Html, html } from './html.ts'
import { day, type Reader, say } from './reader.ts'
import { slotPart } from './slots.ts'
import { fill } from './words.ts'

const dayIn = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** What is known before anybody has said anything: whose terminal it is, which holds, which papers count. */
export const firstAnswers = (
  asked: Pick<Asked, 'process' | 'record'>,
  {
    reason,
    procedure,
  }: { readonly reason: string | undefined; readonly procedure: ProcedureAnswer | undefined },
): Sent => {
  const { process, record } = asked
  const { merchantName } = record.context.identity
  const holds = openHolds(record)
  const [since] = holds
    .map(({ startsAt }) => startsAt)
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  const version = procedure?.version ?? 'unpublished'
  const reasons = process === 'reinstatement' ? holds.map(({ code }) => code) : [reason ?? '']
  const slots = applicationSlots({ process, record, reasons, answers: {} })
  const onlyRemedies = remediesOf(record).flatMap(({ fields }, place) => {
    const kind = fields.find(({ name }) => name === 'kind')
    const only = kind?.kind === 'choice' && kind.values.length === 1 ? kind.values[0] : undefined
    return only === undefined ? [] : [[`remedies.${place}.kind`, [only]] as const]
  })
  return {
    ...Object.fromEntries(
      slots.flatMap(({ path, onFile: [one] }) => (one ? [[`${path}.onFile`, [one]]] : [])),
    ),
    ...Object.fromEntries(onlyRemedies),
    _application: [`desk-${randomUUID()}`],
    _procedure: [version],
    reason: [reason ?? ''],
    merchantName: [merchantName],
    'acknowledgement.procedureVersion': [version],
    'account.accountName': [merchantName],
    holdIds: holds.map(({ holdId }) => holdId),
    ...(since !== undefined && { suspendedOn: [dayIn(since)] }),
  }
}

const buttons = ({ words }: Reader, lifecycleId: string, name: string): Html =>
  html`<div class="row"><button class="first">${name}</button> <a class="button" href="${addressOfCase(lifecycleId)}">${words.cancel}</a></div>`

/** What would refuse it whatever is filled in, said before anybody fills in anything. */
const beforehand = (reader: Reader, { actions }: Case, { type }: ActForm): Html => {
  const { blockers: all = [] } = actions.find(({ event }) => event === type) ?? {}
  // Papers come with the form.
  const blockers = all.filter(({ code }) => code !== 'DOCUMENTS_INCOMPLETE')
  if (blockers.length === 0) return html``
  return html`<div class="note todo"><h2>${reader.words.wouldBeRefused}</h2><ul>${blockers.map((blocker) => html`<li>${blockerLine(reader, blocker)}</li>`)}</ul></div>`
}

/** First why: everything else follows from it. */
export const reasonPage = (
  reader: Reader,
  found: Case,
  form: ActForm,
  process: 'closure' | 'suspension',
): Html => {
  const { words } = reader
  const kind = process === 'closure' ? 'closureReason' : 'suspensionReason'
  const { label, help } = fieldWords(reader, form.type, 'reason')
  const about = describedBy('reason', true, form.wrong.has('reason'))
  return html`${summaryPart(reader, form.type, form.wrong, () => true)}${actHead(reader, form)}${beforehand(reader, found, form)}
<p class="hint">${words.onBehalf}</p>
<form action="${addressOfCase(found.lifecycleId)}/acts/${form.type}"><div class="field"><label for="${idOf('reason')}">${label}</label><p class="hint" id="${idOf('reason')}-hint">${help}</p>${errorAt(reader, 'reason', form.wrong)}
<select id="${idOf('reason')}" name="reason"${about}><option value="">${words.choose}</option>${reasonsFor(process, found.record).map((one) => html`<option value="${one}">${say(reader, kind, one)}</option>`)}</select></div>
${buttons(reader, found.lifecycleId, words.goOn)}</form>`
}

const holdsPart = (reader: Reader, form: ActForm): Html => {
  const { words } = reader
  const { record, sent } = form
  const { label, help } = fieldWords(reader, form.type, 'holdIds')
  return html`<fieldset class="field" id="${idOf('holdIds')}" tabindex="-1"><legend>${label}</legend><p class="hint">${help}</p>${errorAt(reader, 'holdIds', form.wrong)}
${openHolds(record).map(({ holdId, code, startsAt }) => html`<label class="tick"><input type="checkbox" name="holdIds" value="${holdId}"${sent.holdIds?.includes(holdId) ? html` checked` : ''}> ${say(reader, 'suspensionReason', code)} · ${words.since} ${day(reader, startsAt)}</label>`)}</fieldset>
${remediesOf(record).map(({ hold, fields }, place) => html`<fieldset class="field" id="${idOf(`remedies.${place}`)}" tabindex="-1"><legend>${fieldWords(reader, form.type, 'remedies').label}${words.with}${say(reader, 'suspensionReason', hold.code)}</legend>${fields.map((field) => fieldPart(reader, form, field))}</fieldset>`)}`
}

/** What is personal comes last: who signs, and how an answer reaches them. */
const people = ['account', 'channel', 'post', 'signatory', 'contact', 'attested']
const rank = ({ name }: ActField): number => people.indexOf(name)

/** The application as its merchant would fill it in, filled in at a desk: only what applies, all errors at once. */
export const applicationPage = (
  reader: Reader,
  found: Case,
  form: ActForm,
  { asked, kept }: { readonly asked: Asked; readonly kept: ReadonlyMap<string, KeptDocument> },
): Html => {
  const { words } = reader
  const { process } = asked
  const fields = [...applicationFields(asked)].sort((one, other) => rank(one) - rank(other))
  const slots = applicationSlots(asked)
  const [reason] = asked.reasons
  const kind = process === 'closure' ? 'closureReason' : 'suspensionReason'
  const address = `${addressOfCase(found.lifecycleId)}/acts/${form.type}`
  const remedies = process === 'reinstatement' ? remediesOf(asked.record) : []
  const shown = new Set([
    ...pathsOf(form, [...fields, ...remedies.flatMap((one) => one.fields)]),
    ...slots.flatMap(({ path }) => [path]),
    ...remedies.map((_, place) => `remedies.${place}`),
    ...(process === 'reinstatement' ? ['holdIds'] : []),
  ])
  const isShown = (path: string): boolean => shown.has(path) || path.includes('.facts.')
  const hidden = (name: string): Html =>
    html`<input type="hidden" name="${name}" value="${form.sent[name]?.[0] ?? ''}">`
  return html`${summaryPart(reader, form.type, form.wrong, isShown)}${actHead(reader, form)}
${beforehand(reader, found, form)}
<p class="hint">${words.onBehalf}</p>
${process !== 'reinstatement' && reason ? html`<p>${fieldWords(reader, form.type, 'reason').label}${words.with}<strong>${say(reader, kind, reason)}</strong> <a href="${address}">${words.change}</a></p>` : ''}
<form method="post" enctype="multipart/form-data" action="${address}" novalidate>
  ${hiddenPart(form)}${hidden('_application')}${hidden('_procedure')}${hidden('reason')}
  ${process === 'reinstatement' ? holdsPart(reader, form) : ''}
  ${fields.map((field) => fieldPart(reader, form, field))}
  <h2>${words.papers}</h2>
  ${slots.map((slot) => slotPart(reader, form, slot, kept.get(slot.path)))}
  ${buttons(reader, found.lifecycleId, fill(words.fileIt, { what: say(reader, 'event', form.type) }))}
</form>`
}
