import * as z from 'zod'
import { AnyReference, Reference } from '../../schemas/index.ts'
import { list } from '../wire.ts'
import { JournalItem } from './journal.ts'

/** Place in what happened: opaque, and good for ever. */
const Place = AnyReference.min(1).max(500)

/** Something that happened to a terminal of the caller's, as the caller may read it. */
export const ChangeView = z.object({
  /** Give it back as `after` to go on behind this change. */
  cursor: Place,
  lifecycleId: Reference,
  version: z.int().nonnegative(),
  entry: JournalItem,
})
export interface ChangeView extends z.output<typeof ChangeView> {}

/** What happened since a place; the list never ends, so there is always a place to go on from. */
export const ChangesView = z.object({
  items: list(ChangeView),
  /** For the next `after`; what was given where nothing happened, `null` before anything has. */
  cursor: Place.nullable(),
  /** There is more now. */
  more: z.boolean(),
})
export interface ChangesView extends z.output<typeof ChangesView> {}
