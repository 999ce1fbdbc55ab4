import { randomUUID } from 'node:crypto'
import { type EventType, profileOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { candidatesFor, newNameFor, textKindFor } from './act-options.ts'
import { rowCount, type Sent } from './act-read.ts'
import { type ActField, inRow } from './act-schema.ts'
import { fieldWords } from './act-words.ts'
import { addressOfCase } from './case.ts'
import { describedBy, errorAt, errorSummary, idOf } from './errors-part.ts'
import { type Html, html } from './html.ts'
import { moment, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

export interface ActForm {
  readonly type: EventType
  readonly record: LifecycleRecord
  readonly fields: readonly ActField[]
  /** As they were typed and chosen, by path; what was never asked for is not there. */
  readonly sent: Sent
  /** What is wrong with them, by path. */
  readonly wrong: ReadonlyMap<string, string>
}

const wordOf = (reader: Reader, type: EventType, path: string, value: string): string => {
  const kind = textKindFor(type, path)
  const words: Readonly<Record<string, string>> = reader.words
  return kind ? say(reader, kind, value) : (words[`fact_${value}`] ?? value)
}

const isChosen = ({ sent }: ActForm, path: string, value: string): boolean =>
  sent[path]?.includes(value) === true

const options = (reader: Reader, form: ActForm, path: string, values: readonly string[]): Html =>
  html`${values.map((value) => html`<option value="${value}"${isChosen(form, path, value) ? html` selected` : ''}>${wordOf(reader, form.type, path, value)}</option>`)}`

const paperOptions = (reader: Reader, form: ActForm, path: string): Html =>
  html`${Object.values(form.record.context.documents).map(({ id, type }) => html`<option value="${id}"${isChosen(form, path, id) ? html` selected` : ''}>${say(reader, 'document', type)} · ${id}</option>`)}`

const tick = (form: ActForm, path: string, value: string, label: Html | string): Html =>
  html`<label class="tick"><input type="checkbox" name="${path}" value="${value}"${isChosen(form, path, value) ? html` checked` : ''}> ${label}</label>`

/** The control of one field, named by its path. */
const control = (reader: Reader, form: ActForm, field: ActField, about: Html): Html => {
  const { words, now } = reader
  const { sent, record, type } = form
  const { path, name } = field
  const id = idOf(path)
  const typed = sent[path]?.[0]
  const blank = html`<option value="">${field.optional ? '' : words.choose}</option>`
  const select = (inner: Html) => html`<select id="${id}" name="${path}"${about}>${blank}${inner}</select>`
  if (field.kind === 'choice') return select(options(reader, form, path, field.values))
  if (field.kind === 'paper') return select(paperOptions(reader, form, path))
  if (field.kind === 'papers')
    return html`<select id="${id}" name="${path}" multiple size="4"${about}>${paperOptions(reader, form, path)}</select>`
  if (field.kind === 'lines')
    return html`<textarea id="${id}" name="${path}" rows="3"${about}>${typed ?? ''}</textarea>`
  const known = field.kind === 'text' ? candidatesFor(record.context, type, name) : undefined
  if (known && known.length > 0) return select(options(reader, form, path, known))
  if (field.kind === 'text' && field.long)
    return html`<textarea id="${id}" name="${path}" rows="2"${about}>${typed ?? ''}</textarea>`
  const first = newNameFor(type, name) ?? (field.kind === 'instant' && !field.optional ? now : '')
  const mode = { money: 'decimal', whole: 'numeric' }[field.kind as string]
  return html`<input id="${id}" name="${path}" value="${typed ?? first}" autocomplete="off"${mode ? html` inputmode="${mode}"` : ''}${about}>`
}

const hintOf = (reader: Reader, { record, type }: ActForm, field: ActField): string => {
  const { words } = reader
  const { help } = fieldWords(reader, type, field.path)
  const ways: Readonly<Record<string, string>> = {
    money: fill(words.amountHint, { currency: record.context.identity.currency }),
    lines: words.oneEach,
    instant: words.instantHint,
    day: words.dayHint,
  }
  return [help, ways[field.kind] ?? ''].filter(Boolean).join(' ')
}

const labelled = (reader: Reader, form: ActForm, field: ActField): Html =>
  html`${fieldWords(reader, form.type, field.path).label}${field.optional ? html` <span class="hint">(${reader.words.optional})</span>` : ''}`

/** A line of a list is one line high. */
const inLine = (field: ActField): ActField =>
  field.kind === 'text' ? { ...field, optional: false, long: false } : { ...field, optional: false }

/** Filled rows and two more: who needs a third one gets it with the next look. */
const rowsPart = (
  reader: Reader,
  form: ActForm,
  rows: ActField & { readonly fields: readonly ActField[] },
): Html => {
  const count = Math.min(20, rowCount(rows, form.sent) + 2)
  return html`${Array.from(
    { length: count },
    (_, place) =>
      html`<fieldset class="entry"><legend>${fill(reader.words.rowOf, { what: fieldWords(reader, form.type, rows.path).label, place: place + 1 })}</legend><div class="row">${rows.fields.map((field) => fieldPart(reader, form, inRow(rows, place, inLine(field))))}</div></fieldset>`,
  )}`
}

/** Label, hint, error, control, in this order. */
export const fieldPart = (reader: Reader, form: ActForm, field: ActField): Html => {
  const { words } = reader
  const { path } = field
  const id = idOf(path)
  const label = labelled(reader, form, field)
  const error = errorAt(reader, path, form.wrong)
  const hint = hintOf(reader, form, field)
  const hintPart = hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''
  const group = (inner: Html): Html =>
    html`<fieldset class="field" id="${id}" tabindex="-1"><legend>${label}</legend>${hintPart}${error}${inner}</fieldset>`
  if (field.kind === 'group')
    return group(html`${field.fields.map((inner) => fieldPart(reader, form, inner))}`)
  if (field.kind === 'rows')
    return group(html`<p class="hint">${words.rowsHint}</p>${rowsPart(reader, form, field)}`)
  if (field.kind === 'switches') {
    const one = (name: string): ActField => ({
      ...{ name, path: `${path}.${name}`, optional: true, kind: 'choice', values: ['yes', 'no'] },
    })
    return group(
      html`<div class="row">${field.names.map((name) => fieldPart(reader, form, one(name)))}</div>`,
    )
  }
  if (field.kind === 'choices')
    return group(
      html`${field.values.map((value) => tick(form, path, value, wordOf(reader, form.type, path, value)))}`,
    )
  if (field.kind === 'checks')
    return group(
      html`${field.names.map((value) => tick(form, path, value, wordOf(reader, form.type, path, value)))}`,
    )
  if (field.kind === 'vouched') return html`<div class="field">${tick(form, path, 'yes', words.vouch)}</div>`
  const about = describedBy(path, hint !== '', form.wrong.has(path))
  if (field.kind === 'yesNo' || field.kind === 'must')
    return html`<div class="field">${error}<label class="tick"><input type="checkbox" id="${id}" name="${path}" value="yes"${isChosen(form, path, 'yes') ? html` checked` : ''}${about}> ${label}</label>${hintPart}</div>`
  return html`<div class="field"><label for="${id}">${label}</label>${hintPart}${error}${control(reader, form, field, about)}</div>`
}

/** What is wrong with an act, by the names of its fields. */
export const summaryPart = (
  reader: Reader,
  type: EventType,
  wrong: ReadonlyMap<string, string>,
  shown: (path: string) => boolean,
): Html =>
  errorSummary(
    reader,
    [...wrong].map(([path, message]) => {
      const { label } = fieldWords(reader, type, path)
      return { label, message, path: shown(path) ? path : undefined }
    }),
  )

/** Every path that a field of the page has. */
export const pathsOf = ({ sent }: Pick<ActForm, 'sent'>, fields: readonly ActField[]): readonly string[] =>
  fields.flatMap((field): readonly string[] => {
    if (field.kind === 'group') return [field.path, ...pathsOf({ sent }, field.fields)]
    if (field.kind !== 'rows') return [field.path]
    const count = rowCount(field, sent) + 2
    const rows = Array.from({ length: count }, (_, place) =>
      field.fields.map((inner) => inRow(field, place, inner)),
    )
    return [field.path, ...pathsOf({ sent }, rows.flat())]
  })

/** Name of the act, and of which terminal. */
export const actHead = (reader: Reader, { type, record }: Pick<ActForm, 'type' | 'record'>): Html => {
  const { terminalId, merchantName } = record.context.identity
  return html`<h1>${say(reader, 'event', type)}</h1>
<p>${terminalId} · ${merchantName} · ${moment(reader, record.at)}</p>`
}

/** What every form sends beside what was typed. */
export const hiddenPart = ({ record, sent }: Pick<ActForm, 'record' | 'sent'>): Html =>
  html`<input type="hidden" name="_version" value="${record.version}"><input type="hidden" name="_commandId" value="${sent._commandId?.[0] ?? randomUUID()}">`

/** A form for one event, made from its schema; an act of two people is proposed with it. */
export const actForm = (reader: Reader, form: ActForm): Html => {
  const { words } = reader
  const { type, record, fields, wrong } = form
  const isProposed = profileOf(type).second === 'proposal'
  const address = addressOfCase(record.lifecycleId)
  const paths = new Set(pathsOf(form, fields))
  return html`${summaryPart(reader, type, wrong, (path) => paths.has(path))}
${actHead(reader, form)}
${isProposed ? html`<p class="note waits">${words.twoPersons}</p>` : ''}
<form method="post" action="${address}/acts/${type}" novalidate>
  ${hiddenPart({ record, sent: {} })}
  ${fields.map((field) => fieldPart(reader, form, field))}
  <div class="row"><button class="first">${isProposed ? words.propose : words.doIt}</button> <a class="button" href="${address}">${words.cancel}</a></div>
</form>`
}
