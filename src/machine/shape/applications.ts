import { closureReasons, type DocumentRef, type Instant, suspensionReasons } from '../../domain/index.ts'
import type { Comparison, FiledRequest } from '../../schemas/index.ts'
import { filedRequest } from './filed.ts'
import {
  fields,
  flag,
  instant,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  word,
} from './kinds.ts'
import { documentRef } from './papers.ts'

/** The latest application and what became of it; the journal has the earlier ones. */
export interface Application {
  applicationId: string
  kind: 'suspension' | 'reinstatement' | 'closure'
  digest: string
  documents: readonly DocumentRef[]
  /** What was asked for, in the words of the form without what is personal; `null`: filed under format 1, which dropped it. */
  request: FiledRequest | null
  /** The registered mobile, or the account, of the form beside the one on record. */
  compared: Comparison
  reasons: readonly string[]
  holdIds: readonly string[]
  /** The service provider that filed it, or brought what it lacked. */
  agentId?: string
  /** personIds of applicant and recorder: none of them may approve. */
  makers: readonly string[]
  /** 1, and one more for each supplement. */
  attempt: number
  startsAt: Instant | null
  effectiveDate: Instant | null
  informationItems: readonly string[]
  /** `at` is missing in what was rejected under format 1. */
  rejection: { code: string; reason: string; resubmittable: boolean; at?: Instant } | null
  /** How often a rejection was answered. */
  resubmissions?: number
  /** Only while an approved closure waits for its effective date. */
  approval: { by: string; at: Instant } | null
}

/** Each kind has reasons of its own. */
const applicationFor = (reasons: readonly string[]) =>
  fields<Omit<Application, 'kind'>>({
    applicationId: text,
    digest: text,
    documents: list(documentRef()),
    request: nullable(filedRequest),
    compared: word('matches differs notOnRecord'),
    reasons: list(oneOf(reasons)),
    holdIds: list(text),
    agentId: optional(text),
    makers: list(text),
    attempt: natural,
    startsAt: nullable(instant),
    effectiveDate: nullable(instant),
    informationItems: list(text),
    rejection: nullable(
      fields<NonNullable<Application['rejection']>>({
        code: text,
        reason: text,
        resubmittable: flag,
        at: optional(instant),
      }),
    ),
    resubmissions: optional(natural),
    approval: nullable(fields<NonNullable<Application['approval']>>({ by: text, at: instant })),
  })

export const application = () =>
  variants<Application, 'kind'>('kind', {
    suspension: applicationFor(suspensionReasons),
    reinstatement: applicationFor(suspensionReasons),
    closure: applicationFor(closureReasons),
  })
