import type { DocumentType } from 'terminal-lifecycle/domain'
import { type Draft, type Path, valueAt, withValue } from '../form/draft.ts'
import { emptyOf } from '../form/kinds.ts'
import { amountFrom, dateFrom, textFromField, wholeFrom } from '../form/read.ts'
import { type Schema, schemaOf, typeOf, variantsOf, withoutNull } from '../form/schema.ts'
import { goodFacts } from '../stories/papers.ts'
import { suggest } from '../suggest/suggest.ts'
import { momentOf, type Sheet, type State } from './state.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const isControl = (node: unknown): node is Control =>
  node instanceof HTMLInputElement || node instanceof HTMLSelectElement || node instanceof HTMLTextAreaElement

const pathIn = (text: string | undefined): Path => JSON.parse(text ?? '[]') as Path

const readers = {
  text: textFromField,
  whole: wholeFrom,
  amount: amountFrom,
  flag: (text: string) => (text === '' ? undefined : text === 'true'),
} as const

/** Where the changed field stands in the draft, and what it says now. */
function changeOf(control: Control): { path: Path; value: unknown } | undefined {
  const { path, kind } = control.dataset
  if (path !== undefined)
    return { path: pathIn(path), value: readers[(kind ?? 'text') as keyof typeof readers](control.value) }
  const date = control.closest<HTMLElement>('[data-date]')
  if (date) {
    const part = (name: string) =>
      date.querySelector<HTMLInputElement>(`[data-part="${name}"]`)?.value.trim() ?? ''
    const parts = { year: part('year'), month: part('month'), day: part('day'), time: part('time') }
    return { path: pathIn(date.dataset.date), value: dateFrom(parts, date.dataset.withTime === '') }
  }
  const several = control.closest<HTMLElement>('[data-several]')
  if (!several) return undefined
  const checked = [...several.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
  return { path: pathIn(several.dataset.several), value: checked }
}

/** Another kind of paper says other things; another act has other fields. */
function settled(state: State, type: Sheet['type'], draft: Draft, path: Path): Draft {
  if (path.at(-1) !== 'type' || path.length < 2) return draft
  const parent = path.slice(0, -1)
  const own = valueAt(draft, parent) as Record<string, unknown> | undefined
  if (type === 'act.proposed') {
    const act = String(own?.type ?? '')
    return suggest({ type, who: state.who, moment: momentOf(state), act: act as Sheet['type'] })
  }
  if (own === undefined || !('digest' in own)) return draft
  const facts = goodFacts[own.type as DocumentType]
  const { facts: _, ...rest } = own
  return withValue(draft, parent, { ...rest, ...(facts && { facts }) }) as Draft
}

/** The draft with what was just typed or chosen. */
export function typed(state: State, target: EventTarget | null): State {
  const change = isControl(target) ? changeOf(target) : undefined
  if (state.sheet === null || change === undefined) return state
  const draft = withValue(state.sheet.draft, change.path, change.value) as Draft
  const { type } = state.sheet
  return {
    ...state,
    sheet: { ...state.sheet, draft: settled(state, type, draft, change.path), refused: undefined },
  }
}

const schemaAt = (schema: Schema, path: Path, value: unknown): Schema => {
  const [key, ...rest] = path
  if (key === undefined) return schema
  const own = withoutNull(schema)
  if (typeof key === 'number') return schemaAt(own.items ?? {}, rest, valueAt(value, [key]))
  const chosen = variantsOf(own).find((one) => typeOf(one) === String(valueAt(value, ['type']) ?? ''))
  return schemaAt((chosen ?? own).properties?.[key] ?? {}, rest, valueAt(value, [key]))
}

/** A field or an item that was not there yet. */
export function added(state: State, at: string | undefined): State {
  const { sheet } = state
  if (sheet === null) return state
  const path = pathIn(at)
  const schema = withoutNull(schemaAt(schemaOf(sheet.type), path, sheet.draft))
  const { currency } = momentOf(state).record.context.identity
  const before = valueAt(sheet.draft, path)
  const item = () => emptyOf(schema.items ?? {}, currency)
  const value =
    schema.type === 'array' ? [...(Array.isArray(before) ? before : []), item()] : emptyOf(schema, currency)
  return { ...state, sheet: { ...sheet, draft: withValue(sheet.draft, path, value) as Draft } }
}

export function removed(state: State, at: string | undefined): State {
  const { sheet } = state
  return sheet === null
    ? state
    : { ...state, sheet: { ...sheet, draft: withValue(sheet.draft, pathIn(at), undefined) as Draft } }
}
