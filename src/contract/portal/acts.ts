import * as z from 'zod'
import {
  NoteRecorded,
  PayoutAccountChanged,
  Reference,
  RequestMade,
  ResolutionProposed,
  SettlementConfirmed,
  SettlementDisputed,
} from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { CaseView } from '../views/case.ts'
import { IdempotencyKey, OutcomeView } from '../views/outcome.ts'
import { refused, side, terminal } from './kit.ts'

const named = { type: true } as const
const told = { reply: CaseView, versioned: true, errors: refused } as const

/** Acts of one of the parties, and what became of them. */
export const actOperations = {
  confirmSettlement: operation({
    name: 'confirmSettlement',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/settlement/confirmation',
    summary: 'The merchant agrees with the statement, or says what is wrong with it.',
    params: terminal,
    body: z.discriminatedUnion('decision', [
      SettlementConfirmed.omit(named).extend({ decision: z.literal('agree') }),
      SettlementDisputed.omit(named).extend({ decision: z.literal('dispute') }),
    ]),
    ...told,
  }),
  agreePayoutMethod: operation({
    name: 'agreePayoutMethod',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/settlement/payout-account',
    summary: 'Say where the money is to go: a token that stands for the account, and the name it carries.',
    params: terminal,
    body: PayoutAccountChanged.omit(named),
    ...told,
  }),
  proposeTransactionResolution: operation({
    name: 'proposeTransactionResolution',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/transactions/{ref}/resolution',
    summary: 'Propose how an unfinished transaction is handled; it counts once the other side has accepted.',
    params: terminal.extend({ ref: Reference }),
    body: ResolutionProposed.omit({ type: true, txnRef: true }),
    ...told,
  }),
  requestDepositRefund: operation({
    name: 'requestDepositRefund',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/deposits/{depositId}/refund-requests',
    summary: 'Ask for a deposit back; the provider orders the refund, or declines and says why.',
    params: terminal.extend({ depositId: Reference }),
    body: RequestMade.pick({ requestId: true, text: true }),
    ...told,
  }),
  makeRequest: operation({
    name: 'makeRequest',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/requests',
    summary: 'Ask the provider for something that it can only grant or decline.',
    params: terminal,
    body: RequestMade.omit(named),
    ...told,
  }),
  recordNote: operation({
    name: 'recordNote',
    side,
    method: 'POST',
    path: '/terminals/{lifecycleId}/notes',
    summary: 'Write something down: a message, a call for support, an escalation.',
    params: terminal,
    body: NoteRecorded.omit(named),
    ...told,
  }),

  getOutcome: operation({
    name: 'getOutcome',
    side,
    method: 'GET',
    path: '/commands/{idempotencyKey}',
    summary:
      'What became of a write of the caller under this key: about a terminal, about an application, or else a document. Not found: nothing was carried out.',
    params: z.strictObject({ idempotencyKey: IdempotencyKey }),
    query: z.strictObject({
      lifecycleId: Reference.optional(),
      applicationId: Reference.optional(),
    }),
    reply: OutcomeView,
  }),
} as const
