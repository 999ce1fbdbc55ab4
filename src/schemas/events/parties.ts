import * as z from 'zod'
import { DocumentRef, SomeDocumentRefs } from '../document-ref.ts'
import { OrganisationId, Reference } from '../primitives.ts'

export const RepresentativeAppointed = z.strictObject({
  type: z.literal('representative.appointed'),
  party: z.enum(['merchant', 'serviceProvider']),
  personId: Reference,
  organisationId: OrganisationId,
  mandate: DocumentRef,
})
export interface RepresentativeAppointed extends z.output<typeof RepresentativeAppointed> {}

export const CounterpartyDeclaredUnreachable = z.strictObject({
  type: z.literal('counterparty.declaredUnreachable'),
  party: z.enum(['merchant', 'serviceProvider']),
  evidence: SomeDocumentRefs,
})
export interface CounterpartyDeclaredUnreachable extends z.output<typeof CounterpartyDeclaredUnreachable> {}

export const partyEvents = [RepresentativeAppointed, CounterpartyDeclaredUnreachable] as const
export type PartyEvent = RepresentativeAppointed | CounterpartyDeclaredUnreachable
