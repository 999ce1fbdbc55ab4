import type { Row } from '../compare.ts'
import { instantiations } from '../instantiations.ts'

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
  row('back-end', 'type check of a program with . and ./runtime'),
  row('live', 'the same, with the chart as an actor of XState'),
]
