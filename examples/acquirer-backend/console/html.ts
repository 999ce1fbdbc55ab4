import type { HtmlEscapedString } from 'hono/utils/html'

export { html, raw } from 'hono/html'

/** What `html` gives: text in which everything that came from elsewhere is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
