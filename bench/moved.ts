import type { Figure } from './figure.ts'

/** A row that is not where it was. */
export interface Move {
  readonly name: string
  readonly before?: number
  readonly after?: number
  readonly unit: string
  /** `gone`: the row file was run and the row is no longer in it. */
  readonly kind: 'worse' | 'better' | 'new' | 'gone'
}

/** From here on a difference is more than noise. */
const share = 0.15

const keyOf = ({ rows, name }: Figure): string => `${rows}: ${name}`

/** What moved by more than 15 %. Only the row files that were run are compared. */
export const moved = (last: readonly Figure[], now: readonly Figure[]): readonly Move[] => {
  const ran = new Set(now.map(({ rows }) => rows))
  const before = new Map(last.filter(({ rows }) => ran.has(rows)).map((figure) => [keyOf(figure), figure]))
  const after = new Map(now.map((figure) => [keyOf(figure), figure]))
  const moves = [...after].flatMap(([key, { value, unit }]): readonly Move[] => {
    const was = before.get(key)
    const row = { name: key, after: value, unit }
    // A table keeps what was no number as null.
    if (was?.unit !== unit || !Number.isFinite(was.value)) return [{ ...row, kind: 'new' }]
    if (!Number.isFinite(value)) return [{ ...row, before: was.value, kind: 'worse' }]
    const difference = value - was.value
    if (Math.abs(difference) <= was.value * share) return []
    return [{ ...row, before: was.value, kind: difference > 0 ? 'worse' : 'better' }]
  })
  const gone = [...before]
    .filter(([key, { unit }]) => after.get(key)?.unit !== unit)
    .map(([key, { value, unit }]): Move => ({ name: key, before: value, unit, kind: 'gone' }))
  return [...moves, ...gone]
}

/** Row files that were run and of which the last table has no row. */
export const unknownFiles = (last: readonly Figure[], now: readonly Figure[]): readonly string[] => {
  const known = new Set(last.map(({ rows }) => rows))
  return [...new Set(now.map(({ rows }) => rows))].filter((rows) => !known.has(rows))
}
