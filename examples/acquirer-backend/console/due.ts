import type { Instant } from 'terminal-lifecycle/domain'
import { type Html, html } from './html.ts'
import { day, moment, type Reader } from './reader.ts'
import { fill } from './words.ts'

const hour = 3_600_000

/** When something is due, and how late it is: a word, a shape and a colour. */
export const dueOf = (reader: Reader, due: Instant | null): Html => {
  const { words, now } = reader
  if (due === null) return html`<span class="muted">${words.noDue}</span>`
  const late = Date.parse(now) - Date.parse(due)
  if (late >= 0) {
    const days = Math.floor(late / (24 * hour))
    const said =
      days > 0 ? fill(words.lateDays, { days }) : fill(words.lateHours, { hours: Math.ceil(late / hour) })
    return html`<span class="status todo" title="${moment(reader, due)}">${said}</span>`
  }
  return html`<time datetime="${due}">${day(reader, due)}</time>`
}
