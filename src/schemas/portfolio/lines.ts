/** One line of a file, without its line end. `text` is null where it was too long to be kept. */
export interface TextLine {
  /** Counted from 1. */
  readonly number: number
  readonly text: string | null
}

/** Longest line that is kept, in characters. */
export const longestLine = 64_000

/** Bytes as UTF-8, however the chunks cut them; what is not UTF-8 becomes U+FFFD. A byte order mark is dropped. */
async function* decoded(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let first = true
  for await (const chunk of source) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (text === '') continue
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text
    first = false
  }
  yield decoder.decode()
}

/** Lines of a text in chunks; LF ends one, a CR before it stays. Memory is bounded by the chunk and `longestLine`. */
export async function* linesOf(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<TextLine> {
  let number = 1
  let rest = ''
  let tooLong = false
  const take = (piece: string) => {
    tooLong ||= rest.length + piece.length > longestLine
    rest = tooLong ? '' : rest + piece
  }
  for await (const chunk of decoded(source)) {
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
