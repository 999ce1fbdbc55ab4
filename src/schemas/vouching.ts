import * as z from 'zod'
import { Facts } from './document-ref.ts'
import { Digest, listOf, Reference } from './primitives.ts'

const vouched = z.strictObject({ documentId: Reference, digest: Digest, facts: Facts.optional() })
/** A paper that the sender has seen, by id and digest; `facts` where it says itself what the paper states. */
export interface Vouched extends z.output<typeof vouched> {}

/**
 * Papers that the sender of a deciding act has seen: it vouches that their facts are so, or says what they are. A console
 * sends all that were open. Vouching makes nobody a maker.
 */
export const vouching = { checked: listOf(vouched, { max: 50 }).optional() }
