import type { Contract } from '../../src/contract/index.ts'
import { ledgerPages, ledgerSamples } from './sample-ledgers.ts'
import {
  amount,
  check,
  journalItem,
  lifecycleId,
  onFile,
  requirements,
  serial,
  summary,
  view,
} from './sample-views.ts'
import type { Samples } from './samples.ts'

type Reads = {
  [K in keyof Contract]: Contract[K] extends { readonly side: 'portal'; readonly method: 'GET' } ? K : never
}[keyof Contract]

/** What portals read. */
export const readingSamples: Pick<
  Samples,
  Exclude<Reads, 'getApplication' | 'getOutcome' | 'getDocument' | 'getDocumentContent'>
> = {
  getTerminal: { input: { lifecycleId }, answer: view },
  findTerminals: {
    input: { merchantId: '898440354110001' },
    answer: { items: [summary], nextCursor: 'lc-1' },
  },
  getRequirements: { input: { lifecycleId }, answer: requirements },
  checkClosure: { input: { lifecycleId }, answer: check },
  checkReinstatement: { input: { lifecycleId }, answer: check },
  checkSuspension: { input: { lifecycleId }, answer: check },
  getProcedure: {
    input: { lifecycleId, process: 'closure', serial },
    answer: {
      process: 'closure',
      version: 'p-1',
      from: '2026-01-01',
      until: null,
      channels: ['online', 'post'],
      steps: [{ 'zh-CN': '提交申请' }],
      papers: [{ type: 'closure_request', alternatives: ['deregistration_form'] }],
      feeTableVersion: 't-1',
      fees: [{ kind: 'deactivation', process: 'closure', amount }],
      accessories: [{ name: 'base', count: 1 }],
    },
  },
  ...ledgerSamples,
  getJournal: { input: { lifecycleId, cursor: '7' }, answer: { items: [journalItem], nextCursor: null } },
  getDocuments: { input: { lifecycleId }, answer: { items: [onFile], nextCursor: null } },
  exportDossier: {
    input: { lifecycleId },
    answer: {
      case: view,
      ...ledgerPages,
      documents: { items: [onFile], nextCursor: 'WyJkb2MtMSJd' },
      journal: { items: [journalItem], nextCursor: null },
    },
  },
}
