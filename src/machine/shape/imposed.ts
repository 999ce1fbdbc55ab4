import { type ClosureReason, closureReasons } from '../../domain/index.ts'
import { fields, flag, nullable, oneOf, text, word } from './kinds.ts'

export interface Proposal {
  proposalId: string
  reason: ClosureReason
  basis: string
  proposedBy: string
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
    imposedBy: nullable(text),
    needsNotice: flag,
    appeal: word('none open dismissed'),
  })
