/**
 * Of what the type check of a program with the chart as an actor consists. `createActor` with any chart costs nearly what the whole
 * reference does, because that is the same call; a hundred events whose types are written out add nothing to it. The rest is Zod, which
 * reads the type of each event off its schema anew in every program: only types that are written out where they are published save that.
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
  row('events', 'the events of this package, read off their schemas by Zod'),
  row('live', 'the program that is held to the budget'),
]
