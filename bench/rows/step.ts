import { transition } from 'xstate'
import { createLifecycle } from '../../src/machine/index.ts'
import { stamp } from '../../src/machine/step.ts'
import type { Row } from '../compare.ts'
import { golden } from '../golden.ts'

const { step, machine } = createLifecycle()
// XState is given each event as the chart takes it, and a snapshot that it need not make first.
const known = golden.map(({ record, command }) => ({
  snapshot: machine.resolveState({ value: record.value as never, context: record.context }),
  event: stamp(record, command),
}))

export const rows: readonly Row[] = [
  {
    name: 'step, all that the golden journals accepted',
    reference: 'transition() of XState, same machine and events',
    budget: 0.35,
    candidate: () => {
      for (const { record, command } of golden) step(record, command)
    },
    control: () => {
      for (const { snapshot, event } of known) transition(machine, snapshot, event as never)
    },
  },
]
