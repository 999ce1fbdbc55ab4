import * as z from 'zod'
import { CaseView } from './case.ts'
import type { DocumentView } from './document.ts'
import type { JournalItem } from './journal.ts'
import { DocumentPage, JournalPage, type Page } from './page.ts'

/**
 * Everything that the caller may know of a case, for the files. What is longer than a page goes on with `nextCursor`:
 * documents with getDocuments, the journal with getJournal.
 */
export interface DossierView {
  case: CaseView
  documents: Page<DocumentView>
  journal: Page<JournalItem>
}

export const DossierView: z.ZodType<DossierView, DossierView> = z.object({
  case: CaseView,
  documents: DocumentPage,
  journal: JournalPage,
})
