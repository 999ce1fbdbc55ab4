import { mostEnded } from '../../domain/index.ts'
import type { Leaves } from './kit.ts'

/** What was told late and nobody has to see to any more, but for the newest. */
export const tail: Leaves<'tail'> = ({ tail: all }) => {
  const seenTo = all.filter(({ open }) => !open)
  if (seenTo.length <= mostEnded) return all
  const left = new Set(seenTo.slice(0, -mostEnded))
  return all.filter((item) => !left.has(item))
}

/** What contradicted the record when it was told: people read the newest, and the journal has all of it. */
export const issues: Leaves<'issues'> = ({ issues: all }) =>
  all.length <= mostEnded ? all : all.slice(-mostEnded)
