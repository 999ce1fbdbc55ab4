import {
  type Instant,
  type Issue,
  type LifecyclePolicy,
  type MerchantType,
  merchantTypes,
} from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import type { HostStatus } from './acceptance.ts'
import type { PayoutAccount } from './account.ts'
import type { ProposedAct } from './acts.ts'
import type { AssignedAgent } from './agents.ts'
import type { Application } from './applications.ts'
import type { Charge } from './charges.ts'
import type { Deadline } from './clocks.ts'
import type { Closing, TailItem } from './closing.ts'
import type { Deposit } from './deposits.ts'
import type { Device } from './devices.ts'
import type { Dispute } from './disputes.ts'
import type { Hold } from './holds.ts'
import type { Proposal } from './imposed.ts'
import { fields, oneOf, optional, text } from './kinds.ts'
import type { Ledger } from './kit.ts'
import type { FollowUp, Note } from './notes.ts'
import type { CarriedOver } from './obligations.ts'
import type { RefusedAnswer } from './orders.ts'
import type { PaperOnFile } from './papers.ts'
import type { Representative } from './parties.ts'
import type { MadeRequest } from './requests.ts'
import type { ToldReports } from './told.ts'
import type { Transaction } from './transactions.ts'
import type { Transfer } from './transfers.ts'

/** Which terminal of whom: these never change within a life. */
export interface Identity {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** The terminal that this one took over from. */
  predecessorTerminalId?: string
  /** The name that a payout account must carry. */
  merchantName: string
  merchantType: MerchantType
  /** All money of this record is in this currency. */
  currency: string
  /** Lives that were opened under format 1 keep its rules where the second is stricter about what was done before. */
  openedInFormat: 1 | 2
}

/** Everything a terminal's life rests on, as plain JSON. */
export interface LifecycleContext {
  identity: Identity
  policy: LifecyclePolicy
  status: HostStatus
  /** When sale was last ordered off, and when on. */
  disabledAt: Instant | null
  enabledAt: Instant | null
  /** Business time of the last transaction known, on any device. */
  lastTransactionAt: Instant | null
  holds: Ledger<Hold>
  devices: Ledger<Device>
  deposits: Ledger<Deposit>
  charges: Ledger<Charge>
  disputes: Ledger<Dispute>
  transactions: Ledger<Transaction>
  orders: Ledger<Order>
  deadlines: Ledger<Deadline>
  documents: Ledger<PaperOnFile>
  application: Application | null
  proposal: Proposal | null
  /** By orderId; they outlive a closure that is cancelled. */
  payouts: Ledger<Transfer>
  /** Minor units that the merchant met too much; the settlement gives them back. */
  credit: number
  /** By `<event type>:<item>`. */
  proposedActs: Ledger<ProposedAct>
  closing: Closing | null
  payoutAccount: PayoutAccount | null
  carriedOver: Ledger<CarriedOver>
  /** By orderId: answers of services that the record refused, until the order ends. */
  refusedAnswers: Ledger<RefusedAnswer>
  requests: Ledger<MadeRequest>
  agent: AssignedAgent | null
  representatives: Ledger<Representative>
  unreachable: readonly ('merchant' | 'serviceProvider')[]
  tail: readonly TailItem[]
  issues: readonly Issue[]
  /** Reports that were told, so that a repeat is known. */
  told: ToldReports
  followUps: Ledger<FollowUp>
  /** Left out of records that never had one. */
  notes?: Ledger<Note>
  /** Names of holds that were open to everybody, have ended, and are in the record no more. Left out until there is one. */
  endedHolds?: readonly string[]
}

export const identity = () =>
  fields<Identity>({
    lifecycleId: text,
    acquirerId: text,
    merchantId: text,
    terminalId: text,
    predecessorTerminalId: optional(text),
    merchantName: text,
    merchantType: oneOf(merchantTypes),
    currency: text,
    openedInFormat: oneOf([1, 2]),
  })
