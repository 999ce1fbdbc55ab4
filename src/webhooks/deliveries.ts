/** One message to one endpoint, as it waits. */
export interface PlannedDelivery {
  /** The `webhook-id`: the same at every attempt, and whenever this change is planned again. */
  id: string
  lifecycleId: string
  version: number
  /** What is sent, to the byte. */
  body: string
}

/** A delivery that one worker has to itself for a while. */
export interface ClaimedDelivery extends PlannedDelivery {
  endpointId: string
  worker: string
  /** Tells this claim from earlier ones, also of the same worker. */
  claim: number
  /** Attempts that failed. */
  failures: number
}

/**
 * `gone`: the receiver answered 410. `failing`: nothing got through for too long. `lost`: the change behind which to go on is not on
 * record, because it was purged or the records are those of a back-up.
 */
export type DisabledReason = 'gone' | 'failing' | 'lost'

/** How an endpoint is doing. */
export interface EndpointStanding {
  /** Up to where the changes are planned; `null` before the first. */
  cursor: string | null
  disabled: DisabledReason | null
  /** Milliseconds since 1970 of the first failure after the last success; `null` where the last attempt succeeded. */
  failingSince: number | null
  /** Deliveries that wait, those under way included. */
  waiting: number
  /** Of those, the one that was planned first. */
  oldest: {
    lifecycleId: string
    version: number
    plannedAt: number
    failures: number
    lastFailure: string | null
  } | null
  /** Deliveries that were tried to the end of the schedule; `redeliver` plans them again, from `null` all of them. */
  givenUp: number
}

/** Deliveries that follow from a part of the feed, written with the cursor in one transaction. */
export interface Plan {
  endpointId: string
  /** Where the planner has read from: another one may have been faster. */
  from: string | null
  to: string
  /** In the order of the changes. */
  deliveries: readonly PlannedDelivery[]
  /** Milliseconds since 1970. */
  now: number
}

/** Which deliveries a worker takes, and until when nobody else may. Wall time in milliseconds since 1970. */
export interface DeliveryClaim {
  endpointId: string
  worker: string
  now: number
  leaseUntil: number
  limit: number
}

/** What became of a claimed delivery. Times are milliseconds since 1970. */
export type Settlement =
  | { outcome: 'delivered' }
  /** Nothing was sent: free at once, and no failure. */
  | { outcome: 'released' }
  | {
      outcome: 'failed' | 'givenUp'
      now: number
      /** Not before; means nothing for one that is given up. */
      retryAt: number
      code: string
      /** The receiver asked that nothing at all be sent before. */
      holdUntil?: number | undefined
    }

/**
 * Where the outbox keeps what it owes: for each endpoint a cursor, and the deliveries that wait. Each method is one
 * transaction. Any number of outboxes, in any number of processes, may share one; none holds a secret.
 *
 * @throws StoreError from each method when it fails; then nothing of it was written.
 */
export interface Deliveries {
  /** How far the endpoint is planned, and whether it fails; of an unknown one as of a new one. */
  standing(endpointId: string): Promise<EndpointStanding>
  /**
   * Writes deliveries and moves the cursor, together. `false`, and nothing is written, when the cursor is not at `from` or the
   * endpoint is disabled. A delivery that waits already stays as it is; one that was given up begins anew.
   */
  plan(plan: Plan): Promise<boolean>
  /**
   * Takes due deliveries, the oldest first. Of one life, one at a time and in order; one that failed three times is overtaken.
   * None of an endpoint that is disabled or wants to be left alone.
   */
  claim(claim: DeliveryClaim): Promise<readonly ClaimedDelivery[]>
  /** `false` when the lease was taken over: then somebody else has to say what became of it. */
  settle(delivery: ClaimedDelivery, settlement: Settlement): Promise<boolean>
  /** When something can be claimed, in milliseconds since 1970; `null` where nothing waits. It may be less than it says. */
  next(endpointId: string): Promise<number | null>
  /** `false` when it was disabled already. */
  disable(endpointId: string, reason: DisabledReason): Promise<boolean>
  /** What waits is due at once and has its whole schedule before it. */
  enable(endpointId: string, now: number): Promise<void>
  /**
   * Puts the cursor where it is told to. `null`: what was given up is forgotten with it, in the same transaction. All that may
   * still be told is planned anew; what may not be, because its life was purged or its reader sees less today, never would be.
   * What is being sent is taken back from its worker: its attempt began before this was asked, so it is sent once more, and neither
   * counts as delivered nor as given up by it.
   */
  rewind(endpointId: string, cursor: string | null): Promise<void>
  /** Ends what is under way and lets the file go; every later call rejects. */
  close(): Promise<void>
}

/** Failures after which a delivery lets later ones of its life pass. */
export const overtakenAfter = 3
