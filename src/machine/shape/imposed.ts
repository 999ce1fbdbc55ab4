import { type ClosureReason, closureReasons } from '../../domain/index.ts'
import { fields, nullable, oneOf, text, word } from './kinds.ts'

export interface Proposal {
  proposalId: string
  reason: ClosureReason
  basis: string
  proposedBy: string
  imposedBy: string | null
  appeal: 'none' | 'open' | 'dismissed'
}

export const proposal = () =>
  fields<Proposal>({
    proposalId: text,
    reason: oneOf(closureReasons),
    basis: text,
    proposedBy: text,
    imposedBy: nullable(text),
    appeal: word('none open dismissed'),
  })
