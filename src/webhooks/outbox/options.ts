import type { Actor } from '../../domain/index.ts'
import type { Environment, Runtime } from '../../runtime/index.ts'
import type { CallbackRules } from '../callback-url.ts'
import type { Deliveries, DisabledReason } from '../deliveries.ts'
import type { Transport } from '../transport.ts'

/** A subscriber: where it listens, and with whose eyes it reads. */
export interface Endpoint {
  /** Chosen once and kept: under it the cursor and what waits are stored. Letters, digits, `_`, `:`, `.` and `-`, 100 at most; no number of a card or of a person. */
  id: string
  /** Must pass `judgeCallbackUrl`. */
  url: string
  /** It is sent what this actor may read of its own terminals, as `runtime.changes` tells it. */
  actor: Actor
  /** Types of events that are sent, `opened`, `timer.due` and `migrated` among them; all when left out. */
  eventTypes?: readonly string[] | undefined
  /**
   * 1 to 5 keys as `signWebhook` takes them; every message is signed with each. To change a key, give the new one beside the old
   * one until the receiver has it. They are asked for at each attempt where a function is given, and stored nowhere.
   */
  secrets: readonly string[] | (() => readonly string[] | Promise<readonly string[]>)
}

/** A delivery that was tried to the end of its schedule. */
export interface GivenUp {
  endpointId: string
  /** The `webhook-id` it was sent with. */
  id: string
  lifecycleId: string
  version: number
  failures: number
  /** As `HTTP_500`, `TIMEOUT`, `ADDRESS_REFUSED`. */
  lastFailure: string
}

/** An endpoint that nothing is sent to any more, until somebody enables it. */
export interface Disabled {
  endpointId: string
  /**
   * `gone`: the receiver answered 410. `failing`: nothing got through for `disableAfterMs`. `lost`: the change behind which to go on is not
   * on record any more; `redeliver` says where to begin, before `enable`.
   */
  reason: DisabledReason
}

/** What failed on our side; the deliveries are tried again. */
export interface OutboxFailure {
  endpointId: string
  error: unknown
}

/** What is sent to whom, by what, and how long it is tried. */
export interface OutboxOptions {
  runtime: Pick<Runtime, 'changes'>
  endpoints: readonly Endpoint[]
  /** Where cursors and deliveries are kept: `sqliteDeliveries`, or `memoryDeliveries` for a test. */
  deliveries: Deliveries
  /** `nodeTransport`, which sends only to public addresses. */
  transport: Transport
  /** `systemEnvironment` of the runtime; a test passes its own. */
  environment: Environment
  /** Ports and names that a callback URL may have beside the usual; the transport must be told the same. */
  callbacks?: CallbackRules | undefined
  /** Names this process in leases; made up when left out. No two running at once may share a name. */
  worker?: string | undefined
  /** Deliveries under way to one endpoint at a time; 4 when left out. Those of one life go one after another. */
  concurrency?: number | undefined
  /**
   * Milliseconds for which a claimed delivery belongs to this worker; 60 000 when left out. A transport may take half of it. After a
   * crash it is what others wait before they take over.
   */
  leaseMs?: number | undefined
  /** Milliseconds after which `run` looks for what other processes planned or changed; 1 000 when left out. */
  pollMs?: number | undefined
  /** Deliveries that may wait for one endpoint; 1 000 when left out. The rest stays with the runtime until there is room. */
  mostWaiting?: number | undefined
  /** Milliseconds before each attempt; `deliverySchedule` when left out. After the last one a delivery is given up. */
  schedule?: readonly number[] | undefined
  /** Milliseconds of nothing but failures after which an endpoint is disabled; five days when left out. */
  disableAfterMs?: number | undefined
  /** Told of a delivery that failed for so long that it is not tried again by itself. */
  onGivenUp?: ((givenUp: GivenUp) => void) | undefined
  /** Told once when an endpoint is sent nothing any more. */
  onDisabled?: ((disabled: Disabled) => void) | undefined
  /** What could not be told anybody else: a store that fails, a transport that threw, keys that sign nothing. */
  onFailure?: ((failure: OutboxFailure) => void) | undefined
}
