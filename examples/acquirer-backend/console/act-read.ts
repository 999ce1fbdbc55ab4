import { moneyText } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { type ActField, inRow } from './act-schema.ts'

/** What a form sent: each name with all that was given under it. */
export type Sent = Readonly<Record<string, readonly string[]>>

type Value = unknown

export const paperOf = ({ context }: LifecycleRecord, id: string): Value => {
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

/** How people write an hour: a day alone is its beginning, in China. What is neither is left to the schema. */
const instantIn = (text: string): string => {
  const [, day, hour = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text.trim()) ?? []
  return day === undefined ? text.trim() : `${day}T${hour}:00+08:00`
}

/** As many rows of a list as were filled in, closed up: a row that was left empty is none. */
const filledRows = (rows: ActField, sent: Sent): readonly Sent[] => {
  const start = `${rows.path}.`
  const byPlace = new Map<number, Record<string, readonly string[]>>()
  for (const [path, given] of Object.entries(sent)) {
    const [, place, rest] = path.startsWith(start)
      ? (/^(\d+)\.(.+)$/.exec(path.slice(start.length)) ?? [])
      : []
    if (place === undefined || rest === undefined) continue
    byPlace.set(Number(place), { ...byPlace.get(Number(place)), [rest]: given })
  }
  return [...byPlace]
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row)
    .filter((row) => Object.values(row).some((given) => given.some((text) => text.trim() !== '')))
}

/** What was sent, with the empty rows of its lists gone: so that the third row that is wrong is the third row that is shown. */
export const closedUp = (fields: readonly ActField[], sent: Sent): Sent => {
  let all: Record<string, readonly string[]> = { ...sent }
  for (const field of fields) {
    if (field.kind !== 'rows') continue
    const rows = filledRows(field, all)
    all = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith(`${field.path}.`)))
    for (const [place, row] of rows.entries())
      for (const [path, given] of Object.entries(row)) all[`${field.path}.${place}.${path}`] = given
  }
  return all
}

/** How many rows of a list something stands in. */
export const rowCount = (rows: ActField, sent: Sent): number => filledRows(rows, sent).length

/** An amount as people type it: 1234.50, without its currency. */
export const plainAmount = (amount: number, currency: string): string =>
  moneyText({ amount, currency }).replaceAll(/[^\d.-]/g, '')

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
    case 'rows': {
      const count = rowCount(field, sent)
      const inside = (place: number) => field.fields.map((inner) => inRow(field, place, inner))
      if (count === 0) return field.optional ? undefined : []
      return Array.from({ length: count }, (_, place) => valuesOf(inside(place), sent, record))
    }
    case 'instant':
      return isEmpty ? undefined : instantIn(first)
    case 'yesNo':
      return isEmpty ? (field.optional ? undefined : false) : true
    case 'must':
      return isEmpty ? undefined : field.value
    case 'whole':
      return isEmpty ? undefined : /^-?\d+$/.test(first.trim()) ? Number(first) : first.trim()
    case 'money': {
      const { currency } = record.context.identity
      const amount = isEmpty ? undefined : minorUnits(first, currency)
      return isEmpty ? undefined : { amount: amount ?? first, currency }
    }
    case 'choices':
      return isEmpty ? undefined : given
    case 'checks':
      return field.names.map((name) => ({ name, passed: given.includes(name) }))
    case 'switches': {
      const said = field.names.flatMap((name) => {
        const [value] = sent[`${field.path}.${name}`] ?? []
        return value === 'yes' || value === 'no' ? [[name, value === 'yes'] as const] : []
      })
      return said.length === 0 ? undefined : Object.fromEntries(said)
    }
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
