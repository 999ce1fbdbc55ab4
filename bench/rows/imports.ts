import type { Row } from '../compare.ts'
import { imported, inOneFile, stack } from '../imported.ts'

export const rows: readonly Row[] = [
  {
    name: 'cold import of .',
    reference: 'xstate and zod in one file',
    budget: 1.2,
    candidate: imported('terminal-lifecycle'),
    control: imported(inOneFile('stack', stack)),
  },
  {
    name: 'cold import of ./machine',
    reference: 'xstate alone',
    budget: 2,
    candidate: imported('terminal-lifecycle/machine'),
    control: imported('xstate'),
  },
]
