import { momentOf, type Sheet, type State } from '../app/state.ts'
import { whyNotTyped } from '../case/ask.ts'
import type { FormView } from '../form/controls.ts'
import { idOf, type Path } from '../form/draft.ts'
import { members } from '../form/fields.ts'
import { schemaOf } from '../form/schema.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { act, blockerList } from './parts.ts'
import { personText } from './people.ts'

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part))

/** All problems at once, each a link to its field. */
const problems = ({ issues, type }: Sheet, { words, label }: Tongue): Children =>
  issues.length > 0 &&
  h(
    'div',
    { class: 'summary', id: 'problems', tabindex: '-1', role: 'alert' },
    h('h2', {}, words.problems),
    h(
      'ul',
      {},
      issues.map(({ path, message }) =>
        h(
          'li',
          {},
          path === ''
            ? message
            : h(
                'a',
                { href: `#${idOf(pathOf(path))}`, 'data-do': 'focus' },
                `${label(type, pathOf(path))}${words.colon}${message}`,
              ),
        ),
      ),
    ),
  )

/** What the machine would say to what stands there now. */
const verdict = (state: State, { type, draft, refused }: Sheet, tongue: Tongue): Children => {
  const { words } = tongue
  if (refused)
    return h(
      'div',
      { class: 'summary', id: 'problems', tabindex: '-1', role: 'alert' },
      h('h2', {}, words.refused),
      blockerList(refused, state.who, tongue, type),
    )
  const blockers = whyNotTyped(momentOf(state), state.who, { ...draft, type })
  if (blockers === undefined) return null
  if (blockers.length === 0) return h('p', {}, h('span', { class: 'status done' }, words.wouldDo))
  return h(
    'div',
    { class: 'note todo', id: 'verdict' },
    h('h3', {}, words.wouldNot(blockers.length)),
    blockerList(blockers, state.who, tongue, type),
  )
}

const json = ({ draft, brokenJson }: Sheet, { words }: Tongue): Children =>
  h(
    'div',
    { class: 'field' },
    h('label', { for: 'json' }, words.json),
    h('p', { class: 'hint', id: 'json-hint' }, words.jsonHelp),
    brokenJson !== undefined && h('p', { class: 'error', id: 'json-error' }, words.jsonBroken),
    h(
      'textarea',
      {
        ...{ id: 'json', class: 'mono', rows: 14, spellcheck: 'false', 'data-change': 'json' },
        'aria-describedby': brokenJson === undefined ? 'json-hint' : 'json-hint json-error',
        'aria-invalid': brokenJson === undefined ? false : 'true',
      },
      brokenJson ?? JSON.stringify(draft, null, 2),
    ),
  )

/** The form of one event, made from its schema. */
export function sheetView(state: State, tongue: Tongue): Children {
  const { sheet } = state
  if (sheet === null) return null
  const { words, text } = tongue
  const view: FormView = { type: sheet.type, draft: sheet.draft, tongue, issues: sheet.issues }
  const other = sheet.mode === 'form' ? 'json' : 'form'
  return h(
    'section',
    { id: 'sheet', class: 'sheet', 'aria-labelledby': 'sheet-title' },
    problems(sheet, tongue),
    h('h2', { id: 'sheet-title', tabindex: '-1' }, text('event', sheet.type)),
    h('p', { class: 'muted' }, personText(state.who, tongue)),
    verdict(state, sheet, tongue),
    h(
      'form',
      { id: 'event', novalidate: true, 'data-key': `event-${sheet.type}` },
      sheet.mode === 'form' ? members(view, [], schemaOf(sheet.type)) : json(sheet, tongue),
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'submit', class: 'first' }, words.tell),
        act('mode', other === 'json' ? words.json : words.form, { 'data-mode': other }),
        act('close', words.close),
      ),
    ),
  )
}
