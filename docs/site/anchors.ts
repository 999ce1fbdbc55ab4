/** The anchor that GitHub and the site give a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]+>/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')

/** All anchors of a page: its headings, numbered where one comes again, and what it names itself. */
export const anchorsOf = (markdown: string): ReadonlySet<string> => {
  const anchors = new Set<string>()
  const text = markdown.replaceAll(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[ \t]*$/gm, '')
  for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = anchorOf(heading)
    let found = anchor
    for (let count = 1; anchors.has(found); count += 1) found = `${anchor}-${count}`
    anchors.add(found)
  }
  for (const [, id = ''] of text.matchAll(/<[a-z]+ [^>]*?\b(?:id|name)="([^"]+)"/g)) anchors.add(id)
  return anchors
}
