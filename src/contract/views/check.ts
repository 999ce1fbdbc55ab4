import * as z from 'zod'
import { Amount, list, Total } from '../wire.ts'
import { BlockerView } from './blocker.ts'

/** Asked before anything is submitted: what would refuse the request, and what will stand in the way later. */
export interface CheckView {
  possible: boolean
  blockers: readonly BlockerView[]
  later: readonly BlockerView[]
  /** `unsettled` is null where the host was never asked. */
  balances: { unsettled: Amount | null; charges: Amount; deposits: Amount; disputes: Amount }
}

export const CheckView: z.ZodType<CheckView, CheckView> = z.object({
  possible: z.boolean(),
  blockers: list(BlockerView),
  later: list(BlockerView),
  balances: z.object({ unsettled: Amount.nullable(), charges: Total, deposits: Total, disputes: Total }),
})
