import * as z from 'zod'
import { inOrder } from '../../domain/index.ts'
import { crossField } from '../forms/cross-field.ts'
import { Channel, Line, Prose } from '../forms/fields.ts'
import { FileRef } from '../forms/files.ts'
import { Count, Day, Instant, listOf, Reference } from '../primitives.ts'
import { head } from './head.ts'

const migration = z.strictObject({
  type: z.literal('data_migration_plan'),
  ...head,
  scope: z
    .array(z.enum(['sales', 'inventory', 'customer']))
    .min(1)
    .max(3),
  target: Line,
  owner: Reference,
  dueOn: Day,
  status: z.enum(['planned', 'running', 'done', 'verified']),
  /** On which legal ground customers' data are moved. (C-14) */
  lawfulBasis: Prose.optional(),
})
/** What is moved to the new system; the data themselves never pass through here. (DOC-27, R-200, R-201) */
export const DataMigrationPlan = migration.check(
  crossField<z.output<typeof migration>>()({
    code: 'LEGAL_BASIS_REQUIRED',
    reads: ['lawfulBasis', 'scope'],
    holds: ({ scope, lawfulBasis }) => !scope.includes('customer') || lawfulBasis !== undefined,
  }),
)
export interface DataMigrationPlan extends z.output<typeof DataMigrationPlan> {}

const customerNotice = z.strictObject({
  type: z.literal('customer_notice'),
  ...head,
  kind: z.enum(['serviceSuspended', 'serviceResuming', 'closed']),
  reasonText: Prose,
  impact: Prose.optional(),
  sentAt: Instant,
  channel: Channel,
  resumesAt: Instant.optional(),
})
/** Customers are told; of a resumption before it happens. (DOC-29, R-299, R-300) */
export const CustomerNotice = customerNotice.check(
  crossField<z.output<typeof customerNotice>>()({
    code: 'RESUMPTION_NOT_AHEAD',
    reads: ['resumesAt', 'kind', 'sentAt'],
    holds: ({ kind, sentAt, resumesAt }) =>
      kind !== 'serviceResuming' ||
      (resumesAt !== undefined && sentAt !== resumesAt && inOrder(sentAt, resumesAt)),
  }),
)
export interface CustomerNotice extends z.output<typeof CustomerNotice> {}

/** Suppliers, the bank, the bookkeeping and others are told. (DOC-30, R-026, R-176, R-215) */
export const PartnerNotice = z.strictObject({
  type: z.literal('partner_notice'),
  ...head,
  audience: z
    .array(z.enum(['supplier', 'customer', 'financeStaff', 'bank', 'serviceProvider', 'thirdPartyProvider']))
    .min(1)
    .max(6),
  sentAt: Instant,
  channel: Channel,
})
export interface PartnerNotice extends z.output<typeof PartnerNotice> {}

/** What the merchant gives its customers for the trouble. (DOC-31, R-301) */
export const CustomerCompensation = z.strictObject({
  type: z.literal('customer_compensation'),
  ...head,
  kind: z.enum(['coupon', 'points', 'other']),
  description: Prose,
})
export interface CustomerCompensation extends z.output<typeof CustomerCompensation> {}

/** How satisfied customers are. (DOC-32, R-206, R-207, R-310) */
export const SatisfactionSurvey = z.strictObject({
  type: z.literal('satisfaction_survey'),
  ...head,
  method: z.enum(['questionnaire', 'interview', 'onlinePlatform']),
  heldFrom: Day,
  heldUntil: Day,
  respondents: Count,
  /** 0 to 100. */
  score: z.int().min(0).max(100).optional(),
  comments: listOf(Prose, { max: 100 }),
})
export interface SatisfactionSurvey extends z.output<typeof SatisfactionSurvey> {}

/** Staff learned to work with the terminal. (DOC-33, R-102, R-212, R-213) */
export const TrainingRecord = z.strictObject({
  type: z.literal('training_record'),
  ...head,
  topics: z
    .array(z.enum(['operation', 'features', 'troubleshooting', 'security']))
    .min(1)
    .max(4),
  attendees: Count.min(1),
  heldOn: Day,
})
export interface TrainingRecord extends z.output<typeof TrainingRecord> {}

/** A question to support, and what came of it. (DOC-34, R-053, R-056, R-080, R-209, R-236, R-254) */
export const SupportTicket = z.strictObject({
  type: z.literal('support_ticket'),
  ...head,
  topic: Line,
  department: z.enum(['support', 'workshop', 'settlement', 'risk', 'registry']),
  channel: Channel,
  mode: z.enum(['remoteAssistance', 'guided', 'onSite']),
  tasks: listOf(z.enum(['backup', 'maintenance', 'upgrade', 'repair', 'erasure', 'test', 'other']), {
    max: 7,
  }),
  openedAt: Instant,
  resolvedAt: Instant.optional(),
  outcome: Prose.optional(),
})
export interface SupportTicket extends z.output<typeof SupportTicket> {}

/** Anything else that supports an application. (DOC-38, R-092) */
export const SupportingEvidence = z.strictObject({
  type: z.literal('supporting_evidence'),
  ...head,
  kind: z.enum(['photo', 'letter', 'screenshot', 'statement', 'other']),
  title: Line,
  files: listOf(FileRef, { min: 1, max: 20 }),
})
export interface SupportingEvidence extends z.output<typeof SupportingEvidence> {}

/** Help was asked for one step further up. (DOC-39, R-187, R-233, R-243) */
export const Escalation = z.strictObject({
  type: z.literal('escalation'),
  ...head,
  level: z.enum(['provider', 'acquirer', 'authority', 'legal']),
  subject: z.enum(['deposit', 'damage', 'settlement', 'erasure', 'other']),
  openedAt: Instant,
  outcome: Prose.optional(),
})
export interface Escalation extends z.output<typeof Escalation> {}

/** Something came up while the terminal is suspended. (DOC-41, R-297) */
export const MonitoringIssue = z.strictObject({
  type: z.literal('monitoring_issue'),
  ...head,
  kind: z.enum(['settlement', 'complaint', 'other']),
  description: Prose,
  raisedAt: Instant,
  resolvedAt: Instant.optional(),
})
export interface MonitoringIssue extends z.output<typeof MonitoringIssue> {}
