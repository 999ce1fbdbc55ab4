import { p1 } from '../support/people.ts'
import type { Acts } from './life.ts'

/** A pause for work on the system, by the provider. */
export const held: Acts = [[p1, { type: 'hold.placed', holdId: 'work', code: 'SYSTEM_MAINTENANCE' }]]

/** The work is done, and the device does what it did before. */
export const tested = (serial: string): Acts => [
  [p1, { type: 'hold.lifted', holdId: 'work' }],
  [
    p1,
    {
      type: 'test.passed',
      ...{ serial, kind: 'full' },
      checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
        ...{ name, passed: true },
      })),
    },
  ],
]
