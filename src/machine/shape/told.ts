import { fields, flag, ledger, text } from './kinds.ts'
import type { Ledger } from './kit.ts'

/** A report that was told, by its natural key: the same one told again is known. */
export interface Told {
  /** Digest of what it said. */
  content: string
  /** It changed something; where it did not, it may still do so when it is told again later. */
  counted: boolean
}

/** Under this name stand those that are remembered for good. */
export const always = 'always'

/**
 * By the hour, in UTC, with whose end they are forgotten, as in `2026-03-02T01`, and below by `<event type>:<digest of the
 * natural key>`. Of a busy terminal there are thousands: a step writes those of one hour and no others.
 */
export type ToldReports = Ledger<Ledger<Told>>

export const told = () => ledger(ledger(fields<Told>({ content: text, counted: flag })))
