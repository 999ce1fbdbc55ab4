import type { Locale } from 'terminal-lifecycle/domain'
import { type JournalEntry, viewEntry } from 'terminal-lifecycle/machine'
import { momentOf, type State } from '../app/state.ts'
import { keyOf, people } from '../case/people.ts'
import type { Moment } from '../case/play.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { act, section } from './parts.ts'

const whatOf = ({ cause }: JournalEntry, { text, words }: Tongue): string => {
  if ('opened' in cause) return words.openedAs
  if ('timer' in cause) return `${words.timer}${words.colon}${text('clock', cause.timer.split(':')[0] ?? '')}`
  return 'migrated' in cause ? '' : text('event', cause.type)
}

const nameOf = ({ actor }: JournalEntry, locale: Locale): string => {
  const key = keyOf(actor)
  return key ? people[key].name[locale] : actor.personId
}

const entryText = (entry: JournalEntry, { moment, locale }: Tongue): string =>
  `${moment(entry.at)} · ${nameOf(entry, locale)}`

const issuesOf = (entry: JournalEntry, { text, words }: Tongue): Children =>
  entry.issues.map(({ code }) =>
    h('p', {}, h('span', { class: 'status todo' }, words.issue), ' ', text('blocker', code)),
  )

/** One act: what it was, who it was, and what the machine had to say to it. */
const actRow = (
  moment: Moment,
  entries: readonly JournalEntry[],
  index: number,
  isNow: boolean,
  tongue: Tongue,
): Children => {
  const [first, ...others] = entries
  const what = first ? whatOf(first, tongue) : tongue.words.passed(tongue.moment(moment.now))
  return h(
    'li',
    { 'data-key': `act-${index}` },
    act('goto', `${index}. ${what}`, {
      ...{ class: 'plain', 'data-index': String(index) },
      ...(isNow && { 'aria-current': 'step' }),
    }),
    first && h('span', { class: 'muted' }, ` ${entryText(first, tongue)}`),
    first && issuesOf(first, tongue),
    others.length > 0 &&
      h(
        'ul',
        {},
        others.map((entry) =>
          h(
            'li',
            {},
            whatOf(entry, tongue),
            h('span', { class: 'muted' }, ` ${entryText(entry, tongue)}`),
            issuesOf(entry, tongue),
          ),
        ),
      ),
  )
}

/** What happened, newest first; each act leads to its moment, also to one that was undone. */
export function journalView(state: State, tongue: Tongue) {
  const { cursor, moments, who } = state
  const seen = viewEntry(momentOf(state).record, people[who].actor.role)
  const rows = moments.map((moment, index) => {
    const entries = moment.entries.flatMap((entry) => seen(entry) ?? [])
    return actRow(moment, entries, index, index === cursor, tongue)
  })
  return section('journal', tongue.words.journal, h('ul', { class: 'journal' }, rows.reverse()))
}
