import type {
  Actor,
  CapabilityName,
  ClockName,
  ClockRule,
  ClosureReason,
  DocumentRef,
  EventType,
  Instant,
  Issue,
  LifecyclePolicy,
  Limit,
  MerchantType,
  Money,
  ReleasePath,
  SuspensionReason,
  TestKind,
} from '../domain/index.ts'
import type { Order, OrderStatus, ProposableAct } from '../schemas/index.ts'
import type { CarriedOver, Closing, TailItem } from './context-closing.ts'

export type { CarriedOver, Closing, TailItem } from './context-closing.ts'

/** Items by their own key; never arrays, so that a repeat finds what it repeats. */
export type Ledger<Item> = Readonly<Record<string, Item>>

export interface Identity {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** The name that a payout account must carry. */
  merchantName: string
  merchantType: MerchantType
  /** All money of this record is in this currency. */
  currency: string
}

/** planned → effective → cleared → lifted; rescinded: any → lifted. */
export interface Hold {
  holdId: string
  code: SuspensionReason
  caps: readonly Limit[]
  status: 'planned' | 'effective' | 'cleared' | 'lifted'
  /** Its own for life, unless it is reclassified. */
  release: ReleasePath
  test: TestKind
  disclosure: 'open' | 'hidden'
  startsAt: Instant
  orderRef: string | null
  chargeId: string | null
  placedBy: Actor
  remedy: { evidence: readonly string[]; claimedBy: string; verifiedBy: string | null } | null
  /** While closing, its limits on payout and erasure no longer count; the others do. */
  eased: boolean
}

export interface Application {
  applicationId: string
  kind: 'suspension' | 'reinstatement' | 'closure'
  digest: string
  documents: readonly DocumentRef[]
  reasons: readonly string[]
  holdIds: readonly string[]
  /** personIds of applicant and recorder: none of them may approve. */
  makers: readonly string[]
  /** 1, and one more for each supplement. */
  attempt: number
  startsAt: Instant | null
  effectiveDate: Instant | null
  informationItems: readonly string[]
  rejection: { code: string; reason: string; resubmittable: boolean } | null
  /** Only while an approved closure waits for its effective date. */
  approval: { by: string; at: Instant } | null
}

/** Four independent facts (custody, erasure, keys, binding) and what they rest on. */
export interface Device {
  serial: string
  role: 'bound' | 'retired'
  owner: 'provider' | 'merchant' | 'agent'
  tenancy: 'sole' | 'shared'
  custody: 'merchant' | 'inTransit' | 'received' | 'inspected' | 'lost' | 'lossAccepted'
  /** Business time up to which the device is known to be empty. */
  drainedUpTo: Instant | null
  /** Undrained items were written off by the host's totals, by two persons. */
  writtenOff: boolean
  batches: readonly string[]
  lastTransactionAt: Instant | null
  backup: { upTo: Instant; hash: string; verified: boolean; waived: boolean } | null
  erasure: 'none' | 'authorised' | 'completed' | 'failed' | 'verified' | 'moot'
  erasedBy: string | null
  keys: 'loaded' | 'zeroised' | 'destroyed'
  keysRevokedAt: Instant | null
  binding: 'bound' | 'unbindingOrdered' | 'unbound'
  registryRef: string | null
  unreadable: boolean
  /** Set by `return.authorised`; a sealed device may travel before it is erased. */
  returnTo: { destination: string; bagNo: string | null; trackingNo: string | null } | null
  /** Codes of the journey that the inspection has to answer before it counts. */
  journeyFaults: readonly ('ERASE_OR_SEAL_FIRST' | 'SEAL_BROKEN')[]
  inspection: {
    condition: string
    incomplete: boolean
    damageCause: string | null
    sealBreach: string | null
  } | null
  lossReport: string | null
  /** All there ever were, so that a repeat is known. */
  receipts: readonly string[]
  /** Of this journey. */
  receivedAt: Instant | null
  retiredAt: Instant | null
}

