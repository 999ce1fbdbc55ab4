import type { LifecycleRecord } from '../machine/index.ts'
import type { Implementation, RequestContext } from '../server/index.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { notFound } from './not-found.ts'
import type { MarkPurged } from './purged-marks.ts'
import * as lists from './views/lists.ts'
import { depositsOf, settlementOf } from './views/money.ts'
import { type DescribeNotice, noticesPage } from './views/notices.ts'
import { statusOf } from './views/status.ts'

/** What the record lists, each thing in its own words. */
type Ledgers = Pick<
  Implementation<'portal'>,
  | 'getTerminalStatus'
  | 'getHolds'
  | 'getDevices'
  | 'getTransactions'
  | 'getSettlement'
  | 'getCharges'
  | 'getDeposits'
  | 'getDeposit'
  | 'getDisputes'
  | 'getObligations'
  | 'getDocuments'
  | 'getNotices'
  | 'getNotes'
  | 'getFollowUps'
  | 'getRequests'
>

interface Asked {
  readonly lifecycleId: string
  readonly cursor?: string | undefined
}

export const ledgersSide = (
  runtime: CaseRuntime,
  describeNotice: DescribeNotice | undefined,
  markPurged: MarkPurged,
): Ledgers => {
  /** As its reader may see it. @throws RefusedError NOT_FOUND. */
  const recordFor = async ({ lifecycleId }: Asked, { actor }: RequestContext): Promise<LifecycleRecord> =>
    (await runtime.get(lifecycleId, { actor })) ?? notFound()
  const answered =
    <View>(viewOf: (record: LifecycleRecord, cursor: string | undefined) => View) =>
    async (input: Asked, context: RequestContext): Promise<View> =>
      viewOf(await recordFor(input, context), input.cursor)

  return {
    getTerminalStatus: answered(statusOf),
    getHolds: answered(lists.holdsPage),
    getDevices: answered(lists.devicesPage),
    getTransactions: ({ state, ...input }, context) =>
      answered(lists.transactionsPage(state))(input, context),
    getSettlement: answered(settlementOf),
    getCharges: answered(lists.chargesPage),
    getDeposits: answered(lists.depositsPage),
    getDeposit: async ({ depositId, ...input }, context) => {
      const deposits = depositsOf(await recordFor(input, context))
      return deposits.find((deposit) => deposit.depositId === depositId) ?? notFound()
    },
    getDisputes: answered(lists.disputesPage),
    getObligations: answered(lists.obligationsPage),
    getDocuments: async (input, context) =>
      markPurged(lists.documentsPage(await recordFor(input, context), input.cursor)),
    getNotices: async (input, context) =>
      noticesPage(runtime, await recordFor(input, context), { ...input, ...context, describeNotice }),
    getNotes: answered(lists.notesPage),
    getFollowUps: answered(lists.followUpsPage),
    getRequests: answered(lists.requestsPage),
  }
}
