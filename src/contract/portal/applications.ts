import * as z from 'zod'
import {
  ClosureRequest,
  ReinstatementRequest,
  ReviewApproved,
  ReviewInformationRequested,
  ReviewRejected,
  SomeDocumentRefs,
  SuspensionRequest,
} from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { ApplicationView } from '../views/application.ts'
import { CaseView } from '../views/case.ts'
import { application, refused, side, terminal } from './kit.ts'

const decided = { type: true, applicationId: true } as const

const Decision = z.discriminatedUnion('decision', [
  ReviewApproved.omit(decided).extend({ decision: z.literal('approve') }),
  ReviewRejected.omit(decided).extend({ decision: z.literal('reject') }),
  ReviewInformationRequested.omit(decided).extend({ decision: z.literal('askInformation') }),
])

/** What a merchant files, and what the provider decides about it. */
export const applicationOperations = {
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
} as const
