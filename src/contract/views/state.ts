import * as z from 'zod'
import { holdsNoSecret } from '../wire.ts'

/** Nested names of the states that a terminal is in: `{ live: { service: 'inService', application: 'none' } }`. */
export type StateView = string | { [name: string]: StateView | undefined }

const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,60}$/)
  .refine(holdsNoSecret)
const inside = (inner: z.ZodType<StateView, StateView>): z.ZodType<StateView, StateView> =>
  Name.or(z.record(Name, inner.optional()))

/** Five levels at most: the chart has four, and a hostile reply shall not nest for ever. */
export const StateView: z.ZodType<StateView, StateView> = inside(inside(inside(inside(Name))))
