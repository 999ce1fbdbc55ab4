import type { MockAcquirer, MockTerminalPatch } from 'terminal-lifecycle/testing'
import { acquirerId } from '../people.ts'

/** What the acquirer's systems know when the stories begin: money that was earned, and sales still on a device. */
const worlds: Readonly<Record<string, MockTerminalPatch>> = {
  '898584058130001:10230001': {
    unsettled: 238_500,
    devices: { '271-540-386': { batch: { count: 3, total: 41_200 } } },
  },
  '898584057320015:10230015': { unsettled: 52_300 },
  // the device gives nothing any more, the host knows of two sales
  '898584070110019:10230019': {
    devices: { '000150183300477': { hostTotals: { count: 2, total: 31_800 } } },
  },
}

export const seedWorld = (mock: MockAcquirer): void => {
  if (mock.snapshot().lines.some(({ kind }) => kind === 'terminal')) return
  for (const [terminal, world] of Object.entries(worlds)) mock.setTerminal(`${acquirerId}:${terminal}`, world)
}
