/** Where a piece stands in the whole, in bytes. */
export interface PieceRange {
  readonly from: number
  readonly total: number
}

/** `Content-Range` (RFC 9110) of a piece. @example contentRange({ from: 0, total: 9 }, 3) // 'bytes 0-2/9' */
export const contentRange = ({ from, total }: PieceRange, length: number): string =>
  `bytes ${from}-${from + length - 1}/${total}`

/** Reads such a header; nothing: it is none, or contradicts itself. */
export const readContentRange = (header: string): (PieceRange & { readonly length: number }) | undefined => {
  const [, ...digits] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header) ?? []
  const [from = 0, to = 0, total = 0] = digits.map(Number)
  return digits.length === 3 && from <= to && to < total ? { from, total, length: to - from + 1 } : undefined
}
