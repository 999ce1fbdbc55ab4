import type { ClosureReason, SuspensionReason } from 'terminal-lifecycle/domain'
import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { type Step, when } from './step.ts'

interface HoldNotice {
  readonly id: string
  readonly holdId: string
  readonly reason: SuspensionReason
  /** What the merchant is asked to do. */
  readonly asks: string
  readonly window?: DocumentOf<'provider_notice'>['window']
}

/** A hold acts at once; within two working days the merchant has it in writing. */
export const holdNotice = ({ id, holdId, reason, asks, window }: HoldNotice): Step => ({
  id,
  by: people.intake.actor,
  after: when.today('09:00'),
  event: async ({ record, at, file }) => ({
    type: 'document.added',
    document: await file({
      type: 'provider_notice',
      id: `DOC-NOTICE-${holdId}`,
      issuedAt: at,
      kind: window ? 'maintenance' : 'suspended',
      reason,
      effectiveAt: record.context.holds[holdId]?.startsAt ?? at,
      ...(window && { window }),
      requiredActions: [asks],
    }),
    for: holdId,
  }),
})

interface ClosureNotice {
  readonly proposalId: string
  readonly reason: ClosureReason
  readonly grounds: string
}

/** Nobody is closed unheard: why, from when, and where to object, before anything takes effect. */
export const closureNotice = ({ proposalId, reason, grounds }: ClosureNotice): Step => ({
  id: 'closure-notice-added',
  by: people.intake.actor,
  after: when.today('09:00'),
  event: async ({ record, at, file }) => ({
    type: 'document.added',
    document: await file({
      type: 'closure_notice',
      id: `DOC-NOTICE-${proposalId}`,
      issuedAt: at,
      proposalId,
      reason,
      grounds,
      noticeUntil: record.context.deadlines.closureNotice?.due ?? at,
      appealRoute: '期满前书面向客户服务部提出 (in writing to customer service, before the notice has run)',
    }),
    for: proposalId,
  }),
})
