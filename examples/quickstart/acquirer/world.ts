import type { MockAcquirer } from 'terminal-lifecycle/testing'
import { acquirerId } from '../people.ts'

/** The terminal of the walk-through, as the first line of the portfolio names it. */
const terminalRef = `${acquirerId}:898584058130001:10230001`

/** What the acquirer's systems know when the story begins: money that was earned, and three sales still on the device. */
export const seedWorld = (mock: MockAcquirer): void => {
  if (mock.snapshot().lines.some(({ kind }) => kind === 'terminal')) return
  mock.setTerminal(terminalRef, {
    unsettled: 238_500,
    devices: { '271-540-386': { batch: { count: 3, total: 41_200 } } },
  })
}
