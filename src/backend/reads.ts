import type { CaseView } from '../contract/index.ts'
import type { Actor } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import type { Implementation } from '../server/index.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { dossierOf } from './dossier.ts'
import { found, notFound } from './not-found.ts'
import type { MarkPurged } from './purged-marks.ts'
import { caseOf, summaryOf } from './views/case.ts'
import { journalPage } from './views/journal.ts'
import type { DescribeNotice } from './views/notices.ts'

/** Everything that a portal asks: each is one question to the runtime, put by whoever asks, and answered as they may see it. */
type Reads = Pick<
  Implementation<'portal'>,
  | 'getTerminal'
  | 'findTerminals'
  | 'getRequirements'
  | 'checkClosure'
  | 'checkReinstatement'
  | 'checkSuspension'
  | 'getProcedure'
  | 'getJournal'
  | 'exportDossier'
>

const pageSize = 50

/** @throws RefusedError NOT_FOUND, also for what the actor may not see. */
const recordFor = async (
  runtime: Pick<CaseRuntime, 'get'>,
  lifecycleId: string,
  actor: Actor,
): Promise<LifecycleRecord> => (await runtime.get(lifecycleId, { actor })) ?? notFound()

/** @throws RefusedError NOT_FOUND, also for what the actor may not see. */
const caseFor = async (
  runtime: Pick<CaseRuntime, 'overview'>,
  lifecycleId: string,
  actor: Actor,
): Promise<CaseView> => caseOf((await runtime.overview(lifecycleId, { actor })) ?? notFound())

export const readsSide = (
  runtime: CaseRuntime,
  describeNotice: DescribeNotice | undefined,
  markPurged: MarkPurged,
): Reads => ({
  getTerminal: ({ lifecycleId }, { actor }) => caseFor(runtime, lifecycleId, actor),
  findTerminals: async ({ cursor, limit = pageSize, ...query }, { actor }) => {
    const records = await runtime.find({ ...query, after: cursor, limit: limit + 1 }, { actor })
    const items = records.slice(0, limit).map(summaryOf)
    return { items, nextCursor: records.length > limit ? (items.at(-1)?.lifecycleId ?? null) : null }
  },
  getRequirements: ({ lifecycleId }, { actor }) => found(runtime.requirements(lifecycleId, { actor })),
  checkClosure: ({ lifecycleId }, { actor }) => found(runtime.checkClosure(lifecycleId, { actor })),
  checkReinstatement: ({ lifecycleId }, { actor }) =>
    found(runtime.checkReinstatement(lifecycleId, { actor })),
  checkSuspension: ({ lifecycleId }, { actor }) => found(runtime.checkSuspension(lifecycleId, { actor })),
  getProcedure: ({ lifecycleId, ...question }, { actor }) =>
    found(runtime.procedure(lifecycleId, { ...question, actor })),
  getJournal: async (input, { actor }) => {
    await recordFor(runtime, input.lifecycleId, actor)
    return journalPage(runtime, input, actor)
  },
  exportDossier: ({ lifecycleId }, { actor }) =>
    dossierOf(runtime, lifecycleId, { actor, describeNotice, markPurged }),
})
