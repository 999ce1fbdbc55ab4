import * as z from 'zod'
import type { Instant as InstantText } from '../../domain/index.ts'
import { Digest, Instant, Reference } from '../../schemas/index.ts'
import { DocumentRefView, known, list, type Unknown, Words } from '../wire.ts'

const applicationKinds = ['suspension', 'reinstatement', 'closure'] as const
const applicationStatuses = [
  'underReview',
  'needsInformation',
  'rejected',
  'approved',
  'withdrawn',
  'lapsed',
  'overtaken',
] as const

/** An application and what became of it. */
export interface ApplicationView {
  applicationId: string
  lifecycleId: string
  kind: (typeof applicationKinds)[number] | Unknown
  /** `overtaken`: a closure was asked for or imposed meanwhile. */
  status: (typeof applicationStatuses)[number] | Unknown
  /** Covers the request and its documents as they now stand; a decision names it. */
  digest: string
  documents: readonly DocumentRefView[]
  /** 1, and one more for each supplement. */
  attempt: number
  /** What the reviewer asked for. */
  informationItems: readonly string[]
  rejection: { code: string; reason: string; resubmittable: boolean } | null
  effectiveDate: InstantText | null
}

export const ApplicationView: z.ZodType<ApplicationView, ApplicationView> = z.object({
  applicationId: Reference,
  lifecycleId: Reference,
  kind: known(applicationKinds),
  status: known(applicationStatuses),
  digest: Digest,
  documents: list(DocumentRefView),
  attempt: z.int().positive(),
  informationItems: list(Words),
  rejection: z.object({ code: Words, reason: Words, resubmittable: z.boolean() }).nullable(),
  effectiveDate: Instant.nullable(),
})
