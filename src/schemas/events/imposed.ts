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

export const ClosureImposed = z.strictObject({
  type: z.literal('closure.imposed'),
  proposalId: Reference,
  ...vouching,
})
export interface ClosureImposed extends z.output<typeof ClosureImposed> {}

export const ClosureAppealed = z.strictObject({
  type: z.literal('closure.appealed'),
  proposalId: Reference,
  grounds: Text,
})
export interface ClosureAppealed extends z.output<typeof ClosureAppealed> {}

export const AppealDecided = z.strictObject({
  type: z.literal('appeal.decided'),
  proposalId: Reference,
  outcome: z.enum(['upheld', 'dismissed']),
})
export interface AppealDecided extends z.output<typeof AppealDecided> {}

export const imposedEvents = [ClosureProposed, ClosureImposed, ClosureAppealed, AppealDecided] as const
export type ImposedEvent = ClosureProposed | ClosureImposed | ClosureAppealed | AppealDecided
