import {
  type ClosureReason,
  closureReasons,
  type EventType,
  eventTypes,
  type Instant,
} from '../../domain/index.ts'
import type { FiledClosure } from '../../schemas/index.ts'
import { filedRequest } from './filed.ts'
import { fields, flag, instant, type Kind, natural, nullable, oneOf, text } from './kinds.ts'
import { type Statement, statement } from './settlement.ts'

/** What only exists while the terminal is given up; complete when it is there. */
export interface Closing {
  reason: ClosureReason
  /** What the merchant asked for, and the paper that is its form; `null` where the closure was imposed. */
  request: FiledClosure | null
  formDocumentId: string | null
  startedAt: Instant
  /** Confirmations asked for. */
  attempt: number
  confirmedAt: Instant | null
  closedAt: Instant | null
  /** The version that froze the books. */
  closedSeq: number | null
  /** First reading of `off` after the last order; what is uploaded later empties a device. */
  offReadAt: Instant | null
  statement: Statement | null
  settlementCarriedOver: number
}

/** What arrived after the books were closed. */
export interface TailItem {
  eventSeq: number
  kind: EventType
  at: Instant
  ref: string | null
  /** Somebody still has to deal with it. */
  open: boolean
}

export const closing = () =>
  fields<Closing>({
    reason: oneOf(closureReasons),
    request: nullable(filedRequest as Kind<unknown> as Kind<FiledClosure>),
    formDocumentId: nullable(text),
    startedAt: instant,
    attempt: natural,
    confirmedAt: nullable(instant),
    closedAt: nullable(instant),
    closedSeq: nullable(natural),
    offReadAt: nullable(instant),
    statement: nullable(statement()),
    settlementCarriedOver: natural,
  })

export const tailItem = () =>
  fields<TailItem>({
    eventSeq: natural,
    kind: oneOf(eventTypes),
    at: instant,
    ref: nullable(text),
    open: flag,
  })
