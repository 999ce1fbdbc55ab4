import * as z from 'zod'
import { DocumentRefView, list } from '../wire.ts'
import { CaseView } from './case.ts'
import { JournalItem } from './journal.ts'

/** Everything that is kept of a case. Longer journals than 10 000 entries are read with getJournal. */
export interface DossierView {
  case: CaseView
  documents: readonly DocumentRefView[]
  journal: readonly JournalItem[]
}

export const DossierView: z.ZodType<DossierView, DossierView> = z.object({
  case: CaseView,
  documents: list(DocumentRefView),
  journal: z.array(JournalItem).max(10_000).readonly(),
})
