import { writeFileSync } from 'node:fs'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { canonicalJson } from '../../src/schemas/index.ts'
import { silentServices } from '../support/world.ts'
import { pictureOf } from './restoring.ts'

/**
 * What became of stored bytes that were damaged: `refused` with an error of ours; `same`, it hit nothing that anybody reads of
 * a record, its journal, its work; `found` by an audit; `unnoticed`, which must not be; `untyped`, an error that is not ours.
 */
export type Outcome = 'refused' | 'same' | 'found' | 'unnoticed' | 'untyped'

const given = process.env.FLIPS

/**
 * So many places are damaged, one after the other: `FLIPS=10000 npx vitest run --project slow test/runtime/sqlite-flips.slow.test.ts`.
 * A folder for temporary files that is kept in memory (`TMPDIR`) makes it ten times as fast.
 */
export const flipsOr = (usual: number): number => Number(given ?? usual)

/** Counts how each ended. Where somebody said how many there are to be, what became of them is kept for the score card. */
export const counting = () => {
  const sum: Record<Outcome, number> = { refused: 0, same: 0, found: 0, unnoticed: 0, untyped: 0 }
  return {
    add: (outcome: Outcome) => {
      sum[outcome] += 1
    },
    keep: () => {
      const file = new URL('../../proof/flips.json', import.meta.url)
      if (given !== undefined) writeFileSync(file, `${JSON.stringify(sum, null, 2)}\n`)
    },
  }
}

/** All that is stored of records, journals and work, in one spelling. */
export const spelled = async (store: Store): Promise<string> => canonicalJson(await pictureOf(store))

/** Opens what was damaged, reads all of it, and lets an audit look at what reads otherwise than before. */
export async function outcomeOf(open: () => Store, before: string): Promise<Outcome> {
  let store: Store | undefined
  try {
    store = open()
    if ((await spelled(store)) === before) return 'same'
    const clock = { now: () => '2026-03-02T09:00:00+08:00' }
    const runtime = createRuntime({ store, services: silentServices, clock })
    const findings = [...(await runtime.audit()), ...(await runtime.auditChanges(null)).findings]
    return findings.length > 0 ? 'found' : 'unnoticed'
  } catch (error) {
    return isTerminalLifecycleError(error) ? 'refused' : 'untyped'
  } finally {
    await store?.close().catch(() => undefined)
  }
}
