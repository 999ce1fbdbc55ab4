import * as z from 'zod'
import { type Amount, known, list, NetAmount, Total, type Unknown } from '../wire.ts'
import { BlockerView } from './blocker.ts'
import { WantedPaperView } from './papers.ts'

/** Asked before anything is submitted: what would refuse the request, and what will stand in the way later. */
export interface CheckView {
  possible: 'now' | 'withPapers' | 'no' | Unknown
  blockers: readonly BlockerView[]
  /** What would have to come with it: all of these. */
  papers: readonly WantedPaperView[]
  later: readonly BlockerView[]
  /** `unsettled` is null where the host was never asked. */
  balances: { unsettled: Amount | null; charges: Amount; deposits: Amount; disputes: Amount }
}

export const CheckView: z.ZodType<CheckView, CheckView> = z.object({
  possible: known(['now', 'withPapers', 'no']),
  blockers: list(BlockerView),
  papers: list(WantedPaperView),
  later: list(BlockerView),
  balances: z.object({ unsettled: NetAmount.nullable(), charges: Total, deposits: Total, disputes: Total }),
})
