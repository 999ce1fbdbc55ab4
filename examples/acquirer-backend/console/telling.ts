import type { Blocker } from 'terminal-lifecycle/domain'
import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import type { Dispatch, Runtime } from 'terminal-lifecycle/runtime'
import { formatIssues, type LifecycleEvent } from 'terminal-lifecycle/schemas'
import { blockerLine } from './blockers.ts'
import { type Html, html } from './html.ts'
import { type Reader, say } from './reader.ts'
import { fill } from './words.ts'

/** What came of an act: recorded, refused with the reasons, or sent about something that has changed. */
export type Told =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'refused'; readonly blockers: readonly Blocker[] }
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'invalid'; readonly wrong: ReadonlyMap<string, string> }

/** Where in a form an issue belongs: `/act/amount` and `/amount/amount` are the field `amount`. */
const pathOf = (path: string): string =>
  path
    .replace(/^\/(?:event|act)(?=\/)/, '')
    .slice(1)
    .replaceAll('/', '.')

export const tell = async (
  runtime: Pick<Runtime, 'dispatch'>,
  reader: Reader,
  command: Omit<Dispatch, 'actor' | 'event'> & { readonly event: LifecycleEvent },
): Promise<Told> => {
  try {
    const answer = await runtime.dispatch({ ...command, actor: reader.person.actor })
    return answer.accepted ? { outcome: 'recorded' } : { outcome: 'refused', blockers: answer.blockers }
  } catch (error) {
    if (!isTerminalLifecycleError(error)) throw error
    if (error.code === 'VERSION_CONFLICT') return { outcome: 'changed' }
    if (error.code !== 'INVALID_INPUT') throw error
    // What is refused at the door may name a path and a code alone.
    const issues = error.issues.map((issue) => ({ params: {}, ...issue }))
    const said = formatIssues(issues as Parameters<typeof formatIssues>[0], reader.locale)
    return { outcome: 'invalid', wrong: new Map(said.map(({ path, message }) => [pathOf(path), message])) }
  }
}

/** Said above the page, and focused: what was recorded, or why nothing was. */
export const toldPart = (reader: Reader, told: Told, type: string): Html => {
  const { words } = reader
  if (told.outcome === 'recorded') return recordedPart(reader, type)
  if (told.outcome === 'changed')
    return html`<div class="summary" tabindex="-1" data-focus><h2>${words.notRecorded}</h2><p>${words.versionConflict}</p></div>`
  const reasons =
    told.outcome === 'refused'
      ? told.blockers.map((blocker) => html`<li>${blockerLine(reader, blocker)}</li>`)
      : [...told.wrong.values()].map((message) => html`<li>${message}</li>`)
  return html`<div class="summary" tabindex="-1" data-focus><h2>${words.refusedTitle}${words.with}${say(reader, 'event', type)}</h2><ul>${reasons}</ul><p>${words.notRecorded}</p></div>`
}

export const recordedPart = (reader: Reader, type: string): Html =>
  html`<div class="note done" tabindex="-1" data-focus role="status"><p>${fill(reader.words.recorded, { what: say(reader, 'event', type) })}</p></div>`
