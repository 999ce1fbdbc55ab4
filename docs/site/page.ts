import type { Locale } from './languages.ts'

/** One page in one language, before its links are known to lead anywhere. */
export interface Page {
  /** Its path in the site without language and without slashes at either end, as in `guides/client`. */
  readonly path: string
  readonly locale: Locale
  readonly title: string
  /** What the sidebar calls it. */
  readonly label: string
  readonly description: string
  /** Markdown without title. */
  readonly body: string
  /** The file that it comes from, from the root of the repository: its links are relative to that. */
  readonly source: string
}
