import { bundle } from '../../scripts/bundle.ts'
import type { Row } from '../compare.ts'

/** What somebody takes of the built package, and most that their bundle may grow by, in kB after gzip. */
const taken = [
  { names: ['ClosureRequest', 'parseForm'], room: 'schemas', budget: 7.5 },
  { names: ['MobileNumber'], room: 'schemas', budget: 2.5 },
  { names: ['isTerminalLifecycleError'], room: 'errors', budget: 1.2 },
  { names: ['createAcquirerClient'], room: 'client', budget: 24 },
  { names: ['terminalLifecycleMachine'], room: 'machine', budget: 30 },
  { names: ['step', 'explain', 'requirements'], room: 'machine', budget: 36 },
  { names: ['textFrom', 'textsEn'], room: 'domain', budget: 10 },
] as const

export const rows: readonly Row[] = taken.map(({ names, room, budget }) => ({
  ...{ name: names.join(', '), unit: 'kB gzip', budget },
  measure: async () =>
    (await bundle(`export { ${names.join(', ')} } from 'terminal-lifecycle/${room}'`)).gzip / 1_000,
}))
