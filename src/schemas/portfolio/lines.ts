/** One line of a file, without its line end. `text` is null where it was too long to be kept. */
export interface TextLine {
  /** Counted from 1. */
  readonly number: number
  readonly text: string | null
}

/** Longest line that is kept, in characters. */
export const longestLine = 64_000

/** Lines of a text in chunks; LF ends one, a CR before it stays. Memory is bounded by the chunk and `longestLine`. */
export function* linesOf(texts: Iterable<string>): Generator<TextLine> {
  let number = 1
  let rest = ''
  let tooLong = false
  const take = (piece: string) => {
    tooLong ||= rest.length + piece.length > longestLine
    rest = tooLong ? '' : rest + piece
  }
  for (const chunk of texts) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, end))
      yield { number, text: tooLong ? null : rest }
      number += 1
      rest = ''
      tooLong = false
      from = end + 1
    }
    take(chunk.slice(from))
  }
  if (rest !== '' || tooLong) yield { number, text: tooLong ? null : rest }
}
