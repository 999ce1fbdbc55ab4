import * as z from 'zod'
import { payoutMethods } from '../../domain/index.ts'
import { Count, listOf, OrderId, Reference, Text } from '../primitives.ts'

/** The worker says that it is about to call out: from here the order can no longer be cancelled. */
export const OrderClaimed = z.strictObject({ type: z.literal('order.claimed'), orderId: OrderId })
export interface OrderClaimed extends z.output<typeof OrderClaimed> {}

/** The other side accepted it; that it is done is a fact of its own. */
export const OrderConfirmed = z.strictObject({ type: z.literal('order.confirmed'), orderId: OrderId })
export interface OrderConfirmed extends z.output<typeof OrderConfirmed> {}

/** An attempt failed. With `retryable: false` the order has failed, and a ticket asks somebody to look. */
export const OrderFailed = z.strictObject({
  type: z.literal('order.failed'),
  orderId: OrderId,
  code: Reference,
  retryable: z.boolean(),
})
export interface OrderFailed extends z.output<typeof OrderFailed> {}

/** An order is taken back that nobody has begun to carry out, or one that failed is given up. */
export const OrderCancelled = z.strictObject({
  type: z.literal('order.cancelled'),
  orderId: OrderId,
  reason: Text,
})
export interface OrderCancelled extends z.output<typeof OrderCancelled> {}

/** The same purpose is ordered again after a definite failure. */
export const OrderRepeated = z.strictObject({
  type: z.literal('order.repeated'),
  orderId: OrderId,
  /** Of money whose way turned out closed: another one, which was agreed instead. */
  method: z.enum(payoutMethods).optional(),
})
export interface OrderRepeated extends z.output<typeof OrderRepeated> {}

/** It failed so often that nobody tries it any more: it stays in flight, its amount bound, until somebody revives it. */
export const OrderParked = z.strictObject({
  type: z.literal('order.parked'),
  orderId: OrderId,
  /** Why the last attempt failed. */
  code: Reference,
  /** That failed, since it was given or revived. */
  attempts: Count.positive(),
})
export interface OrderParked extends z.output<typeof OrderParked> {}

/** A parked order is tried again at once, under the same key; what failed before is not counted any more. */
export const OrderRevived = z.strictObject({ type: z.literal('order.revived'), orderId: OrderId })
export interface OrderRevived extends z.output<typeof OrderRevived> {}

/** A service answered with events that the record refused: the order stays in flight, and somebody has to look. */
export const AnswerRefused = z.strictObject({
  type: z.literal('answer.refused'),
  orderId: OrderId,
  /** Codes of the refusal, or of what was wrong with the answer. */
  codes: listOf(Reference, { min: 1, max: 20 }),
})
export interface AnswerRefused extends z.output<typeof AnswerRefused> {}

export const orderEvents = [
  OrderClaimed,
  OrderConfirmed,
  OrderFailed,
  OrderCancelled,
  OrderRepeated,
  OrderParked,
  OrderRevived,
  AnswerRefused,
] as const
export type OrderEvent =
  | OrderClaimed
  | OrderConfirmed
  | OrderFailed
  | OrderCancelled
  | OrderRepeated
  | OrderParked
  | OrderRevived
  | AnswerRefused
