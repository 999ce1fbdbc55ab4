import type { DocumentType, Role } from '../../../src/domain/index.ts'
import {
  closureRequested,
  paper,
  reinstatementRequested,
  seen,
  suspensionRequested,
} from '../../support/samples.ts'
import { byTwo, type Sayings, says, serial } from '../sayings-kit.ts'

const applicationId = '$application'
const approved = (...papers: readonly DocumentType[]) =>
  ({
    type: 'review.approved',
    applicationId,
    digest: '$digest',
    ...(papers.length > 0 && { checked: seen(...papers) }),
  }) as const

export const caseSayings: Sayings = {
  'closure asked for': says('merchant', closureRequested({ serialNumber: serial })),
  'closure asked for, later': says(
    'merchant',
    closureRequested({ serialNumber: serial, effectiveDate: '$in 5' }),
  ),
  'suspension asked for': says(
    'merchant',
    suspensionRequested({ serialNumber: serial, plannedPeriod: { from: '$in 5' } }),
  ),
  'reinstatement asked for': says(
    'merchant',
    reinstatementRequested({ arrears: 'ACCOUNT_ARREARS' }, { serialNumber: serial }),
  ),
  'more papers': says('merchant', {
    type: 'application.supplemented',
    applicationId,
    documents: [paper('supporting_evidence')],
    digest: 'a'.repeat(64),
  }),
  withdrawn: says('merchant', { type: 'application.withdrawn', applicationId }),
  lapsed: says('clerk', { type: 'application.lapsed', applicationId }),
  'more is wanted': says('second', {
    type: 'review.informationRequested',
    applicationId,
    items: ['a stamp'],
  }),
  rejected: says('second', {
    type: 'review.rejected',
    applicationId,
    code: 'documents_incorrect',
    reason: 'blurred',
    resubmittable: true,
  }),
  approved: says('second', approved('business_licence')),
  'approved, all seen': says(
    'second',
    approved('business_licence', 'arrears_statement', 'payment_proof', 'repair_or_replacement_record'),
  ),
  'approved, nothing seen': says('second', approved()),

  proposed: says('clerk', {
    type: 'closure.proposed',
    proposalId: 'proposal-1',
    reason: 'CONTRACT_EXPIRED',
    basis: 'clause 9',
  }),
  'proposed for cause': says('clerk', {
    type: 'closure.proposed',
    proposalId: 'proposal-1',
    reason: 'RULE_VIOLATION',
    basis: 'clause 9',
  }),
  noticed: says('third', { type: 'document.added', document: paper('closure_notice'), for: 'proposal-1' }),
  imposed: says('second', { type: 'closure.imposed', proposalId: 'proposal-1' }),
  appealed: says('merchant', {
    type: 'closure.appealed',
    proposalId: 'proposal-1',
    grounds: 'we still trade',
  }),
  upheld: says('third', { type: 'appeal.decided', proposalId: 'proposal-1', outcome: 'upheld' }),
  dismissed: says('third', { type: 'appeal.decided', proposalId: 'proposal-1', outcome: 'dismissed' }),
  cancelled: says('clerk', {
    type: 'closure.cancelled',
    requestedBy: 'merchant',
    reason: 'changed our mind',
  }),
  confirmed: says('systems', {
    type: 'closure.confirmed',
    providerRef: 'closure-1',
    orderId: '$order confirmClosure',
  }),

  'fee proposed': says('clerk', {
    type: 'act.proposed',
    act: { type: 'charge.waived', serial, kind: 'damage', basis: 'goodwill' },
  }),
  'unreachable proposed': says('clerk', {
    type: 'act.proposed',
    act: {
      type: 'counterparty.declaredUnreachable',
      party: 'merchant',
      evidence: [paper('service_of_notice')],
    },
  }),
  unreachable: says('second', {
    type: 'counterparty.declaredUnreachable',
    party: 'merchant',
    evidence: [paper('service_of_notice')],
  }),
  represented: byTwo({
    type: 'representative.appointed',
    party: 'merchant',
    personId: 'm9',
    organisationId: 'insolvency-1',
    mandate: paper('power_of_attorney'),
  }),
  'help wanted': says('merchant', { type: 'request.made', requestId: 'request-1', kind: 'support' }),
  'return wanted': says('merchant', { type: 'request.made', requestId: 'request-2', kind: 'return', serial }),
  declined: says('clerk', {
    type: 'request.declined',
    requestId: 'request-1',
    reason: 'not by the contract',
  }),
  'agent assigned': says('clerk', {
    type: 'agent.assigned',
    agentId: 'agent-1',
    tasks: ['applications', 'devices', 'tests', 'technicalHolds'],
  }),
  'agent released': says('clerk', { type: 'agent.released', agentId: 'agent-1' }),
  'paper filed': says('merchant', {
    type: 'document.added',
    document: paper('supporting_evidence', 'proof-1'),
  }),
  'paper seen': says('clerk', {
    type: 'document.checked',
    documentId: 'proof-1',
    digest: paper('supporting_evidence', 'proof-1').digest,
    facts: {},
  }),
  'paper rejected': says('clerk', {
    type: 'document.checked',
    documentId: 'proof-1',
    digest: paper('supporting_evidence', 'proof-1').digest,
    facts: null,
  }),
  'note written': says('clerk', {
    type: 'note.recorded',
    kind: 'note',
    text: 'called',
    followUpId: 'call-1',
  }),
  'follow-up opened': says('clerk', {
    type: 'note.recorded',
    kind: 'followUpOpened',
    text: 'call again',
    followUpId: 'call-2',
  }),
  'follow-up done': says('clerk', { type: 'followUp.done', followUpId: 'call-2' }),
  'late fact seen to': says('clerk', { type: 'followUp.done', followUpId: '$late' }),
  told: says('systems', {
    type: 'notice.sent',
    template: 'closure_started',
    audience: 'merchant' satisfies Role,
    orderId: '$order notify',
  }),
}
