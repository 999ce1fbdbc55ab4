import * as z from 'zod'
import { DocumentRef, SomeDocumentRefs } from '../document-ref.ts'
import { OrganisationId, Reference } from '../primitives.ts'

/** Somebody may act for a party from now on, by the mandate that is named. */
export const RepresentativeAppointed = z.strictObject({
  type: z.literal('representative.appointed'),
  party: z.enum(['merchant', 'serviceProvider']),
  personId: Reference,
  organisationId: OrganisationId,
  mandate: DocumentRef,
})
export interface RepresentativeAppointed extends z.output<typeof RepresentativeAppointed> {}

/**
 * Two people of the provider state that a party does not answer, with papers that show it, so that its silence
 * blocks nothing.
 */
export const CounterpartyDeclaredUnreachable = z.strictObject({
  type: z.literal('counterparty.declaredUnreachable'),
  party: z.enum(['merchant', 'serviceProvider']),
  evidence: SomeDocumentRefs,
})
export interface CounterpartyDeclaredUnreachable extends z.output<typeof CounterpartyDeclaredUnreachable> {}

export const partyEvents = [RepresentativeAppointed, CounterpartyDeclaredUnreachable] as const
export type PartyEvent = RepresentativeAppointed | CounterpartyDeclaredUnreachable
