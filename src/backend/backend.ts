import type { Actor } from '../domain/index.ts'
import { RefusedError } from '../errors/index.ts'
import { checkClosure, checkReinstatement, checkSuspension, requirements } from '../machine/index.ts'
import type { ReadEntry, SealedEntry } from '../runtime/index.ts'
import type { Implementation } from '../server/index.ts'
import { actsSide } from './acts.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { Desk } from './desk.ts'
import { documentsSide } from './documents/side.ts'
import type { Documents } from './documents.ts'
import { outcomesSide } from './outcomes.ts'
import type { Registered } from './registered.ts'
import { requestsSide } from './requests.ts'
import { caseOf, journalItemOf, summaryOf } from './views.ts'

export interface BackendOptions {
  /** The runtime's own business clock. */
  readonly clock: { now(): string }
  /** Where papers and their bytes live, filed forms among them; the same home is the runtime's `papers`. */
  readonly documents: Documents
  /** What the acquirer has on record of a merchant. @default nothing, so that nothing is compared */
  readonly registered?: Registered
}

const pageSize = 50
const journalPageSize = 200

/** Hidden holds stand in the journal with name and ground: it is for those who may see everything. */
const providerOnly = ({ role }: Actor): void => {
  if (role !== 'provider' && role !== 'system') throw new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' })
}

/** Entries come with their seals for those who may see everything. */
const isSealed = (entry: ReadEntry): entry is SealedEntry => entry.hash !== undefined

const entriesOf = async (journal: AsyncIterable<ReadEntry>): Promise<readonly SealedEntry[]> => {
  const entries: SealedEntry[] = []
  for await (const entry of journal) if (isSealed(entry)) entries.push(entry)
  return entries
}

/**
 * The portal side of the contract over a runtime: each write is one `dispatch` whose commandId is the idempotency
 * key, each read one question to the record, answered as the caller may see it.
 *
 * @example
 * const backend = createBackend(runtime, { clock, documents })
 * const handler = createAcquirerHandler(backend, { side: 'portal', authenticate })
 */
export const createBackend = (
  runtime: CaseRuntime,
  { clock, documents, registered = async () => undefined }: BackendOptions,
): Implementation<'portal'> => {
  const now = () => clock.now()
  const desk = new Desk(runtime, now)
  return {
    ...documentsSide(documents, now),
    ...requestsSide({ desk, documents, registered, now }),
    ...actsSide(desk),
    ...outcomesSide(desk, documents, now),
    getTerminal: async ({ lifecycleId }, { actor }) =>
      caseOf(await desk.record(lifecycleId, actor), actor, now()),
    findTerminals: async ({ cursor, ...query }, { actor }) => {
      const records = await runtime.find({ ...query, after: cursor, limit: pageSize }, { actor })
      const items = records.map(summaryOf)
      return { items, nextCursor: records.length < pageSize ? null : (records.at(-1)?.lifecycleId ?? null) }
    },
    getRequirements: async ({ lifecycleId }, { actor }) =>
      requirements(await desk.record(lifecycleId, actor), { at: now(), actor }),
    checkClosure: async ({ lifecycleId }, { actor }) =>
      checkClosure(await desk.record(lifecycleId, actor), { at: now(), actor }),
    checkReinstatement: async ({ lifecycleId }, { actor }) =>
      checkReinstatement(await desk.record(lifecycleId, actor), { at: now(), actor }),
    checkSuspension: async ({ lifecycleId }, { actor }) =>
      checkSuspension(await desk.record(lifecycleId, actor), { at: now(), actor }),
    getProcedure: async ({ lifecycleId, ...question }, { actor }) => {
      await desk.record(lifecycleId, actor)
      return runtime.procedure(lifecycleId, { ...question, actor, at: now() })
    },
    getJournal: async ({ lifecycleId, cursor }, { actor }) => {
      providerOnly(actor)
      await desk.record(lifecycleId, actor)
      const behind = cursor === undefined ? -1 : Number(cursor)
      const rest = await entriesOf(runtime.journal(lifecycleId, { actor, after: behind }))
      const items = rest.slice(0, journalPageSize).map(journalItemOf)
      return { items, nextCursor: rest.length > items.length ? String(items.at(-1)?.seq) : null }
    },
    exportDossier: async ({ lifecycleId }, { actor }) => {
      providerOnly(actor)
      const record = await desk.record(lifecycleId, actor)
      return {
        case: caseOf(record, actor, now()),
        documents: Object.values(record.context.documents),
        journal: (await entriesOf(runtime.journal(lifecycleId, { actor }))).map(journalItemOf),
      }
    },
  }
}
