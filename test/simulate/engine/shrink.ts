import type { Outcome } from '../seed.ts'
import type { Plan } from '../system/world.ts'

/** What was left after everything was taken away without which the seed fails all the same. */
interface Shrunk {
  readonly outcome: Outcome
  readonly only: readonly string[]
  readonly dropped: readonly string[]
  readonly tries: number
}

type Play = (plan: Plan) => Promise<Outcome>

/** Halves, then quarters and so on: each part is taken away for good where the seed fails without it. */
const withoutNeedless = async (
  items: readonly string[],
  stillFails: (left: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> => {
  let left = items
  for (let size = Math.ceil(left.length / 2); left.length > 0; size = Math.ceil(size / 2)) {
    for (let place = 0; place < left.length; ) {
      const without = [...left.slice(0, place), ...left.slice(place + size)]
      if (await stillFails(without)) left = without
      else place += size
    }
    if (size === 1) break
  }
  return left
}

/**
 * Takes faults and acts away as long as the same property breaks. Chance comes in streams of their own, so that what is left happens
 * as it did.
 */
export async function shrink(first: Outcome, play: Play, mostTries = 120): Promise<Shrunk> {
  const property = first.broken[0]?.property
  let outcome = first
  let only: readonly string[] = [...new Set(first.strikes)]
  let dropped: readonly string[] = []
  let tries = 0
  const fails = async (plan: { only: readonly string[]; dropped: readonly string[] }): Promise<boolean> => {
    if (tries >= mostTries) return false
    tries += 1
    const tried = await play({ only: new Set(plan.only), drop: new Set(plan.dropped) })
    const isSame = tried.broken.some((one) => one.property === property)
    if (isSame) outcome = tried
    return isSame
  }
  // A seed that does not fail again under its own faults cannot be made smaller.
  if (!(await fails({ only, dropped }))) return { outcome, only, dropped, tries }
  only = await withoutNeedless(only, (left) => fails({ only: left, dropped }))
  const acts = [...new Set(first.acts)]
  const needed = await withoutNeedless(acts, (left) =>
    fails({ only, dropped: acts.filter((act) => !left.includes(act)) }),
  )
  dropped = acts.filter((act) => !needed.includes(act))
  only = await withoutNeedless(only, (left) => fails({ only: left, dropped }))
  return { outcome, only, dropped, tries }
}
