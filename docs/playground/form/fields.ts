import { factProfiles } from 'terminal-lifecycle/domain'
import { type Children, h } from '../view/dom.ts'
import {
  choice,
  date,
  type FormView,
  flag,
  group,
  hasIssueWithin,
  labelOf,
  line,
  long,
  several,
} from './controls.ts'
import { idOf, type Path, valueAt } from './draft.ts'
import { kindOf } from './kinds.ts'
import { type Schema, typeOf, variantsOf, withoutNull } from './schema.ts'

const button = (does: string, path: Path, text: string, more: Readonly<Record<string, string>> = {}) =>
  h('button', { type: 'button', 'data-do': does, 'data-at': JSON.stringify(path), ...more }, text)

const list = (view: FormView, path: Path, items: Schema) => {
  const value = valueAt(view.draft, path)
  const all = Array.isArray(value) ? value : []
  const name = labelOf(view, path)
  return group(
    view,
    path,
    name,
    all.map((_, index) => {
      const at = [...path, index]
      return h(
        'div',
        { class: 'item', 'data-key': `${idOf(at)}-item` },
        drawField(view, at, items, false),
        button('remove', at, view.tongue.words.remove(labelOf(view, at))),
      )
    }),
    button('add', path, view.tongue.words.add(name)),
  )
}

const flags = (view: FormView, path: Path, names: readonly string[]) =>
  group(
    view,
    path,
    labelOf(view, path),
    names.map((name) => flag(view, [...path, name], true)),
  )

/** What this kind of paper says, one field for each fact that decisions need. */
function facts(view: FormView, path: Path) {
  const type = String(valueAt(view.draft, [...path.slice(0, -1), 'type']) ?? '')
  const profiles = factProfiles as Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >
  const profile = Object.hasOwn(profiles, type) ? profiles[type] : undefined
  const names = Object.entries(profile ?? {})
  if (names.length === 0) return null
  return group(
    view,
    path,
    labelOf(view, path),
    names.map(([name, kind]) => {
      const at = [...path, name]
      if (typeof kind === 'object') return choice(view, at, kind, true)
      if (kind === 'flag') return flag(view, at, true)
      if (kind === 'instant' || kind === 'day') return date(view, at, kind === 'instant', true)
      return line(view, at, kind === 'amount' ? 'amount' : 'text', true)
    }),
  )
}

function variants(view: FormView, path: Path, schema: Schema) {
  const all = variantsOf(schema)
  const types = all.map(typeOf)
  const chosen = String(valueAt(view.draft, [...path, 'type']) ?? '')
  const own = all.find((one) => typeOf(one) === chosen)
  return group(
    view,
    path,
    labelOf(view, path),
    choice(view, [...path, 'type'], types, false),
    own && members(view, path, own),
  )
}

/** A group's fields: what is needed and what is filled in; the rest in a fold. */
export function members(view: FormView, path: Path, schema: Schema): Children {
  const required = new Set(schema.required ?? [])
  const entries = Object.entries(schema.properties ?? {}).filter(
    ([name]) => name !== 'type' || path.length > 0,
  )
  const isShown = (name: string) =>
    required.has(name) ||
    valueAt(view.draft, [...path, name]) !== undefined ||
    hasIssueWithin(view, [...path, name])
  const more = entries.filter(([name, own]) => !isShown(name) && kindOf(own) !== 'fixed')
  return [
    entries
      .filter(([name]) => isShown(name))
      .map(([name, own]) => drawField(view, [...path, name], own, !required.has(name))),
    more.length > 0 &&
      h(
        'details',
        { class: 'more', 'data-key': `${idOf(path)}-more` },
        h('summary', {}, view.tongue.words.more(more.length)),
        more.map(([name, own]) => drawField(view, [...path, name], own, true)),
      ),
  ]
}

function drawField(view: FormView, path: Path, given: Schema, optional: boolean): Children {
  const schema = withoutNull(given)
  const kind = kindOf(schema)
  const isThere = valueAt(view.draft, path) !== undefined
  if (optional && !isThere && ['group', 'list', 'facts', 'money', 'variants'].includes(kind))
    return h('p', {}, button('add', path, view.tongue.words.add(labelOf(view, path))))
  switch (kind) {
    case 'fixed':
      return null
    case 'choice':
      return choice(view, path, schema.enum ?? [], optional)
    case 'flag':
      return flag(view, path, optional)
    case 'moment':
    case 'day':
      return date(view, path, kind === 'moment', optional)
    case 'money':
      return line(view, [...path, 'amount'], 'amount', optional)
    case 'whole':
      return line(view, path, 'whole', optional)
    case 'several':
      return several(view, path, schema.items?.enum ?? [])
    case 'list':
      return list(view, path, schema.items ?? {})
    case 'variants':
      return variants(view, path, schema)
    case 'facts':
      return facts(view, path)
    case 'flags':
      return flags(view, path, [
        'sale',
        'preAuth',
        'completion',
        'void',
        'refund',
        'batchUpload',
        'payout',
        'test',
      ])
    case 'group':
      return group(
        view,
        path,
        labelOf(view, path),
        members(view, path, schema),
        optional && button('remove', path, view.tongue.words.remove(labelOf(view, path))),
      )
    case 'long':
      return long(view, path, optional)
    default:
      return line(view, path, 'text', optional)
  }
}
