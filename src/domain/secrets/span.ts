/** A part of a text, as `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}
