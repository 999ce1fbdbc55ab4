import * as z from 'zod'
import {
  closureReasons,
  type ClosureReason as DomainClosureReason,
  type SuspensionReason as DomainSuspensionReason,
  suspensionReasons,
} from '../../domain/index.ts'

/** Why a terminal is limited; which profile a reason has is told by `reasonProfiles`. */
export const SuspensionReason: z.ZodType<DomainSuspensionReason, DomainSuspensionReason> =
  z.enum(suspensionReasons)
export type SuspensionReason = DomainSuspensionReason

/** Why a terminal is given up for good. */
export const ClosureReason: z.ZodType<DomainClosureReason, DomainClosureReason> = z.enum(closureReasons)
export type ClosureReason = DomainClosureReason
