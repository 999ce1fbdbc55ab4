import type { Actor, BlockerCode, DocumentRef } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Document, LifecycleEvent, Merchant, Terminal } from 'terminal-lifecycle/schemas'
import type { Moment } from '../office-hours.ts'

/** The terminal that is closed, as the portfolio lists it. */
export interface CaseTerminal {
  readonly lifecycleId: string
  readonly merchant: Merchant
  readonly terminal: Terminal
}

/** What a person knows who is about to act. */
export interface Situation extends CaseTerminal {
  readonly record: LifecycleRecord
  /** Business time of the act. */
  readonly at: string
  /** Puts a paper on file; what comes back is all that an event carries of it. */
  file(document: Document): Promise<DocumentRef>
  /** What the host says of the terminal now. */
  readHost(): Promise<LifecycleEvent>
}

/**
 * One act of one person. Its turn has come when the machine would accept it, `explain(...)` being empty; until then everybody
 * waits. The id is the command's id too, so that an act told twice is one act.
 */
export interface Step {
  readonly id: string
  readonly by: Actor
  readonly after: Moment
  readonly event: (situation: Situation) => LifecycleEvent | Promise<LifecycleEvent>
  /** Tried although it must be refused, with exactly these codes. */
  readonly refusedAs?: readonly BlockerCode[]
  /** Left out when the acquirer's systems cannot be reached. */
  readonly needsHost?: true
}

const today = (time: string): Moment => ({ workingDays: 0, time })
const nextDay = (time: string): Moment => ({ workingDays: 1, time })
const inDays = (workingDays: number, time: string): Moment => ({ workingDays, time })
export const when = { today, nextDay, inDays }

export const cny = (amount: number) => ({ amount, currency: 'CNY' })
