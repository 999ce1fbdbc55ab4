import * as z from 'zod'
import { closureReasons } from '../../domain/index.ts'
import { Reference, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'

/** The provider announces a closure; its notice runs from here. */
export const ClosureProposed = z.strictObject({
  type: z.literal('closure.proposed'),
  proposalId: Reference,
  reason: z.enum(closureReasons),
  basis: Text,
})
export interface ClosureProposed extends z.output<typeof ClosureProposed> {}

/**
 * The provider closes against the merchant's will, as was proposed. Not by who proposed it, and not before notice
 * has run, but for an urgent basis.
 */
export const ClosureImposed = z.strictObject({
  type: z.literal('closure.imposed'),
  proposalId: Reference,
  ...vouching,
})
export interface ClosureImposed extends z.output<typeof ClosureImposed> {}

/** The merchant objects to an imposed closure, where the policy's `appealAllowed` lets it. */
export const ClosureAppealed = z.strictObject({
  type: z.literal('closure.appealed'),
  proposalId: Reference,
  grounds: Text,
})
export interface ClosureAppealed extends z.output<typeof ClosureAppealed> {}

/** `upheld`: the merchant is right, and the closure is off. `dismissed`: it stays. Not by who proposed it. */
export const AppealDecided = z.strictObject({
  type: z.literal('appeal.decided'),
  proposalId: Reference,
  outcome: z.enum(['upheld', 'dismissed']),
})
export interface AppealDecided extends z.output<typeof AppealDecided> {}

export const imposedEvents = [ClosureProposed, ClosureImposed, ClosureAppealed, AppealDecided] as const
export type ImposedEvent = ClosureProposed | ClosureImposed | ClosureAppealed | AppealDecided
