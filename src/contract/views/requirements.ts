import * as z from 'zod'
import {
  type BlockerCode,
  blockerCodes,
  type ClockName,
  type ClockRule,
  clockNames,
  type Data,
  type EventType,
  type FollowUpKind,
  followUpKinds,
  type Instant as InstantText,
  type Owner,
} from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { Amount, known, list, type Unknown, Words } from '../wire.ts'
import { Details, EventTypeView, OwnerView } from './blocker.ts'
import { WantedPaperView } from './papers.ts'

/** One thing that is missing, who has to bring it and by which event. */
export interface RequirementView {
  code: BlockerCode | Unknown
  owner: Owner | Unknown
  clearedBy: readonly (EventType | Unknown)[]
  ref?: string | undefined
  /** What whoever clears it has to name, under the names that the clearing events have for it. */
  data?: Data | undefined
  /** All of these are wanted. */
  papers?: readonly WantedPaperView[] | undefined
  /** What is owed, where it is money. */
  amount?: Amount | undefined
  /** What is to be followed up, where it was opened by itself. */
  followUp?: FollowUpKind | Unknown | undefined
  due?: InstantText | undefined
}

/** A clock of the case: it informs and enables, it decides nothing. */
export interface DeadlineView {
  id: string
  name: ClockName | Unknown
  ref: string | null
  due: InstantText
  /** What its length is counted in. */
  rule: { amount: number; unit: ClockRule['unit'] | Unknown }
  startedAt: InstantText
  status: 'running' | 'paused' | 'fired' | 'cancelled' | Unknown
  /** What is left while it is paused: working days, else milliseconds. */
  remaining: number | null
  enables: readonly (EventType | Unknown)[]
  /** `known: false`: the calendar did not cover these days, Monday to Friday was assumed. */
  calendar: { id: string; version: string; known: boolean }
}

/** What is missing, sorted by when it is needed. */
export interface RequirementsView {
  currentlyDue: readonly RequirementView[]
  eventuallyDue: readonly RequirementView[]
  pastDue: readonly RequirementView[]
  pendingVerification: readonly RequirementView[]
  errors: readonly { code: string; reason: string; ref?: string | undefined }[]
  deadlines: readonly DeadlineView[]
}

const requirement: z.ZodType<RequirementView, RequirementView> = z.object({
  code: known(blockerCodes),
  owner: OwnerView,
  clearedBy: list(EventTypeView),
  ref: Words.optional(),
  data: Details.optional(),
  papers: list(WantedPaperView).optional(),
  amount: Amount.optional(),
  followUp: known(followUpKinds).optional(),
  due: Instant.optional(),
})

const deadline: z.ZodType<DeadlineView, DeadlineView> = z.object({
  id: Words,
  name: known(clockNames),
  ref: Words.nullable(),
  due: Instant,
  rule: z.object({ amount: z.number(), unit: known(['years', 'workingDays', 'days', 'hours', 'minutes']) }),
  startedAt: Instant,
  remaining: z.number().nullable(),
  status: known(['running', 'paused', 'fired', 'cancelled']),
  enables: list(EventTypeView),
  calendar: z.object({ id: Words, version: Words, known: z.boolean() }),
})

const requirements = list(requirement)

export const RequirementsView: z.ZodType<RequirementsView, RequirementsView> = z.object({
  currentlyDue: requirements,
  eventuallyDue: requirements,
  pastDue: requirements,
  pendingVerification: requirements,
  errors: list(z.object({ code: Words, reason: Words, ref: Words.optional() })),
  deadlines: list(deadline),
})
