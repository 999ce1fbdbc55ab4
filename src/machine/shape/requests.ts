import { type Instant, type RequestKind, requestKinds } from '../../domain/index.ts'
import { fields, instant, nullable, oneOf, text, word } from './kinds.ts'

/** What the merchant, or its service provider, asked for beside its applications. */
export interface MadeRequest {
  requestId: string
  kind: RequestKind
  serial: string | null
  depositId: string | null
  text: string | null
  madeBy: string
  madeAt: Instant
  status: 'open' | 'answered' | 'declined'
  /** Why it was declined. */
  reason: string | null
}

export const madeRequest = () =>
  fields<MadeRequest>({
    requestId: text,
    kind: oneOf(requestKinds),
    serial: nullable(text),
    depositId: nullable(text),
    text: nullable(text),
    madeBy: text,
    madeAt: instant,
    status: word('open answered declined'),
    reason: nullable(text),
  })