/** An amount on its way, by the order that carries it. */
export interface Transfer {
  amount: number
  /** What of it was paid although it was no longer owed; it is charged back. */
  excess: number
  status: OrderStatus | 'returned'
  /** The caller's own reference: payoutId or refundId. */
  reference: string
}

export interface Deposit {
  depositId: string
  kind: 'guarantee' | 'device_pledge'
  amount: Money
  heldBy: string
  releaseRule: 'custody' | 'guaranteeTail'
  /** By orderId. */
  refunds: Ledger<Transfer>
  /** By chargeId, minor units. */
  deductions: Readonly<Record<string, number>>
  carriedOver: number
}

export interface Charge {
  chargeId: string
  kind: string
  /** As raised, or as determined. */
  amount: Money
  /** By payment reference, minor units; deductions from deposits stand as `deposit:<depositId>`. */
  payments: Readonly<Record<string, number>>
  carriedOver: number
  status: 'raised' | 'disputed' | 'determined'
  feeTableVersion: string
  raisedBy: string
}

export interface Dispute {
  caseId: string
  amount: Money
  dueAt: Instant
  status: 'open' | 'closed'
  liability: 'merchant' | 'provider' | null
  /** Missing while it is open. */
  outcome?: 'won' | 'lost' | 'withdrawn'
  carriedOver: boolean
}

export interface Transaction {
  ref: string
  kind: 'sale' | 'preAuth' | 'refund'
  state: string
  amount: Money
  occurredAt: Instant
  serial: string | null
  test: boolean
  /** Counts once it is accepted by the other side; written off with its device. */
  resolution: { handling: string; proposedBy: Actor; accepted: boolean } | null
}

export interface Proposal {
  proposalId: string
  reason: ClosureReason
  basis: string
  proposedBy: string
  imposedBy: string | null
  appeal: 'none' | 'open' | 'dismissed'
}

export interface Deadline {
  /** The clock's name, or `name:ref` where there is one per hold, device, deposit, charge or order. */
  id: string
  name: ClockName
  ref: string | null
  due: Instant
  rule: ClockRule
  /** `known: false`: the calendar did not cover the days up to `due`, Monday to Friday was assumed. */
  calendar: { id: string; version: string; known: boolean }
  startedAt: Instant
  status: 'running' | 'paused' | 'fired' | 'cancelled'
  /** What is left while paused: working days, else milliseconds. */
  remaining: number | null
  enables: readonly EventType[]
}

/** The host's own word about the terminal, as last read back. */
export interface HostStatus {
  acceptance: 'on' | 'off' | 'unknown'
  registry: 'active' | 'suspended' | 'closed' | 'unknown'
  unsettled: number | null
  readAt: Instant | null
  capabilities: Readonly<Partial<Record<CapabilityName, boolean>>>
}

/** First half of an act that needs two people. */
export interface ProposedAct {
  act: ProposableAct
  by: string
  at: Instant
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
  documents: Ledger<DocumentRef>
  application: Application | null
  proposal: Proposal | null
  /** By orderId; they outlive a closure that is cancelled. */
  payouts: Ledger<Transfer>
  /** Minor units that the merchant met too much; the settlement gives them back. */
  credit: number
  /** By `<event type>:<item>`. */
  proposedActs: Ledger<ProposedAct>
  closing: Closing | null
  payoutAccount: {
    token: string
    name: string
    enteredBy: string
    verifiedBy: string | null
    changedAt: Instant
  } | null
  carriedOver: Ledger<CarriedOver>
  representatives: Ledger<{ personId: string; organisationId: string; mandateRef: string }>
  unreachable: readonly ('merchant' | 'serviceProvider')[]
  tail: readonly TailItem[]
  issues: readonly Issue[]
  followUps: Ledger<{ id: string; text: string; done: boolean }>
}
