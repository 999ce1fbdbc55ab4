import * as z from 'zod'
import {
  type BlockerCode,
  blockerCodes,
  type Data,
  type EventType,
  eventTypes,
  type Owner,
  roles,
} from '../../domain/index.ts'
import { holdsNoSecret, known, list, type Unknown, Words } from '../wire.ts'

const owners = [...roles, 'authority'] as const

/** Why something may not happen yet, as the viewer may know it. */
export interface BlockerView {
  code: BlockerCode | Unknown
  owner: Owner | Unknown
  clearedBy: readonly (EventType | Unknown)[]
  ref?: string | undefined
  data?: Data | undefined
}

/** Plain values that explain a blocker. */
export const Details: z.ZodType<Data, Data> = z.record(
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,60}$/)
    .refine(holdsNoSecret),
  z.union([Words, z.number(), z.boolean(), z.null(), list(Words)]),
)

export const OwnerView = known(owners)
export const EventTypeView = known(eventTypes)

export const BlockerView: z.ZodType<BlockerView, BlockerView> = z.object({
  code: known(blockerCodes),
  owner: OwnerView,
  clearedBy: list(EventTypeView),
  ref: Words.optional(),
  data: Details.optional(),
})
