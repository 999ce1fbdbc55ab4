import { type Actor, type Locale, textOf } from 'terminal-lifecycle/domain'
import type { JournalEntry, LifecycleRecord } from 'terminal-lifecycle/machine'
import { host, nameOf, people } from '../people.ts'
import { entryText } from './entry-detail.ts'
import { momentText } from './moment.ts'
import type { Meaning, Paint } from './style.ts'
import { padEnd, widthOf, wrap } from './width.ts'

/** At the provider what somebody is there for says more than the word "provider". */
const partOf = ({ role, duties }: Actor, locale: Locale): string => {
  const [duty] = duties
  return duty === undefined ? textOf('role', role, locale) : textOf('duty', duty, locale)
}

const meanings: Readonly<Partial<Record<Actor['role'], Meaning>>> = { merchant: 'waiting', system: 'quiet' }

/**
 * Lines of a timeline with columns as wide as the people of the story need.
 *
 * @param columns Longer texts go on below themselves.
 */
export const timelineIn = (locale: Locale, paint: Paint, columns = Number.POSITIVE_INFINITY) => {
  const everybody = [host, ...Object.values(people).map(({ actor }) => actor)]
  const widest = (text: (actor: Actor) => string) =>
    Math.max(...everybody.map((actor) => widthOf(text(actor))))
  const partWidth = widest((actor) => partOf(actor, locale))
  const nameWidth = widest(({ personId }) => nameOf(personId, locale) ?? '')
  const momentWidth = 16

  const below = (text: string, indent: number, meaning: Meaning | undefined): string =>
    wrap(text, columns - indent)
      .map((line) => (meaning ? paint(meaning, line) : line))
      .join(`\n${' '.repeat(indent)}`)

  const line = (at: string, by: Actor, text: string, meaning?: Meaning): string => {
    const who = [
      padEnd(partOf(by, locale), partWidth),
      padEnd(nameOf(by.personId, locale) ?? '', nameWidth),
    ].join('  ')
    const whose = meanings[by.role]
    const start = `  ${paint('quiet', momentText(at))}  ${whose ? paint(whose, who) : who}  `
    return start + below(text, widthOf(start), meaning)
  }
  return {
    line,
    /** What concerns everybody. */
    remark: (at: string, text: string): string =>
      `  ${paint('quiet', momentText(at))}  ${below(text, momentWidth + 4, 'waiting')}`,
    entry: (entry: JournalEntry, record: LifecycleRecord): string =>
      line(
        entry.at,
        entry.actor,
        entryText(entry, record, locale),
        entry.actor.role === 'system' ? 'quiet' : undefined,
      ),
  }
}
