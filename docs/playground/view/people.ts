import type { Actor } from 'terminal-lifecycle/domain'
import { roles } from 'terminal-lifecycle/domain'
import type { State } from '../app/state.ts'
import { momentOf } from '../app/state.ts'
import { type Option, optionsFor } from '../case/ask.ts'
import { type PersonKey, people, personKeys } from '../case/people.ts'
import type { Tongue } from '../words/tongue.ts'
import { h } from './dom.ts'
import { act, blockerList, section } from './parts.ts'

export const personText = (key: PersonKey, { locale, text, words }: Tongue): string => {
  const { name, actor }: { name: Readonly<Record<string, string>>; actor: Actor } = people[key]
  const duties = actor.duties.map((duty) => text('duty', duty))
  const more = actor.onBehalfOf ? [words.onBehalf] : duties
  return `${name[locale]}${more.length > 0 ? words.aside(more.join(words.and)) : ''}`
}

/** Through whose eyes the case is looked at, and who sends what is sent. */
export const personChooser = (state: State, tongue: Tongue) =>
  h(
    'div',
    { class: 'field' },
    h('label', { for: 'who' }, tongue.words.people),
    h(
      'select',
      { id: 'who', 'data-change': 'who' },
      roles.map((role) =>
        h(
          'optgroup',
          { label: tongue.text('role', role) },
          personKeys
            .filter((key) => people[key].actor.role === role)
            .map((key) => h('option', { value: key, selected: key === state.who }, personText(key, tongue))),
        ),
      ),
    ),
  )

const pick = ({ type, ref, isOverdue }: Option, { text, words }: Tongue, more: Record<string, string> = {}) =>
  h(
    'span',
    {},
    act('open-own', text('event', type), {
      ...{ class: 'small', 'data-type': type, 'data-key': `pick-${type}` },
      ...(ref !== undefined && { 'data-ref': ref }),
      ...more,
    }),
    isOverdue && h('span', { class: 'status todo' }, words.overdue),
  )

/** Who acts, what they may send now, and why they may not send the rest. */
export function peopleView(state: State, tongue: Tongue) {
  const { words } = tongue
  const options = optionsFor(momentOf(state), state.who)
  const can = options.filter(({ blockers }) => blockers.length === 0)
  const cannot = options.filter(({ blockers }) => blockers.length > 0)
  return section(
    'people',
    words.acts,
    h('h3', {}, words.canDo(can.length)),
    h(
      'div',
      { class: 'picks' },
      can.map((one) => pick(one, tongue)),
    ),
    cannot.length > 0 &&
      h(
        'details',
        { 'data-key': 'cannot' },
        h('summary', {}, words.cannotDo(cannot.length)),
        h(
          'ul',
          { class: 'turns' },
          cannot.map((one) =>
            h(
              'li',
              { 'data-key': `cannot-${one.type}` },
              h(
                'div',
                {},
                pick(one, tongue, { 'aria-disabled': 'true', 'aria-describedby': `why-${one.type}` }),
              ),
              h('div', { id: `why-${one.type}` }, blockerList(one.blockers, state.who, tongue, one.type)),
            ),
          ),
        ),
      ),
  )
}
