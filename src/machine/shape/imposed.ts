import { type ClosureReason, closureReasons, type Instant } from '../../domain/index.ts'
import { fields, flag, instant, nullable, oneOf, optional, text, word } from './kinds.ts'

/** A closure that the provider proposes against the merchant's will, until it is imposed, appealed or dropped. */
export interface Proposal {
  proposalId: string
  reason: ClosureReason
  basis: string
  proposedBy: string
  /** Missing, as the next two, in what was proposed before they were kept. */
  proposedAt?: Instant
  /** The merchant was told, by whatever way notices go. */
  sentAt?: Instant
  /** Told or handed over in writing: its notice runs from here. */
  servedAt?: Instant
  imposedBy: string | null
  /** A written notice with grounds and the way to object is owed; under format 1 none was. */
  needsNotice: boolean
  appeal: 'none' | 'open' | 'dismissed'
}

export const proposal = () =>
  fields<Proposal>({
    proposalId: text,
    reason: oneOf(closureReasons),
    basis: text,
    proposedBy: text,
    proposedAt: optional(instant),
    sentAt: optional(instant),
    servedAt: optional(instant),
    imposedBy: nullable(text),
    needsNotice: flag,
    appeal: word('none open dismissed'),
  })
