import * as z from 'zod'
import { LifecycleEvent } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { CaseView } from '../views/case.ts'
import { DossierView } from '../views/dossier.ts'
import { Cursor, JournalPage } from '../views/page.ts'
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
    summary: 'Who did what when, oldest first. For the provider.',
    params: terminal,
    query: z.strictObject({ cursor: Cursor.optional() }),
    reply: JournalPage,
    errors: ['ROLE_NOT_ALLOWED'],
  }),
  exportDossier: operation({
    name: 'exportDossier',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/dossier',
    summary: 'The case with its documents and its whole journal, for the files. For the provider.',
    params: terminal,
    reply: DossierView,
    errors: ['ROLE_NOT_ALLOWED'],
  }),
} as const
