import * as z from 'zod'
import type { RequestRule } from '../../domain/index.ts'
import { DocumentRefs } from '../document-ref.ts'
import { crossField, sharedRules } from '../forms/cross-field.ts'
import { Channel, Contact, Line, PlainSignatory } from '../forms/fields.ts'
import { Day, MerchantId, Reference, SerialNumber } from '../primitives.ts'

/** What all three applications ask for, and the record keeps. */
export const filedFields = {
  /** Made by the sender: sent twice, it is one application. */
  applicationId: Reference.max(80),
  merchantId: MerchantId,
  /** Printed on the body of the device. */
  serialNumber: SerialNumber.optional(),
  /** Compared with the name on record; another one asks for a paper that bears it. */
  merchantName: Line,
  channel: Channel,
  /** Of a paper form sent by post. */
  post: z.strictObject({ postedOn: Day }).optional(),
  signatory: PlainSignatory,
  /** Everything stated is true, complete and valid. */
  attested: z.boolean(),
} as const

/** What stays in the form, which is a paper of its own: the record never holds it. */
export const formFields = {
  /** Where an answer reaches whoever applied. */
  contact: Contact,
  /** Papers uploaded before, by id and digest. */
  documents: DocumentRefs,
} as const

/** A request that is kept has its papers beside it: what is said of them is judged where both are seen. */
const aboutPapers = ({ reads }: { readonly reads: readonly string[] }): boolean => reads.includes('documents')

/** The checks of a request without its papers. */
export const filedRules = <Filed extends object>(
  rules: readonly RequestRule<never>[],
): z.core.$ZodCheck<Filed>[] => sharedRules<Filed>(rules.filter((rule) => !aboutPapers(rule)) as never)

/** The checks of a request and the papers beside it, shown at the one that is wrong. */
export const besideRules = <Event extends { request: object; documents: readonly { id: string }[] }>(
  rules: readonly RequestRule<never>[],
): z.core.$ZodCheck<Event>[] =>
  rules.filter(aboutPapers).map(({ code, reads, holds }) => {
    const [shown] = reads as readonly string[]
    return crossField<Event>()({
      code,
      reads: ['request', 'documents'],
      path: shown === 'documents' ? ['documents'] : ['request', shown ?? ''],
      holds: ({ request, documents }) => holds({ ...request, documents } as never),
    })
  })
