import type { Locale } from 'terminal-lifecycle/domain'
import type { CaseName } from '../cases/names.ts'
import type { ExitCode } from '../walk-case.ts'
import { en } from './words-en.ts'
import { zhCn } from './words-zh-cn.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** The example's own words; whatever the library has a text for is taken from there. */
export interface Words {
  readonly title: string
  readonly killable: string
  readonly labels: Table<'process' | 'folder' | 'acquirer' | 'clock' | 'dossier'>
  readonly acquirer: Readonly<Record<'started' | 'found', (pid: number) => string>> &
    Table<'unreachable' | 'keyless'>
  readonly holding: (operations: string) => string
  readonly compressed: (now: string) => string
  readonly headings: Table<'portfolio' | 'check' | 'closure' | 'timeline' | 'result' | 'overview'>
  /** What a case is about, in a few words. */
  readonly cases: Readonly<Record<CaseName, string>>
  readonly verdict: Readonly<Record<ExitCode, string>>

  readonly imported: (counts: { file: string; opened: number; known: number; refused: number }) => string
  readonly nothingGood: string
  readonly noCase: string
  readonly columns: Table<
    | 'line'
    | 'column'
    | 'problem'
    | 'terminal'
    | 'device'
    | 'model'
    | 'merchant'
    | 'state'
    | 'deposit'
    | 'settlement'
    | 'orders'
    | 'attempts'
    | 'case'
    | 'about'
    | 'verdict'
    | 'entries'
  >
  readonly wholeLine: string
  readonly restricted: string

  readonly check: Table<'first' | 'later' | 'laterForService' | 'nothing' | 'balances'>
  readonly balances: Table<'unsettled' | 'charges' | 'deposits' | 'disputes'>
  /** `null`: nobody knows yet how much. */
  readonly balance: (what: string, amount: string | null) => string

  readonly continued: (entries: number) => string
  readonly leases: (seconds: number) => string
  readonly opened: string
  /** Carried over from an older format. */
  readonly migrated: (from: number) => string
  readonly refused: (reasons: string) => string
  readonly onBehalf: string
  /** Behind what is applied for. */
  readonly enclosed: (papers: string) => string
  /** Papers that somebody vouches for. */
  readonly seen: (papers: string) => string
  readonly until: (moment: string) => string
  readonly waits: (reason: string, until: string) => string
  readonly attempt: (number: number) => string

  readonly ended: Table<'asIntended' | 'notAsIntended'>
  readonly problems: Table<
    | 'notClosed'
    | 'notInService'
    | 'storyMissing'
    | 'depositOpen'
    | 'settlementOpen'
    | 'ordersOpen'
    | 'chargebackMissing'
    | 'journalBroken'
    | 'issues'
  >
  readonly waiting: (state: string) => string
  readonly unanswered: (order: string, orders: number, attempts: number) => string
  readonly waitingFor: (owner: string) => string
  readonly stuck: (state: string) => string
  readonly leftOpen: (what: string, reference: string) => string
  readonly running: (clock: string, until: string) => string

  readonly transaction: Table<'sale' | 'preAuth' | 'refund'>
  readonly transactionState: Readonly<Partial<Record<string, string>>>
  readonly chargeKind: Readonly<Partial<Record<string, string>>>
  readonly host: Table<'on' | 'off' | 'active' | 'suspended' | 'closed' | 'unknown'>
  readonly unsettled: (amount: string) => string
  readonly batch: (count: number, total: string) => string
  readonly keys: Table<'zeroised' | 'destroyed' | 'revokedAtHost'>
  readonly lost: Table<'lost' | 'stolen' | 'destroyed'>
  readonly test: Table<'smoke' | 'full'>
  readonly condition: Table<'intact' | 'worn' | 'damaged' | 'dead'>
  readonly missing: (name: string) => string
  readonly cause: Table<'human' | 'nonHuman' | 'undetermined'>
  /** Between the members of a list. */
  readonly comma: string
  /** Around what is said by the way. */
  readonly aside: (text: string) => string
}

export const wordsIn = (locale: Locale): Words => (locale === 'en' ? en : zhCn)
