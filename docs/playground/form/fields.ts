import { factProfiles } from 'terminal-lifecycle/domain'
import type { FormattedIssue } from 'terminal-lifecycle/schemas'
import { type Children, h } from '../view/dom.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Draft, idOf, type Path, pointerOf, valueAt } from './draft.ts'
import { kindOf } from './kinds.ts'
import { amountText, datePartsOf } from './read.ts'
import { type Schema, typeOf, variantsOf, withoutNull } from './schema.ts'

/** What every field needs to be drawn. */
export interface FormView {
  readonly type: string
  readonly draft: Draft
  readonly tongue: Tongue
  readonly issues: readonly FormattedIssue[]
}

const issuesAt = ({ issues }: FormView, path: Path): readonly FormattedIssue[] =>
  issues.filter((issue) => issue.path === pointerOf(path))

const hasIssueWithin = ({ issues }: FormView, path: Path): boolean =>
  issues.some((issue) => `${issue.path}/`.startsWith(`${pointerOf(path)}/`))

/** An amount is called by what it is the amount of. */
const labelOf = ({ tongue, type }: FormView, path: Path): string =>
  tongue.label(
    type,
    path.at(-1) === 'amount' && path.length > 1 && path.at(-2) !== 'facts' ? path.slice(0, -1) : path,
  )

/** Label, hint, error, field, in this order; the field is told of them. */
function field(
  view: FormView,
  path: Path,
  control: (own: Record<string, string | boolean>) => Children,
  optional: boolean,
) {
  const id = idOf(path)
  const errors = issuesAt(view, path)
  const help = view.tongue.help(view.type, path)
  const described = [help && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ')
  const own = {
    id,
    'data-path': JSON.stringify(path),
    'aria-invalid': errors.length > 0 ? 'true' : false,
    'aria-describedby': described || false,
  }
  return h(
    'div',
    { class: 'field', 'data-key': `${id}-field` },
    h(
      'label',
      { for: id },
      labelOf(view, path),
      optional && h('span', { class: 'muted' }, view.tongue.words.aside(view.tongue.words.optional)),
    ),
    help !== '' && h('p', { class: 'hint', id: `${id}-hint` }, help),
    errors.length > 0 &&
      h('p', { class: 'error', id: `${id}-error` }, errors.map(({ message }) => message).join(' ')),
    control(own),
  )
}

const option = (value: string, text: string, selected: boolean) => h('option', { value, selected }, text)

const choice = (view: FormView, path: Path, all: readonly string[], optional: boolean) =>
  field(
    view,
    path,
    (own) => {
      const value = valueAt(view.draft, path)
      const { tongue } = view
      return h(
        'select',
        { ...own, 'data-kind': 'text' },
        (optional || value === undefined) &&
          option('', optional ? tongue.words.leaveOut : tongue.words.choose, value === undefined),
        all.map((one) => option(one, tongue.option(one, all), one === value)),
      )
    },
    optional,
  )

const flag = (view: FormView, path: Path, optional: boolean) =>
  field(
    view,
    path,
    (own) => {
      const value = valueAt(view.draft, path)
      const { yes, no, leaveOut, choose } = view.tongue.words
      return h(
        'select',
        { ...own, 'data-kind': 'flag' },
        (optional || value === undefined) && option('', optional ? leaveOut : choose, value === undefined),
        option('true', yes, value === true),
        option('false', no, value === false),
      )
    },
    optional,
  )

const line = (view: FormView, path: Path, kind: 'text' | 'whole' | 'amount', optional: boolean) =>
  field(
    view,
    path,
    (own) => {
      const value = valueAt(view.draft, path)
      const text = kind === 'amount' ? amountText(value) : value === undefined ? '' : String(value)
      const digits = kind === 'text' ? {} : { inputmode: 'decimal', class: 'short' }
      return h('input', { ...own, ...digits, 'data-kind': kind, value: text, autocomplete: 'off' })
    },
    optional,
  )

const long = (view: FormView, path: Path, optional: boolean) =>
  field(
    view,
    path,
    (own) => h('textarea', { ...own, 'data-kind': 'text', rows: 2 }, String(valueAt(view.draft, path) ?? '')),
    optional,
  )

/** Errors of a group stand below its legend. */
const group = (view: FormView, path: Path, legend: Children, ...inner: readonly Children[]) => {
  const errors = issuesAt(view, path)
  const id = idOf(path)
  return h(
    'fieldset',
    { id, class: 'field', tabindex: '-1', 'aria-describedby': errors.length > 0 ? `${id}-error` : false },
    h('legend', {}, legend),
    errors.length > 0 &&
      h('p', { class: 'error', id: `${id}-error` }, errors.map(({ message }) => message).join(' ')),
    ...inner,
  )
}

const date = (view: FormView, path: Path, withTime: boolean, optional: boolean) => {
  const parts = datePartsOf(valueAt(view.draft, path))
  const { words } = view.tongue
  const part = (name: 'year' | 'month' | 'day' | 'time', size: number) =>
    h(
      'span',
      { class: 'part' },
      h('label', { for: `${idOf(path)}-${name}`, class: 'muted' }, words[name]),
      h('input', {
        ...{ id: `${idOf(path)}-${name}`, value: parts[name], size, autocomplete: 'off' },
        ...{ inputmode: 'numeric', 'data-part': name, class: 'part-input' },
        'aria-invalid': issuesAt(view, path).length > 0 ? 'true' : false,
      }),
    )
  return group(
    view,
    path,
    [labelOf(view, path), optional && h('span', { class: 'muted' }, words.aside(words.optional))],
    h(
      'div',
      { class: 'row', 'data-date': JSON.stringify(path), 'data-with-time': withTime },
      part('year', 4),
      part('month', 2),
      part('day', 2),
      withTime && part('time', 5),
    ),
  )
}

const button = (does: string, path: Path, text: string, more: Readonly<Record<string, string>> = {}) =>
  h('button', { type: 'button', 'data-do': does, 'data-at': JSON.stringify(path), ...more }, text)

const several = (view: FormView, path: Path, all: readonly string[]) => {
  const value = valueAt(view.draft, path)
  const chosen = new Set(Array.isArray(value) ? value : [])
  return group(
    view,
    path,
    labelOf(view, path),
    h(
      'div',
      { class: 'checks', 'data-several': JSON.stringify(path) },
      all.map((one) => {
        const id = `${idOf(path)}-${one}`
        return h(
          'span',
          { class: 'check' },
          h('input', { type: 'checkbox', id, value: one, checked: chosen.has(one) }),
          h('label', { for: id }, view.tongue.option(one, all)),
        )
      }),
    ),
  )
}

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
