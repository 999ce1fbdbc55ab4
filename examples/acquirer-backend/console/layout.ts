import { fontsAddress } from '../fonts.ts'
import { type Html, html } from './html.ts'
import { joined, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

export interface Page {
  readonly title: string
  readonly body: Html | readonly Html[]
  /** Which entry of the menu it belongs to. */
  readonly place?: 'work' | 'failed' | 'keys' | undefined
  /** Of the case that is open: the script follows it. */
  readonly follow?: { readonly path: string; readonly version: number } | undefined
  /** What went wrong, said before the title too. */
  readonly failed?: boolean | undefined
}

const switches = ({ words, theme, path, locale }: Reader): Html => html`
  <form method="post" action="/console/settings" class="row switches">
    <input type="hidden" name="back" value="${path}">
    <button class="plain" name="language" value="${locale === 'en' ? 'zh-CN' : 'en'}" lang="${locale === 'en' ? 'zh-CN' : 'en'}">${words.otherLanguage}</button>
    <button class="plain" name="theme" value="${theme === 'dark' ? 'light' : 'dark'}">${theme === 'dark' ? words.themeLight : words.themeDark}</button>
  </form>`

const entry = (href: string, name: string, isHere: boolean): Html =>
  html`<a href="${href}"${isHere ? html` aria-current="page"` : ''}>${name}</a>`

const banner = (reader: Reader, place: Page['place']): Html => {
  const { words, person, locale } = reader
  const duties = joined(
    reader,
    person.actor.duties.map((duty) => say(reader, 'duty', duty)),
  )
  return html`
  <header class="top">
    <nav class="row" aria-label="${words.menu}">
      ${entry('/console', words.work, place === 'work')}
      ${entry('/console/failed', words.failed, place === 'failed')}
      ${entry('/console/keys', words.keys, place === 'keys')}
    </nav>
    <form class="search row" action="/console/find" role="search">
      <label for="search" class="hidden-text">${words.search}</label>
      <input id="search" name="number" placeholder="${words.search}" autocomplete="off" maxlength="40">
      <button>${words.find}</button>
    </form>
    <div class="row who">
      <span>${fill(words.you, { name: person.names[locale], duties })}</span>
      ${switches(reader)}
      <form method="post" action="/console/sign-out"><button class="plain">${words.signOut}</button></form>
    </div>
  </header>`
}

const shell = (
  { locale, theme, words }: Pick<Reader, 'locale' | 'theme' | 'words'>,
  { title, failed }: Pick<Page, 'title' | 'failed'>,
  inner: Html,
  attributes: Html | string = '',
): Html => html`<!doctype html>
<html lang="${locale}"${theme ? html` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${failed ? `${words.error}${words.with}` : ''}${title} · ${words.console}</title>
<link rel="stylesheet" href="/console/assets/console.css">
<script src="/console/assets/console.js" defer></script>
</head>
<body${fontsAddress ? html` data-fonts="${fontsAddress}"` : ''}${attributes}>
<a class="skip" href="#main">${words.skip}</a>
${inner}
</body>
</html>`

/** A whole page for somebody who is signed in. */
export const pageOf = (reader: Reader, page: Page): Html => {
  const { words, keys } = reader
  const { follow } = page
  return shell(
    reader,
    page,
    html`${banner(reader, page.place)}
<main id="main">
${page.body}
</main>
<p id="told" class="hidden-text" role="status"></p>`,
    html` data-keys="${keys ? 'on' : 'off'}"${follow ? html` data-follow="${follow.path}" data-version="${follow.version}" data-changed="${words.changedTo}"` : ''}`,
  )
}

/** A page for nobody in particular. */
export const plainPage = (
  reader: Pick<Reader, 'locale' | 'theme' | 'words' | 'path'>,
  title: string,
  body: Html,
): Html =>
  shell(reader, { title }, html`<main id="main" class="narrow">${body}${switches(reader as Reader)}</main>`)
