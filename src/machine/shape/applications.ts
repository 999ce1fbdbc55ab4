import { closureReasons, type DocumentRef, type Instant, suspensionReasons } from '../../domain/index.ts'
import { fields, flag, instant, list, natural, nullable, oneOf, text, variants } from './kinds.ts'
import { documentRef } from './papers.ts'

export interface Application {
  applicationId: string
  kind: 'suspension' | 'reinstatement' | 'closure'
  digest: string
  documents: readonly DocumentRef[]
  reasons: readonly string[]
  holdIds: readonly string[]
  /** personIds of applicant and recorder: none of them may approve. */
  makers: readonly string[]
  /** 1, and one more for each supplement. */
  attempt: number
  startsAt: Instant | null
  effectiveDate: Instant | null
  informationItems: readonly string[]
  rejection: { code: string; reason: string; resubmittable: boolean } | null
  /** Only while an approved closure waits for its effective date. */
  approval: { by: string; at: Instant } | null
}

/** Each kind has reasons of its own. */
const applicationFor = (reasons: readonly string[]) =>
  fields<Omit<Application, 'kind'>>({
    applicationId: text,
    digest: text,
    documents: list(documentRef()),
    reasons: list(oneOf(reasons)),
    holdIds: list(text),
    makers: list(text),
    attempt: natural,
    startsAt: nullable(instant),
    effectiveDate: nullable(instant),
    informationItems: list(text),
    rejection: nullable(
      fields<NonNullable<Application['rejection']>>({ code: text, reason: text, resubmittable: flag }),
    ),
    approval: nullable(fields<NonNullable<Application['approval']>>({ by: text, at: instant })),
  })

export const application = () =>
  variants<Application, 'kind'>('kind', {
    suspension: applicationFor(suspensionReasons),
    reinstatement: applicationFor(suspensionReasons),
    closure: applicationFor(closureReasons),
  })
