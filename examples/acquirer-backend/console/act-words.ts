import type { EventType } from 'terminal-lifecycle/domain'
import type { ProposableAct } from 'terminal-lifecycle/schemas'
import { describeField, type FieldText, fieldsEn, fieldsZhCn } from 'terminal-lifecycle/words'
import { actLabelsEn } from './act-labels-en.ts'
import { actLabelsZhCn } from './act-labels-zh-cn.ts'
import { textKindFor } from './act-options.ts'
import { type Html, html } from './html.ts'
import { joined, moment, moneyOf, type Reader, say } from './reader.ts'

/** The name of a field of an event; as the event has it where it is a new one. */
export const labelOf = ({ locale }: Pick<Reader, 'locale'>, name: string): string => {
  const labels: Readonly<Record<string, string>> = locale === 'en' ? actLabelsEn : actLabelsZhCn
  return (Object.hasOwn(labels, name) && labels[name]) || name
}

const processes: Readonly<Partial<Record<EventType, 'closure' | 'suspension' | 'reinstatement'>>> = {
  'closure.requested': 'closure',
  'suspension.requested': 'suspension',
  'reinstatement.requested': 'reinstatement',
}

/** What stands at a field: the library's own words for a form that is filed, else the console's. */
export const fieldWords = (reader: Pick<Reader, 'locale'>, type: EventType, path: string): FieldText => {
  const [, paper] = /^paper\.(\w+)$/.exec(path) ?? []
  if (paper !== undefined) return { label: say(reader, 'document', paper), help: '' }
  const [, capability] = /^capabilities\.(\w+)$/.exec(path) ?? []
  if (capability !== undefined) return { label: say(reader, 'limit', capability), help: '' }
  const process = processes[type]
  const inPaper = path.includes('.facts.')
  const said =
    process && !inPaper && describeField(process, path, reader.locale === 'en' ? fieldsEn : fieldsZhCn)
  return said && said.label !== path
    ? said
    : { label: labelOf(reader, path.split('.').at(-1) ?? path), help: '' }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of an event for people: money, papers, codes and hours by their own words. */
const valueInWords = (reader: Reader, type: EventType, path: string, value: unknown): string => {
  if (Array.isArray(value))
    return joined(
      reader,
      value.map((one) => valueInWords(reader, type, path, one)),
    )
  if (typeof value === 'boolean') return value ? reader.words.yes : '–'
  if (!isObject(value)) {
    const text = String(value)
    const kind = textKindFor(type, path)
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return moment(reader, text)
    return kind ? say(reader, kind, text) : text
  }
  const { amount, currency, id, type: paper, documentId } = value
  if (typeof amount === 'number' && typeof currency === 'string') return moneyOf({ amount, currency })
  if (typeof id === 'string' && typeof paper === 'string') return `${say(reader, 'document', paper)} ${id}`
  if (typeof documentId === 'string') return documentId
  const inner = Object.entries(value).map(
    ([name, part]) => `${labelOf(reader, name)} ${valueInWords(reader, type, `${path}.${name}`, part)}`,
  )
  return joined(reader, inner)
}

/** The whole act as it was written down, one member a line. */
export const actInWords = (reader: Reader, { type, ...members }: ProposableAct): Html =>
  html`<dl class="sums">${Object.entries(members).map(([name, value]) => html`<div><dt>${labelOf(reader, name)}</dt><dd>${valueInWords(reader, type, name, value)}</dd></div>`)}</dl>`
