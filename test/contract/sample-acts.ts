import type { actOperations } from '../../src/contract/portal/acts.ts'
import { lifecycleId, serial, view } from './sample-views.ts'
import type { Samples } from './samples.ts'

/** One request and one answer for every act of one of the parties. */
export const actSamples: Pick<Samples, keyof typeof actOperations> = {
  confirmSettlement: {
    input: { lifecycleId, statementId: 'st-1', decision: 'dispute', grounds: 'Two sales are missing.' },
    answer: view,
  },
  agreePayoutMethod: { input: { lifecycleId, token: 'tok-1', name: '青禾便利店' }, answer: view },
  proposeTransactionResolution: { input: { lifecycleId, ref: 'txn:1', handling: 'void' }, answer: view },
  requestDepositRefund: {
    input: { lifecycleId, depositId: 'deposit-1', requestId: 'request-1' },
    answer: view,
  },
  makeRequest: {
    input: { lifecycleId, requestId: 'request-1', kind: 'repair', serial, text: 'It prints nothing.' },
    answer: view,
  },
  recordNote: { input: { lifecycleId, kind: 'note', text: 'The shop moves.' }, answer: view },
  getOutcome: {
    input: { idempotencyKey: 'key/1', lifecycleId },
    answer: { idempotencyKey: 'key/1', status: 'accepted', version: 4 },
  },
}
