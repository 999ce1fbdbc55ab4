import { randomUUID } from 'node:crypto'
import { type EventType, profileOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { candidatesFor, newNameFor, textKindFor } from './act-options.ts'
import type { ActField } from './act-schema.ts'
import { labelOf } from './act-words.ts'
import { addressOfCase } from './case.ts'
import { type Html, html } from './html.ts'
import { moment, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

export interface ActForm {
  readonly type: EventType
  readonly record: LifecycleRecord
  readonly fields: readonly ActField[]
  /** As they were typed, by path. */
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with them, by path. */
  readonly wrong: ReadonlyMap<string, string>
}

const idOf = (path: string): string => `f-${path.replaceAll('.', '-')}`

const isInstant = (name: string): boolean => /(?:At|upTo|until)$/.test(name)

const options = (
  reader: Reader,
  { type }: ActForm,
  field: ActField,
  values: readonly string[],
  chosen: string,
): Html => {
  const kind = textKindFor(type, field.path)
  return html`${values.map((value) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${kind ? say(reader, kind, value) : value}</option>`)}`
}

const paperOptions = (reader: Reader, { record }: ActForm): Html =>
  html`${Object.values(record.context.documents).map(({ id, type }) => html`<option value="${id}">${say(reader, 'document', type)} · ${id}</option>`)}`

const ticks = (reader: Reader, { type }: ActForm, field: ActField, values: readonly string[]): Html => {
  const kind = textKindFor(type, field.path)
  return html`${values.map((value) => html`<label class="tick"><input type="checkbox" name="${field.path}" value="${value}"> ${kind ? say(reader, kind, value) : value}</label>`)}`
}

/** The control of one field, named by its path. */
const control = (reader: Reader, form: ActForm, field: ActField, about: Html): Html => {
  const { words, now } = reader
  const { typed, record, type } = form
  const id = idOf(field.path)
  const value = typed[field.path] ?? ''
  const blank = html`<option value="">${field.optional ? '' : words.choose}</option>`
  const select = (inner: Html) =>
    html`<select id="${id}" name="${field.path}"${about}>${blank}${inner}</select>`
  if (field.kind === 'choice') return select(options(reader, form, field, field.values, value))
  if (field.kind === 'paper') return select(paperOptions(reader, form))
  if (field.kind === 'papers')
    return html`<select id="${id}" name="${field.path}" multiple size="4"${about}>${paperOptions(reader, form)}</select>`
  if (field.kind === 'lines')
    return html`<textarea id="${id}" name="${field.path}" rows="3"${about}>${value}</textarea>`
  if (field.kind === 'text') {
    const known = candidatesFor(record.context, type, field.name)
    if (known && known.length > 0) return select(options(reader, form, field, known, value))
    const given =
      value || newNameFor(type, field.name) || (isInstant(field.name) && !field.optional ? now : '')
    return field.long
      ? html`<textarea id="${id}" name="${field.path}" rows="2"${about}>${given}</textarea>`
      : html`<input id="${id}" name="${field.path}" value="${given}" autocomplete="off"${about}>`
  }
  const mode = field.kind === 'money' ? 'decimal' : 'numeric'
  return html`<input id="${id}" name="${field.path}" value="${value}" inputmode="${mode}" autocomplete="off"${about}>`
}

const hintOf = (reader: Reader, { record }: ActForm, field: ActField): string => {
  const { words } = reader
  if (field.kind === 'money') return fill(words.amountHint, { currency: record.context.identity.currency })
  if (field.kind === 'lines') return words.oneEach
  return field.kind === 'text' && isInstant(field.name) ? words.instantHint : ''
}

/** Label, hint, error, control, in this order. */
const fieldPart = (reader: Reader, form: ActForm, field: ActField): Html => {
  const { words } = reader
  const label = html`${labelOf(reader, field.name)}${field.optional ? html` <span class="hint">(${words.optional})</span>` : ''}`
  if (field.kind === 'group')
    return html`<fieldset><legend>${label}</legend>${field.fields.map((inner) => fieldPart(reader, form, inner))}</fieldset>`
  if (field.kind === 'vouched')
    return html`<div class="field"><label class="tick"><input type="checkbox" name="${field.path}" value="yes"> ${words.vouch}</label></div>`
  const wrong = form.wrong.get(field.path)
  const error = wrong ? html`<p class="error" id="${idOf(field.path)}-error">${wrong}</p>` : ''
  if (field.kind === 'yesNo' || field.kind === 'must')
    return html`<div class="field">${error}<label class="tick"><input type="checkbox" id="${idOf(field.path)}" name="${field.path}" value="yes"> ${label}</label></div>`
  if (field.kind === 'choices' || field.kind === 'checks')
    return html`<fieldset class="field" id="${idOf(field.path)}" tabindex="-1"><legend>${label}</legend>${error}${ticks(reader, form, field, field.kind === 'choices' ? field.values : field.names)}</fieldset>`
  const hint = hintOf(reader, form, field)
  const described = [hint && `${idOf(field.path)}-hint`, wrong && `${idOf(field.path)}-error`]
    .filter(Boolean)
    .join(' ')
  const about = html`${described ? html` aria-describedby="${described}"` : ''}${wrong ? html` aria-invalid="true"` : ''}`
  return html`<div class="field"><label for="${idOf(field.path)}">${label}</label>
    ${hint ? html`<p class="hint" id="${idOf(field.path)}-hint">${hint}</p>` : ''}${error}${control(reader, form, field, about)}</div>`
}

/** A form for one event, made from its schema; an act of two people is proposed with it. */
export const actForm = (reader: Reader, form: ActForm): Html => {
  const { words } = reader
  const { type, record, fields, wrong } = form
  const isProposed = profileOf(type).second === 'proposal'
  const address = addressOfCase(record.lifecycleId)
  const { terminalId, merchantName } = record.context.identity
  return html`${wrong.size === 0 ? '' : html`<div class="summary" tabindex="-1" role="alert"><h2>${words.problem}</h2><ul>${[...wrong].map(([path, message]) => html`<li><a href="#${idOf(path)}">${labelOf(reader, path.split('.').at(-1) ?? path)}</a>${words.with}${message}</li>`)}</ul></div>`}
<h1>${say(reader, 'event', type)}</h1>
<p>${terminalId} · ${merchantName} · ${moment(reader, record.at)}</p>
${isProposed ? html`<p class="note waits">${words.twoPersons}</p>` : ''}
<form method="post" action="${address}/acts/${type}">
  <input type="hidden" name="_version" value="${record.version}"><input type="hidden" name="_commandId" value="${randomUUID()}">
  ${fields.map((field) => fieldPart(reader, form, field))}
  <div class="row"><button class="first">${isProposed ? words.propose : words.doIt}</button> <a class="button" href="${address}">${words.cancel}</a></div>
</form>`
}
