import { leaps } from '../app/acts.ts'
import { momentOf, type State, seenRecord } from '../app/state.ts'
import type { Tongue } from '../words/tongue.ts'
import { h } from './dom.ts'
import { act, section } from './parts.ts'

/** What time it is, which clocks run, and what follows when they have run. */
export function clockView(state: State, tongue: Tongue) {
  const { words, text, moment } = tongue
  const { now } = momentOf(state)
  const record = seenRecord(state)
  const running = Object.values(record.context.deadlines)
    .filter(({ status }) => status === 'running')
    .sort((one, other) => Date.parse(one.due) - Date.parse(other.due))
  return section(
    'clock',
    words.clock,
    h('p', {}, `${words.itIs} `, h('strong', {}, moment(now))),
    h(
      'div',
      { class: 'row' },
      leaps
        .filter((leap) => leap !== 'nextClock' || running.length > 0)
        .map((leap) => act('leap', words[leap], { class: 'small', 'data-leap': leap })),
    ),
    running.length === 0
      ? h('p', { class: 'muted' }, words.noClock)
      : h(
          'ul',
          {},
          running.map(({ id, name, due, enables }) =>
            h(
              'li',
              { 'data-key': `clock-${id}` },
              `${text('clock', name)}${words.colon}`,
              h('strong', {}, moment(due)),
              enables.length > 0 &&
                h(
                  'span',
                  { class: 'muted' },
                  ` ${words.enables} ${enables.map((type) => text('event', type)).join(words.and)}`,
                ),
            ),
          ),
        ),
  )
}
