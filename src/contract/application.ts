import * as z from 'zod'
import { documentTypes, misfitIn, procedureProcesses } from '../domain/index.ts'
import {
  ClosureRequest,
  Digest,
  Facts,
  LifecycleEvent,
  MerchantId,
  Reference,
  ReinstatementRequest,
  ReviewApproved,
  ReviewInformationRequested,
  ReviewRejected,
  SerialNumber,
  SomeDocumentRefs,
  SuspensionRequest,
  TerminalId,
  Text,
} from '../schemas/index.ts'
import { operation } from './operation.ts'
import { ApplicationView } from './views/application.ts'
import { CaseView } from './views/case.ts'
import { CheckView } from './views/check.ts'
import { DossierView } from './views/dossier.ts'
import { Cursor, JournalPage, TerminalPage } from './views/page.ts'
import { ProcedureView } from './views/procedure.ts'
import { RequirementsView } from './views/requirements.ts'
import { DocumentRefView } from './wire.ts'

const terminal = z.strictObject({ lifecycleId: Reference })
const application = z.strictObject({ applicationId: Reference })
const side = 'application'
const refused = ['BLOCKED', 'NOT_ALLOWED_IN_STATE', 'STALE_VERSION', 'ROLE_NOT_ALLOWED'] as const
const decided = { type: true, applicationId: true } as const

const Decision = z.discriminatedUnion('decision', [
  ReviewApproved.omit(decided).extend({ decision: z.literal('approve') }),
  ReviewRejected.omit(decided).extend({ decision: z.literal('reject') }),
  ReviewInformationRequested.omit(decided).extend({ decision: z.literal('askInformation') }),
])

const announced = z.strictObject({
  type: z.enum(documentTypes),
  /** SHA-256 of the bytes that will follow. */
  digest: Digest,
  size: z
    .int()
    .positive()
    .max(10 * 1024 * 1024),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  name: Text.optional(),
  /** What its sender says that it says; unchecked until somebody at the provider has looked. */
  facts: Facts.optional(),
  supersedes: Reference.optional(),
})
/** A document of which the bytes follow; what it says is said in the words of its type. */
const Announced = announced.refine(
  ({ type, facts }) => facts === undefined || misfitIn(type, facts) === undefined,
  { path: ['facts'], params: { code: 'FACT_UNKNOWN' } },
)

/** What portals, agents and the provider's reviewers call. */
export const applicationSide = {
  getTerminal: operation({
    name: 'getTerminal',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}',
    summary: 'A terminal: its state, what is missing and what may be done now.',
    params: terminal,
    reply: CaseView,
  }),
  findTerminals: operation({
    name: 'findTerminals',
    side,
    method: 'GET',
    path: '/terminals',
    summary:
      'Terminals by number, merchant or device; numbers are used again, so there may be several lives.',
    query: z.strictObject({
      merchantId: MerchantId.optional(),
      terminalId: TerminalId.optional(),
      serial: SerialNumber.optional(),
      cursor: Cursor.optional(),
    }),
    reply: TerminalPage,
  }),
  getRequirements: operation({
    name: 'getRequirements',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/requirements',
    summary: 'What is missing, sorted by when it is needed.',
    params: terminal,
    reply: RequirementsView,
  }),
  checkClosure: operation({
    name: 'checkClosure',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/closure',
    summary: 'Everything that would stand in the way of a closure, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  checkReinstatement: operation({
    name: 'checkReinstatement',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/reinstatement',
    summary: 'Everything that would stand in the way of selling again, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  checkSuspension: operation({
    name: 'checkSuspension',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/suspension',
    summary: 'Everything that would stand in the way of a rest, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  getProcedure: operation({
    name: 'getProcedure',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/procedures/{process}',
    summary: 'How something is done at this terminal: version, channels, steps, papers, fees.',
    params: terminal.extend({ process: z.enum(procedureProcesses) }),
    query: z.strictObject({ serial: SerialNumber.optional() }),
    reply: ProcedureView,
  }),
  submitClosure: operation({
    name: 'submitClosure',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/closures',
    summary: 'Give a terminal up for good.',
    params: terminal,
    body: ClosureRequest,
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  submitSuspension: operation({
    name: 'submitSuspension',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/suspensions',
    summary: 'Ask for a pause.',
    params: terminal,
    body: SuspensionRequest,
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  submitReinstatement: operation({
    name: 'submitReinstatement',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/reinstatements',
    summary: 'Ask that holds be cleared, so that the terminal sells again.',
    params: terminal,
    body: ReinstatementRequest,
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  getApplication: operation({
    name: 'getApplication',
    side,
    method: 'GET',
    path: '/applications/{applicationId}',
    summary: 'An application and what became of it.',
    params: application,
    reply: ApplicationView,
  }),
  supplyInformation: operation({
    name: 'supplyInformation',
    side,
    method: 'POST',
    path: '/applications/{applicationId}/supplements',
    summary: 'Add documents that were asked for, or mend a rejected application.',
    params: application,
    body: z.strictObject({ documents: SomeDocumentRefs }),
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  withdrawApplication: operation({
    name: 'withdrawApplication',
    side,
    method: 'POST',
    path: '/applications/{applicationId}/withdrawal',
    summary: 'Take an application back.',
    params: application,
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  decideApplication: operation({
    name: 'decideApplication',
    side,
    method: 'POST',
    path: '/applications/{applicationId}/decision',
    summary: 'Approve exactly what was reviewed, reject it with a reason, or ask for more.',
    params: application,
    body: Decision,
    reply: CaseView,
    versioned: true,
    errors: refused,
  }),
  createDocument: operation({
    name: 'createDocument',
    side,
    method: 'POST',
    path: '/documents',
    summary: 'Announce a document; its bytes follow with putDocumentContent.',
    body: Announced,
    reply: z.object({ documentId: Reference }),
    status: 201,
  }),
  putDocumentContent: operation({
    name: 'putDocumentContent',
    side,
    method: 'PUT',
    path: '/documents/{documentId}/content',
    summary: 'The bytes of a document in one piece; refused unless size and digest are as announced.',
    params: z.strictObject({ documentId: Reference }),
    body: z.strictObject({ content: z.instanceof(Uint8Array<ArrayBuffer>) }),
    media: 'application/octet-stream',
    reply: DocumentRefView,
    errors: ['DIGEST_MISMATCH'],
  }),
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
