import { type Html, html } from './html.ts'
import type { Reader } from './reader.ts'

export const idOf = (path: string): string => `f-${path.replaceAll('.', '-')}`

interface WrongField {
  readonly label: string
  readonly message: string
  /** Where it stands on the page; left out where it stands nowhere. */
  readonly path?: string | undefined
}

/** All that is wrong at once, each leading to its field, in the order of the page. */
export const errorSummary = ({ words }: Reader, wrong: readonly WrongField[]): Html => {
  if (wrong.length === 0) return html``
  const line = ({ label, message, path }: WrongField): Html =>
    html`<li>${path === undefined ? label : html`<a href="#${idOf(path)}">${label}</a>`}${words.with}${message}</li>`
  return html`<div class="summary" tabindex="-1" data-focus role="alert"><h2>${words.problem}</h2><ul>${wrong.map(line)}</ul></div>`
}

/** The same words at the field. */
export const errorAt = ({ words }: Reader, path: string, wrong: ReadonlyMap<string, string>): Html => {
  const message = wrong.get(path)
  return message === undefined
    ? html``
    : html`<p class="error" id="${idOf(path)}-error"><span class="hidden-text">${words.error}${words.with}</span>${message}</p>`
}

/** What stands beside a control, by the names that a reader program follows. */
export const describedBy = (path: string, hasHint: boolean, isWrong: boolean): Html => {
  const id = idOf(path)
  const ids = [hasHint && `${id}-hint`, isWrong && `${id}-error`].filter(Boolean).join(' ')
  return html`${ids ? html` aria-describedby="${ids}"` : ''}${isWrong ? html` aria-invalid="true"` : ''}`
}
