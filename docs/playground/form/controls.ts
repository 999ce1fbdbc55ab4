import type { FormattedIssue } from 'terminal-lifecycle/schemas'
import { type Children, h } from '../view/dom.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Draft, idOf, type Path, pointerOf, valueAt } from './draft.ts'
import { amountText, datePartsOf } from './read.ts'

/** What every field needs to be drawn. */
export interface FormView {
  readonly type: string
  readonly draft: Draft
  readonly tongue: Tongue
  readonly issues: readonly FormattedIssue[]
}

const issuesAt = ({ issues }: FormView, path: Path): readonly FormattedIssue[] =>
  issues.filter((issue) => issue.path === pointerOf(path))

export const hasIssueWithin = ({ issues }: FormView, path: Path): boolean =>
  issues.some((issue) => `${issue.path}/`.startsWith(`${pointerOf(path)}/`))

/** An amount is called by what it is the amount of. */
export const labelOf = ({ tongue, type }: FormView, path: Path): string =>
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

export const choice = (view: FormView, path: Path, all: readonly string[], optional: boolean) =>
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

export const flag = (view: FormView, path: Path, optional: boolean) =>
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

export const line = (view: FormView, path: Path, kind: 'text' | 'whole' | 'amount', optional: boolean) =>
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

export const long = (view: FormView, path: Path, optional: boolean) =>
  field(
    view,
    path,
    (own) => h('textarea', { ...own, 'data-kind': 'text', rows: 2 }, String(valueAt(view.draft, path) ?? '')),
    optional,
  )

/** Errors of a group stand below its legend. */
export const group = (view: FormView, path: Path, legend: Children, ...inner: readonly Children[]) => {
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

export const date = (view: FormView, path: Path, withTime: boolean, optional: boolean) => {
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

export const several = (view: FormView, path: Path, all: readonly string[]) => {
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
