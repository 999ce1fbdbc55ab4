import { type Chart, type Place, placesIn, type Way } from './chart.ts'
import type { DiagramPart } from './drawing.ts'

/** What of the chart a diagram shows. */
export interface Shown {
  readonly roots: readonly Place[]
  /** States outside, from or to which something leads. */
  readonly elsewhere: readonly Place[]
  readonly ways: readonly Way[]
}

const rootOf = { live: 'live', closing: 'closing', clearing: 'closing.clearing' } as const

export function shownOf({ whole, ways }: Chart, part: DiagramPart): Shown {
  if (part === 'whole') return { roots: whole.inner, elsewhere: [], ways }
  const all = placesIn(whole)
  const roots = all.filter(({ path }) => path === rootOf[part])
  const own = new Set(roots.flatMap(placesIn).map(({ path }) => path))
  const isOwn = (path: string) => own.has(path)
  // the obligations alone: what leads out of all seven together is told of the closure
  const touching = ways.filter(({ from, to }) =>
    part === 'clearing' ? isOwn(from) && isOwn(to) : isOwn(from) || isOwn(to),
  )
  const ends = new Set(touching.flatMap(({ from, to }) => [from, to]))
  return { roots, elsewhere: all.filter(({ path }) => ends.has(path) && !isOwn(path)), ways: touching }
}

/** From a group to one of its own states: it leads there from any of them. */
export const isFromAny = ({ from, to }: Pick<Way, 'from' | 'to'>): boolean => to.startsWith(`${from}.`)
