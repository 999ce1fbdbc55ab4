/** What is read off a page's source, which has no front matter: it is also read on GitHub and in the package. */
const titleLine = /^# (.+)\n/m

const plain = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\\([_*[\]<>|])/g, '$1')

/** The words of the first heading. */
export const titleOf = (source: string): string => {
  const [, title] = titleLine.exec(source) ?? []
  if (!title) throw new Error(`No title in ${source.slice(0, 80)}`)
  return plain(title.trim())
}

export const withoutTitle = (source: string): string => source.replace(titleLine, '').trimStart()

/** Lines of a paragraph are joined: with a blank, but not between two Chinese characters, where it would be seen. */
export const joinLines = (text: string): string =>
  text.replaceAll(/([^\n])\n(?=[^\n])/g, (_, before: string, at: number) => {
    const after = text[at + 2] ?? ''
    return /[⺀-鿿＀-￯。，、；：（）“”]/.test(before) && /[⺀-鿿＀-￯。，、；：（）“”]/.test(after)
      ? before
      : `${before} `
  })

/** The first paragraph, as far as a search engine shows it, cut at the end of a sentence where one is near. */
export const descriptionOf = (source: string): string => {
  const paragraph = withoutTitle(source)
    .split(/\n{2,}/)
    .find((block) => /^[^#|<>`!\-*\d\s]|^`[^`]/.test(block))
  const text = plain(joinLines(paragraph ?? '')).trim()
  if (text.length <= 200) return text
  const cut = text.slice(0, 200)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('。'))
  return end > 60
    ? cut.slice(0, end + 1)
    : `${cut.slice(0, cut.lastIndexOf(' ') > 60 ? cut.lastIndexOf(' ') : 199)}…`
}

/** A short name for the sidebar: what stands before the colon. */
export const labelOf = (title: string): string => title.split(/: |：/)[0] ?? title

/** Runs over the text outside of fenced code, where nothing is a link or a heading. */
export const outsideCode = (markdown: string, change: (text: string) => string): string =>
  markdown
    .split(/(^ {0,3}(?:`{3,}|~{3,})[\s\S]*?^ {0,3}(?:`{3,}|~{3,})[ \t]*$)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
