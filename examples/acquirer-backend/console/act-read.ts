import { moneyText } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { ActField } from './act-schema.ts'

/** What a form sent: each name with all that was given under it. */
export type Sent = Readonly<Record<string, readonly string[]>>

type Value = unknown

const paperOf = ({ context }: LifecycleRecord, id: string): Value => {
  const paper = context.documents[id]
  if (!paper) return undefined
  const { addedBy: _, checkedBy: __, isRejected: ___, for: ____, ...reference } = paper
  return reference
}

/** How many digits a currency has behind the point. */
const placesOf = (currency: string): number => (moneyText({ amount: 0, currency }).split('.')[1] ?? '').length

/** Minor units of what a person writes, such as 1,234.50; `undefined`: it is no amount. */
export const minorUnits = (text: string, currency: string): number | undefined => {
  const [, minus = '', whole = '', part = ''] =
    /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.replaceAll(',', '').trim()) ?? []
  const places = placesOf(currency)
  if (whole === '' || part.length > places) return undefined
  const amount = Number(whole + part.padEnd(places, '0'))
  return minus === '' ? amount : -amount
}

const papersNamed = (fields: readonly ActField[], sent: Sent): readonly string[] =>
  fields.flatMap((field) =>
    field.kind === 'paper' || field.kind === 'papers' ? (sent[field.path] ?? []) : [],
  )

const readField = (field: ActField, sent: Sent, record: LifecycleRecord, all: readonly ActField[]): Value => {
  const given = (sent[field.path] ?? []).filter((text) => text.trim() !== '')
  const [first] = given
  const isEmpty = first === undefined
  switch (field.kind) {
    case 'group': {
      const inner = valuesOf(field.fields, sent, record)
      return Object.keys(inner).length === 0 ? undefined : inner
    }
    case 'yesNo':
      return isEmpty ? (field.optional ? undefined : false) : true
    case 'must':
      return isEmpty ? undefined : field.value
    case 'whole':
      return isEmpty ? undefined : Number(first)
    case 'money': {
      const { currency } = record.context.identity
      const amount = isEmpty ? undefined : minorUnits(first, currency)
      return isEmpty ? undefined : { amount: amount ?? first, currency }
    }
    case 'choices':
      return isEmpty ? undefined : given
    case 'checks':
      return field.names.map((name) => ({ name, passed: given.includes(name) }))
    case 'lines':
      return isEmpty
        ? undefined
        : first
            .split('\n')
            .map((text) => text.trim())
            .filter(Boolean)
    case 'paper':
      return isEmpty ? undefined : paperOf(record, first)
    case 'papers':
      return isEmpty ? undefined : given.map((id) => paperOf(record, id))
    case 'vouched': {
      if (isEmpty) return undefined
      const read = papersNamed(all, sent).flatMap((id) => record.context.documents[id] ?? [])
      return read.length === 0 ? undefined : read.map(({ id, digest }) => ({ documentId: id, digest }))
    }
    default:
      return isEmpty ? undefined : first.trim()
  }
}

/** The members of an event, from what was typed; what was left empty is not said. */
export const valuesOf = (
  fields: readonly ActField[],
  sent: Sent,
  record: LifecycleRecord,
): Record<string, Value> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = readField(field, sent, record, fields)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
