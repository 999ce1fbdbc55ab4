import type { LedgerLine } from './ledger.ts'
import { apply } from './systems.ts'
import { emptyWorld, type MockWorld, patchTerminal } from './world.ts'

const replay = (world: MockWorld, line: LedgerLine): void => {
  if (line.kind === 'terminal') patchTerminal(world, line.terminalRef, line.patch)
  if (line.kind !== 'result' || !line.carriedOut) return
  const { operation, input, did = input, at, result } = line
  apply(world, operation, did, { at, reference: result.reference })
}

/** The world that these lines have made. */
export const worldOf = (lines: readonly LedgerLine[]): MockWorld => {
  const world = emptyWorld()
  for (const line of lines) replay(world, line)
  return world
}
