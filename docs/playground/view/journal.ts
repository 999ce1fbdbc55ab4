import type { Locale } from 'terminal-lifecycle/domain'
import { type JournalEntry, viewEntry } from 'terminal-lifecycle/machine'
import { momentOf, type State } from '../app/state.ts'
import type { Act } from '../case/acts.ts'
import { keyOf, people } from '../case/people.ts'
import type { Moment } from '../case/play.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { act as button, section } from './parts.ts'

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

/** What somebody at the page did. */
const actText = (
  act: Act | undefined,
  before: Moment | undefined,
  { words, text, moment }: Tongue,
): string => {
  if (act === undefined) return words.openedAs
  if ('event' in act) return text('event', act.event.type)
  if ('clock' in act) return words.passed(moment(act.clock))
  if ('systems' in act) return words.all
  const order = before?.record.context.orders[act.order]
  return `${order ? text('order', order.kind) : act.order}${words.colon}${words[act.end]}`
}

/** What an act added to the journal; of an act that is one event, the event again would say nothing. */
const entryRow = (entry: JournalEntry, tongue: Tongue): Children =>
  h(
    'li',
    {},
    whatOf(entry, tongue),
    h('span', { class: 'muted' }, ` ${entryText(entry, tongue)}`),
    issuesOf(entry, tongue),
  )

/** One act: what it was, who it was, and what the machine had to say to it. */
const actRow = (state: State, entries: readonly JournalEntry[], index: number, tongue: Tongue): Children => {
  const act = state.acts[index - 1]
  const [only] = act === undefined || 'event' in act ? entries : []
  return h(
    'li',
    { 'data-key': `act-${index}` },
    button('goto', `${index}. ${actText(act, state.moments[index - 1], tongue)}`, {
      ...{ class: 'plain', 'data-index': String(index) },
      ...(index === state.cursor && { 'aria-current': 'step' }),
    }),
    only
      ? [h('span', { class: 'muted' }, ` ${entryText(only, tongue)}`), issuesOf(only, tongue)]
      : entries.length > 0 &&
          h(
            'ul',
            {},
            entries.map((entry) => entryRow(entry, tongue)),
          ),
  )
}

/** What happened, newest first; each act leads to its moment, also to one that was undone. */
export function journalView(state: State, tongue: Tongue) {
  const { moments, who } = state
  const seen = viewEntry(momentOf(state).record, people[who].actor.role)
  const rows = moments.map((moment, index) => {
    const entries = moment.entries.flatMap((entry) => seen(entry) ?? [])
    // An act whose entry the reader may not see is nobody's business either.
    if (entries.length === 0 && moment.entries.length > 0) return null
    return actRow(state, entries, index, tongue)
  })
  return section('journal', tongue.words.journal, h('ul', { class: 'journal' }, rows.reverse()))
}
