/** Letters of names, and of what stands beside arrows, in pixels; and from one line to the next. */
export const [nameSize, labelSize, lineHeight] = [14, 12, 16] as const

/** Wide enough in every font: Han is as wide as it is high, Latin hardly more than half of that. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? size : size * 0.56), 0)

export const widestOf = (lines: readonly string[], size: number): number =>
  Math.ceil(Math.max(0, ...lines.map((text) => widthOf(text, size))))

/** Latin breaks between words, Han anywhere except before a mark that ends something. */
const pieces = /[\u2e80-\uffef][，。、：；）」』？！]*|[^\s\u2e80-\uffef]+\s*|\s+/g

/** The text in lines that fit. A single word that is too long stands alone. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}
