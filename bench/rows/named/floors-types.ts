/**
 * Of what the type check of a program with the chart as an actor consists. `createActor` with any chart costs nearly what the whole
 * reference does, because that is the same call; a hundred events whose types are written out add nothing to it. Ours are written out by
 * the build (`scripts/write-types.ts`): read off their schemas by Zod they cost 0.36 in every program.
 */

import type { Row } from '../../compare.ts'
import { instantiations } from '../../instantiations.ts'

const stack = instantiations('stack')

const row = (program: string, name: string): Row => ({
  ...{
    name,
    reference: 'a chart of two states, one Zod object and ky.create, alone',
    unit: '× instantiations',
    budget: 1.3,
  },
  measure: () => instantiations(program) / stack,
})

export const rows: readonly Row[] = [
  row('actor', 'a chart of XState as an actor, a hundred events written out'),
  row('events', 'the events of this package, as they are published'),
  row('live', 'the program that is held to the budget'),
]
