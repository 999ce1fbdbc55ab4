import * as z from 'zod'
import { DocumentRefs } from '../document-ref.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Channel, Contact, Line, Signatory } from '../forms/fields.ts'
import { Day, MerchantId, Reference, SerialNumber } from '../primitives.ts'

/** What all three applications ask for. */
export const applicationFields = {
  /** Made by the sender: sent twice, it is one application. */
  applicationId: Reference,
  merchantId: MerchantId,
  /** Printed on the body of the device. */
  serialNumber: SerialNumber.optional(),
  merchantName: Line,
  contact: Contact,
  channel: Channel,
  /** Of a paper form sent by post. */
  post: z.strictObject({ postedOn: Day, trackingNo: Reference.optional() }).optional(),
  signatory: Signatory,
  /** Everything stated is true, complete and valid. */
  attested: z.literal(true),
  /** Papers uploaded before, by id and digest. */
  documents: DocumentRefs,
} as const

type Common = z.output<z.ZodObject<typeof applicationFields>>

/** What all three applications are held to. */
export const applicationRules = [
  requiredWhen<Pick<Common, 'post' | 'channel'>>()('post', 'channel', ({ channel }) => channel === 'post'),
  crossField<Pick<Common, 'documents'>>()({
    code: 'DUPLICATE_ITEM',
    reads: ['documents'],
    holds: ({ documents }) => distinct(documents.map(({ id }) => id)),
  }),
] as const

/** Does everything stand here once? */
export const distinct = (items: readonly string[]): boolean => new Set(items).size === items.length
