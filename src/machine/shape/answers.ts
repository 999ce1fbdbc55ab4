import type {
  Actor,
  AgentTask,
  Blocker,
  BlockerCode,
  Channel,
  ClosureReason,
  Data,
  DocumentRef,
  DocumentType,
  EventType,
  FollowUpKind,
  Instant,
  Issue,
  LifecyclePolicy,
  Money,
  Owner,
  OwnWords,
  Price,
  ProcedureProcess,
  RequiredDocument,
  Role,
  SuspensionReason,
} from '../../domain/index.ts'
import type { LifecycleEvent, Order } from '../../schemas/index.ts'
import type { HostStatus } from './acceptance.ts'
import type { Deadline } from './clocks.ts'
import type { LifecycleContext } from './context.ts'
import type { Deposit } from './deposits.ts'
import type { Device } from './devices.ts'
import type { Hold } from './holds.ts'
import type { LifecycleRecord, StampedEvent, StateValue } from './record.ts'
import type { ClosingTakenOver, TakenOver } from './taken-over.ts'

/** A terminal as it stands when it is opened here: selling, or imported with holds, deposits, charges and devices. */
export interface LifecycleInput {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** The terminal that this one took over from. */
  predecessorTerminalId?: string | undefined
  merchantName: string
  merchantType: LifecycleContext['identity']['merchantType']
  /** ISO 4217; CNY when left out. */
  currency?: string | undefined
  devices: readonly (Pick<Device, 'serial' | 'owner' | 'tenancy'> & Partial<Device>)[]
  /** The service provider that looks after it. */
  agent?: { agentId: string; tasks: readonly AgentTask[] } | undefined
  deposits?:
    | readonly (Pick<Deposit, 'depositId' | 'kind' | 'amount' | 'heldBy'> & Partial<Deposit>)[]
    | undefined
  /** Effective at once, with the defaults of their reason's profile; one that names no limits, and has none by default, limits all. */
  holds?:
    | readonly (Pick<Hold, 'holdId' | 'code'> & {
        chargeId?: string | undefined
        serial?: string | undefined
        orderRef?: string | undefined
        caps?: Hold['caps'] | undefined
        disclosure?: Hold['disclosure'] | undefined
        until?: Instant | undefined
        words?: string | undefined
        side?: Hold['side'] | undefined
      })[]
    | undefined
  charges?: readonly { chargeId: string; kind: string; amount: Money }[] | undefined
  transactions?: readonly LifecycleContext['transactions'][string][] | undefined
  /** By id; their facts count as checked by whoever opens the life. */
  documents?: Readonly<Record<string, DocumentRef>> | undefined
  lastTransactionAt?: Instant | null | undefined
  /** Two people let it have a device that another life has, or a number that rests. */
  exception?: { evidence: DocumentRef; enteredBy: string; verifiedBy: string } | undefined
  payoutAccount?: LifecycleContext['payoutAccount'] | undefined
  status?: Omit<HostStatus, 'acceptedReadAt'> | undefined
  /** A closure that was begun elsewhere; who opens it vouches for the decision. Needs `takenOver`. */
  closing?: ClosingTakenOver | undefined
  /** Where the case was until now, and as of when it is told. Stands in the first entry of the journal. */
  takenOver?: TakenOver | undefined
  openedBy: Actor
}

/**
 * One thing that is told, once: an event with who tells it, or the id of a deadline that has come. `at` is
 * business time, ISO 8601 with offset. `orderTag` names the orders that it gives, as `<lifecycleId>/<orderTag>/<n>`: with one that
 * is made of the command alone they are called the same when it is told again to a record that has lost its end. A runtime
 * gives one of twenty letters from a to p; left out, or in another form, it is the version of the record.
 */
export type Command = { commandId: string; at: Instant; orderTag?: string | undefined } & (
  | { event: LifecycleEvent; actor: Actor }
  | { timer: string }
)

/** What the journal keeps of one accepted command. The runtime adds `prevHash` and `hash`. */
export interface JournalEntry {
  /** Equal to `version`; 0 is the opening. */
  seq: number
  version: number
  at: Instant
  commandId: string
  actor: Actor
  cause:
    | StampedEvent
    | { timer: string }
    | { opened: LifecycleInput; policy: LifecyclePolicy }
    /** An older format was carried over: the record as it stands from here; what is folded starts with it. */
    | { migrated: LifecycleRecord; from: number }
  from: StateValue | null
  to: StateValue
  orderIds: readonly string[]
  issues: readonly Issue[]
}

