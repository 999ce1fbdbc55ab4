const text = (html: string): string => html.replaceAll(/<[^>]+>/g, '').trim()

const escaped = (words: string): string => words.replaceAll('"', '&quot;')

/** Each cell knows its column's heading: on phones a row is a list. */
const withLabels = (table: string): string => {
  const heads = [...table.matchAll(/<th\b[^>]*>([\s\S]*?)<\/th>/g)].map(([, head = '']) =>
    escaped(text(head)),
  )
  let column = 0
  return table.replaceAll(/<tr\b|<td\b/g, (tag) => {
    if (tag === '<tr') column = 0
    if (tag === '<tr') return tag
    column += 1
    return `<td data-label="${heads[column - 1] ?? ''}"`
  })
}

/** The name of a row that can be linked to is a heading: the search and screen readers lead to it. */
const withRowHeadings = (table: string): string =>
  table.replaceAll(
    /(<td\b[^>]*>)<a id="([^"]+)"><\/a>([\s\S]*?)<\/td>/g,
    (_, cell, id, name) => `${cell}<h2 class="row-name" id="${id}">${name}</h2></td>`,
  )

/** A list of codes in Chinese has no blanks: it may be broken after its commas. */
const withBreaks = (table: string): string => table.replaceAll('</code>、', '</code>、<wbr>')

/** A wide table scrolls in a frame that keys reach and that has a name: the heading above it. */
export const withTableFrames = (html: string): string => {
  let heading = ''
  let at = 0
  return html.replaceAll(
    /<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>|<table>[\s\S]*?<\/table>/g,
    (found, words: string | undefined) => {
      if (words !== undefined) {
        heading = text(words)
        at = 0
        return found
      }
      at += 1
      const name = `${escaped(heading)}${at > 1 ? ` ${at}` : ''}`
      return `<div class="table" role="region" tabindex="0" aria-label="${name}">${withBreaks(withRowHeadings(withLabels(found)))}</div>`
    },
  )
}
