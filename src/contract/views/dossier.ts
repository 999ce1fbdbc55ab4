import * as z from 'zod'
import { CaseView } from './case.ts'
import { SettlementView } from './money.ts'
import {
  ChargePage,
  DepositPage,
  DevicePage,
  DisputePage,
  DocumentPage,
  FollowUpPage,
  HoldPage,
  JournalPage,
  NotePage,
  NoticePage,
  ObligationPage,
  RequestPage,
  TransactionPage,
} from './page.ts'
import { TerminalStatusView } from './terminal-status.ts'

/**
 * Everything that the caller may know of a case, for the files. What is longer than a page goes on with `nextCursor` of its
 * list: documents with getDocuments, the journal with getJournal, and so on; transactions with the state `all`.
 */
export const DossierView = z.object({
  case: CaseView,
  status: TerminalStatusView,
  holds: HoldPage,
  devices: DevicePage,
  transactions: TransactionPage,
  settlement: SettlementView,
  charges: ChargePage,
  deposits: DepositPage,
  disputes: DisputePage,
  obligations: ObligationPage,
  notices: NoticePage,
  notes: NotePage,
  followUps: FollowUpPage,
  requests: RequestPage,
  documents: DocumentPage,
  journal: JournalPage,
})
export interface DossierView extends z.output<typeof DossierView> {}
