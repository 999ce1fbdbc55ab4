import type { DossierView } from '../contract/index.ts'
import type { Actor } from '../domain/index.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { notFound } from './not-found.ts'
import type { MarkPurged } from './purged-marks.ts'
import { caseOf } from './views/case.ts'
import { journalPage } from './views/journal.ts'
import * as lists from './views/lists.ts'
import { settlementOf } from './views/money.ts'
import { type DescribeNotice, noticesPage } from './views/notices.ts'
import { statusOf } from './views/status.ts'

interface DossierParts {
  actor: Actor
  describeNotice: DescribeNotice | undefined
  markPurged: MarkPurged
}

/**
 * Everything that its reader may know of a case, each list with its first page.
 *
 * @throws RefusedError NOT_FOUND.
 */
export const dossierOf = async (
  runtime: CaseRuntime,
  lifecycleId: string,
  { actor, describeNotice, markPurged }: DossierParts,
): Promise<DossierView> => {
  const overview = (await runtime.overview(lifecycleId, { actor })) ?? notFound()
  const { record } = overview
  return {
    case: caseOf(overview),
    status: statusOf(record),
    holds: lists.holdsPage(record),
    devices: lists.devicesPage(record),
    transactions: lists.transactionsPage('all')(record),
    settlement: settlementOf(record),
    charges: lists.chargesPage(record),
    deposits: lists.depositsPage(record),
    disputes: lists.disputesPage(record),
    obligations: lists.obligationsPage(record),
    notices: await noticesPage(runtime, record, { actor, describeNotice }),
    notes: lists.notesPage(record),
    followUps: lists.followUpsPage(record),
    requests: lists.requestsPage(record),
    documents: await markPurged(lists.documentsPage(record)),
    journal: await journalPage(runtime, { lifecycleId }, actor),
  }
}
