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

/** So many places are damaged, one after the other: `FLIPS=10000 npx vitest run --project slow test/runtime/sqlite-flips.slow.test.ts`. */
export const flipsOr = (usual: number): number => Number(process.env.FLIPS ?? usual)

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