/** The event was taken. `record` and `entry` belong together: store both in one transaction. */
export interface Accepted {
  accepted: true
  /** A repeat by its natural key: nothing changed, nothing was journalled. */
  noop: boolean
  record: LifecycleRecord
  /** `null` only for a repeat. */
  entry: JournalEntry | null
  /** New or changed by this step. */
  orders: readonly Order[]
  deadlines: readonly Deadline[]
  issues: readonly Issue[]
}

/** Nothing changed. `BLOCKED` names what stands in the way, whose turn it is and what clears it. */
export interface Refused {
  accepted: false
  code: 'NOT_ALLOWED_IN_STATE' | 'BLOCKED' | 'TIMER_UNKNOWN'
  state: StateValue
  blockers: readonly Blocker[]
}

/** What `step` says: taken, with the new record, or refused, with every reason. It never throws for a refusal. */
export type Answer = Accepted | Refused

/** When and by whom something would be done. Nothing is stored, and no clock is read: `at` is now for the answer. */
export interface Asking {
  at: Instant
  actor: Actor
  /** Whose eyes the answer is for; the actor's role when left out. A hidden hold shows others only CONTACT_PROVIDER. */
  viewer?: Role | undefined
}

/** One event known here: may it be sent now, and if not, why. */
export interface Action {
  event: EventType
  /** The item for which it is possible, or nearest to it. */
  ref?: string | undefined
  enabled: boolean
  blockers: readonly Blocker[]
  /** A clock that enables it has run. */
  overdue: boolean
}

/** Why a paper that is on file does not count. */
export interface PaperFlaw {
  documentId: string
  code: BlockerCode
  /** What it does not say, or says otherwise. */
  fact?: string | undefined
}

/** A paper that is wanted. */
export interface WantedPaper {
  /** One of these will do. */
  anyOf: readonly DocumentType[]
  onFile: readonly PaperFlaw[]
}

/** Something that is still wanted of somebody, with the events that settle it. */
export interface Requirement {
  code: BlockerCode
  owner: Owner
  clearedBy: readonly EventType[]
  ref?: string | undefined
  /** What whoever clears it has to name, under the names that the clearing events have for it. */
  data?: Data | undefined
  /** All of these are wanted. */
  papers?: readonly WantedPaper[] | undefined
  /** What is owed, where it is money. */
  amount?: Money | undefined
  /** What is to be followed up, where the machine opened it by itself. */
  followUp?: FollowUpKind | undefined
  due?: Instant | undefined
}

/** What is missing, sorted by when it is needed. */
export interface Requirements {
  currentlyDue: readonly Requirement[]
  eventuallyDue: readonly Requirement[]
  pastDue: readonly Requirement[]
  pendingVerification: readonly Requirement[]
  errors: readonly { code: string; reason: string; ref?: string | undefined }[]
  deadlines: readonly Deadline[]
}

/** How something is done at a terminal. */
export interface ProcedureQuestion {
  process: ProcedureProcess
  at: Instant
  /** The device that it is about; one that the terminal sells on when left out. */
  serial?: string | undefined
  /** Codes of the process, where they are known: the papers of an application depend on them. */
  reasons?: readonly (SuspensionReason | ClosureReason)[] | undefined
}

/** What is published of it, and what the record's own policy asks for. */
export interface ProcedureAnswer {
  process: ProcedureProcess
  /** To be named by the application as read; `null`: nothing is published of this process. */
  version: string | null
  from: string | null
  until: string | null
  /** Ways in which an application is taken. */
  channels: readonly Channel[]
  steps: readonly OwnWords[]
  papers: readonly RequiredDocument[]
  /** The table in force, and what stands in it for this process and model. */
  feeTableVersion: string | null
  fees: readonly Price[]
  /** What has to come back with the device; `null`: not known. */
  accessories: readonly { name: string; count: number }[] | null
}

/** Asked before anything is submitted. */
export interface Check {
  /**
   * `now`: it would be accepted with what is on file. `withPapers`: nothing but papers is missing, the form among them.
   * `no`: something else stands in the way, and `blockers` name it.
   */
  possible: 'now' | 'withPapers' | 'no'
  /** What would refuse the request itself. */
  blockers: readonly Blocker[]
  /** What would have to come with it: all of these. */
  papers: readonly WantedPaper[]
  /** What will stand in the way afterwards, as it looks now. */
  later: readonly Blocker[]
  balances: { unsettled: Money | null; charges: Money; deposits: Money; disputes: Money }
}
