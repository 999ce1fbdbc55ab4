import * as z from 'zod'
import {
  audiences,
  capabilityNames,
  departments,
  noticeTemplates,
  type OrderKind,
  orderKinds,
  payoutMethods,
  readOrderName,
  ticketTopics,
} from '../domain/index.ts'
import { Channel } from './forms/fields.ts'
import {
  AnyReference,
  Count,
  Digest,
  Instant,
  listOf,
  MinorUnits,
  OrderId,
  Reference,
  SerialNumber,
} from './primitives.ts'

const serial = SerialNumber
const capabilities = listOf(z.enum(capabilityNames))
/** How money travels, and to which account where it is a transfer. */
const route = { method: z.enum(payoutMethods), accountToken: Reference.nullable() }

/** What the machine may order, each with the parameters that the service is called with. Never a card number, never a key. */
export const orderParams = {
  disableAcceptance: z.strictObject({ capabilities, urgent: z.boolean() }),
  enableAcceptance: z.strictObject({ capabilities }),
  /** The reading must be taken after `notBefore`. */
  readStatus: z.strictObject({ notBefore: Instant }),
  uploadBatch: z.strictObject({ serial }),
  readBackup: z.strictObject({ serial, upTo: Instant, hash: Digest }),
  eraseDevice: z.strictObject({
    serial,
    scope: z.enum(['device', 'application']),
    procedure: Reference,
    authorisedBySeq: z.int(),
  }),
  revokeKeys: z.strictObject({ serial, reason: z.enum(['lost', 'unreturned']) }),
  /** Fetched from where it stands. The address is in a document, never in the record. */
  collectDevice: z.strictObject({ serial, addressDocumentId: Reference }),
  requestStatement: z.strictObject({ upTo: Instant.nullable() }),
  payOut: z.strictObject({ payoutId: Reference, amount: MinorUnits, ...route }),
  refundDeposit: z.strictObject({
    depositId: Reference,
    refundId: Reference,
    amount: MinorUnits,
    ...route,
  }),
  unbind: z.strictObject({ serial, registryRef: Reference }),
  confirmClosure: z.strictObject({ attempt: z.int().positive() }),
  notify: z.strictObject({
    audience: z.enum(audiences),
    template: z.enum(noticeTemplates),
    phase: z.enum(['before', 'at', 'after']),
    ref: AnyReference.nullable(),
    disclosure: z.enum(['open', 'hidden']),
    /** How the merchant's last application came, and the form with its contact: where an answer reaches it. */
    reply: z.strictObject({ channel: Channel, documentId: Reference }).nullable(),
  }),
  openTicket: z.strictObject({
    department: z.enum(departments),
    topic: z.enum(ticketTopics),
    ref: AnyReference.nullable(),
  }),
} as const satisfies Readonly<Record<OrderKind, z.ZodObject>>

export type { OrderKind }
/** What each kind of order tells the service that carries it out, by kind. */
export type OrderParams = { [K in OrderKind]: z.output<(typeof orderParams)[K]> }

/** Where an order can stand. `ordered` is not done: only `confirmed` was observed. */
export const orderStatuses = ['ordered', 'confirmed', 'failed', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** An order that is not tried any more by itself: somebody has to revive or cancel it. */
export interface ParkedOrder {
  /** Why the last attempt failed. */
  code: string
  /** That failed. */
  attempts: number
  at: string
}

const ParkedOrder = z.strictObject({ code: Reference, attempts: Count.positive(), at: Instant })

/** One thing to be done in the acquirer's systems. A new attempt that a person asks for is a new order. */
export type Order = {
  [K in OrderKind]: {
    /** `${lifecycleId}/${tag}/${n}`: the idempotency key, written before the first byte leaves. */
    orderId: string
    kind: K
    params: OrderParams[K]
    status: OrderStatus
    orderedAt: string
    /** A worker announced that it calls out; only for orders that move money, erase or unbind. */
    claimed: boolean
    /** Of the record that gave it. Left out where the tag in `orderId` is that version: `versionOfOrder` reads both. */
    version?: number | undefined
    /** Failed too often and is not tried any more; only as long as it is in flight. */
    parked?: ParkedOrder | undefined
  }
}[OrderKind]

export const Order: z.ZodType<Order> = z.discriminatedUnion(
  'kind',
  orderKinds.map((kind) =>
    z.strictObject({
      orderId: OrderId,
      kind: z.literal(kind),
      params: orderParams[kind],
      status: z.enum(orderStatuses),
      orderedAt: Instant,
      claimed: z.boolean(),
      version: Count.optional(),
      parked: ParkedOrder.optional(),
    }),
  ) as never,
)

/** The version of the record that gave an order. @example journal(lifecycleId, { after: versionOfOrder(order) - 1 }) */
export const versionOfOrder = ({ orderId, version }: Pick<Order, 'orderId' | 'version'>): number =>
  version ?? Number(readOrderName(orderId)?.version)
