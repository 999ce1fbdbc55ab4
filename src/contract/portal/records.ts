import * as z from 'zod'
import { LifecycleEvent } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { CaseView } from '../views/case.ts'
import { DossierView } from '../views/dossier.ts'
import { DocumentPage, JournalPage, paged } from '../views/page.ts'
import { refused, side, terminal } from './kit.ts'

/** What is told to the record, and what it tells. */
export const recordOperations = {
  recordEvent: operation({
    name: 'recordEvent',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/events',
    summary: 'Tell the record what happened, or what shall happen: every event that the caller may send.',
    params: terminal,
    body: z.strictObject({ event: LifecycleEvent }),
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  getJournal: operation({
    name: 'getJournal',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/journal',
    summary:
      'Who did what when, oldest first, as far as the caller may read it; whole and sealed for the acquirer.',
    params: terminal,
    query: paged,
    reply: JournalPage,
  }),
  getDocuments: operation({
    name: 'getDocuments',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/documents',
    summary: 'The papers on file, and whether what they say counts.',
    params: terminal,
    query: paged,
    reply: DocumentPage,
  }),
  exportDossier: operation({
    name: 'exportDossier',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/dossier',
    summary: 'Everything that the caller may know of the case, for the files; long lists go on page by page.',
    params: terminal,
    reply: DossierView,
  }),
} as const
