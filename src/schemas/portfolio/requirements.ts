import { merchantTypes } from '../../domain/index.ts'
import type { PortfolioColumn } from './columns.ts'

/** A column that is asked for because of what stands in another one: one of `when`, or anything at all. */
export interface PortfolioRequirement {
  readonly column: PortfolioColumn
  readonly because: PortfolioColumn
  readonly when?: readonly string[]
}

/**
 * Which columns a row must fill in beyond the required ones, and when. A deposit comes with all three columns or none: each is
 * asked for because of either of the others. Kinds of merchants with a licence have its number (OQ-03). A case that is taken over says from where, and as of when.
 *
 * @example portfolioRequirements.filter(({ column }) => column === 'depositKind')
 */
export const portfolioRequirements = [
  {
    column: 'unifiedSocialCreditCode',
    because: 'merchantType',
    when: merchantTypes.filter((type) => type !== 'individual'),
  },
  { column: 'depositAmount', because: 'depositKind' },
  { column: 'depositAmount', because: 'depositHeldBy' },
  { column: 'depositKind', because: 'depositAmount' },
  { column: 'depositKind', because: 'depositHeldBy' },
  { column: 'depositHeldBy', because: 'depositAmount' },
  { column: 'depositHeldBy', because: 'depositKind' },
  { column: 'depositAmount', because: 'depositRefunded' },
  { column: 'takenOverFrom', because: 'asOf' },
  { column: 'asOf', because: 'takenOverFrom' },
  { column: 'asOf', because: 'acceptance' },
  { column: 'takenOverFrom', because: 'closureReason' },
  { column: 'closingSince', because: 'closureReason' },
  { column: 'closureReason', because: 'closingSince' },
  { column: 'holdCodes', because: 'heldUntil' },
  { column: 'receivedAt', because: 'custody', when: ['received'] },
] as const satisfies readonly PortfolioRequirement[]
