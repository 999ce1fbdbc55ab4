import * as z from 'zod'
import { audiences, documentTypes, noticeTemplates } from '../../domain/index.ts'
import { DocumentRef, SomeDocumentRefs } from '../document-ref.ts'
import { OrderId, Reference, SerialNumber, Text } from '../primitives.ts'

const binding = { serial: SerialNumber, registryRef: Reference }
/** Terminal number and device are taken apart in the register. */
export const UnbindingOrdered = z.strictObject({ type: z.literal('unbinding.ordered'), ...binding })
export interface UnbindingOrdered extends z.output<typeof UnbindingOrdered> {}

export const UnbindingConfirmed = z.strictObject({
  type: z.literal('unbinding.confirmed'),
  ...binding,
  orderId: OrderId.optional(),
})
export interface UnbindingConfirmed extends z.output<typeof UnbindingConfirmed> {}

export const UnbindingFailed = z.strictObject({
  type: z.literal('unbinding.failed'),
  ...binding,
  reason: Text,
  orderId: OrderId.optional(),
})
export interface UnbindingFailed extends z.output<typeof UnbindingFailed> {}

/** The worker says that it is about to call out: from here the order can no longer be cancelled. */
export const OrderClaimed = z.strictObject({ type: z.literal('order.claimed'), orderId: OrderId })
export interface OrderClaimed extends z.output<typeof OrderClaimed> {}

/** The other side accepted it; that it is done is a fact of its own. */
export const OrderConfirmed = z.strictObject({ type: z.literal('order.confirmed'), orderId: OrderId })
export interface OrderConfirmed extends z.output<typeof OrderConfirmed> {}

export const OrderFailed = z.strictObject({
  type: z.literal('order.failed'),
  orderId: OrderId,
  code: Reference,
  retryable: z.boolean(),
})
export interface OrderFailed extends z.output<typeof OrderFailed> {}

export const OrderCancelled = z.strictObject({
  type: z.literal('order.cancelled'),
  orderId: OrderId,
  reason: Text,
})
export interface OrderCancelled extends z.output<typeof OrderCancelled> {}

export const RepresentativeAppointed = z.strictObject({
  type: z.literal('representative.appointed'),
  party: z.enum(['merchant', 'serviceProvider']),
  personId: Reference,
  organisationId: Reference,
  mandate: DocumentRef,
})
export interface RepresentativeAppointed extends z.output<typeof RepresentativeAppointed> {}

export const CounterpartyDeclaredUnreachable = z.strictObject({
  type: z.literal('counterparty.declaredUnreachable'),
  party: z.enum(['merchant', 'serviceProvider']),
  evidence: SomeDocumentRefs,
})
export interface CounterpartyDeclaredUnreachable extends z.output<typeof CounterpartyDeclaredUnreachable> {}

export const DocumentAdded = z.strictObject({ type: z.literal('document.added'), document: DocumentRef })
export interface DocumentAdded extends z.output<typeof DocumentAdded> {}

export const noteKinds = ['note', 'escalation', 'followUpOpened', 'followUpDone', 'supportContact'] as const

export const NoteRecorded = z.strictObject({
  type: z.literal('note.recorded'),
  kind: z.enum(noteKinds),
  text: Text,
  /** The follow-up that is opened or done. */
  followUpId: Reference.optional(),
  topic: z.enum([...documentTypes, 'deposit', 'settlement', 'damage', 'erasure', 'other']).optional(),
})
export interface NoteRecorded extends z.output<typeof NoteRecorded> {}

export const NoticeSent = z.strictObject({
  type: z.literal('notice.sent'),
  template: z.enum(noticeTemplates),
  audience: z.enum(audiences),
  orderId: OrderId.optional(),
})
export interface NoticeSent extends z.output<typeof NoticeSent> {}
