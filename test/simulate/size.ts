import { Chance } from './engine/chance.ts'

/** How much happens in one seed. */
export interface Size {
  /** Acts of people at most. */
  readonly acts: number
  /** How long people act, in days. */
  readonly days: number
}

/** Most seeds are short: what goes wrong shows early, and many of them go more ways than one that is long. */
export const sizeOf = (seed: number, acts: number | undefined): Size => {
  const chance = new Chance(seed)
  if (acts !== undefined) return { acts, days: 40 + acts }
  const isLong = chance.happens('is long', 0.12)
  return isLong
    ? { acts: 60 + chance.below('acts', 90), days: 400 }
    : { acts: 4 + chance.below('acts', 12), days: 50 }
}
