import { StoreError, type StoreFailure } from '../../errors/index.ts'
import type { Environment } from '../../runtime/index.ts'
import type { Deliveries, DisabledReason } from '../deliveries.ts'
import type { Endpoint } from './options.ts'

/** What has waited longest. */
export interface OldestDelivery {
  lifecycleId: string
  version: number
  /** Milliseconds since it was planned. */
  ageMs: number
  failures: number
  /** As `HTTP_500`, `TIMEOUT`; `null` before the first failure. */
  lastFailure: string | null
}

/** How an endpoint is doing, for an alarm. */
export interface EndpointHealth {
  endpointId: string
  /** Why nothing is sent; `null` where it is. */
  disabled: DisabledReason | null
  /** Milliseconds since the first failure after the last success; `null` where the last attempt succeeded. */
  failingForMs: number | null
  waiting: number
  /** Of those that wait, the one that was planned first. */
  oldest: OldestDelivery | null
  /** Deliveries that were tried to the end of their schedule. */
  givenUp: number
}

/** How sending gets on, for whoever keeps watch. Neither URLs nor keys nor what is sent is in it. */
export type OutboxHealth =
  | { reachable: true; endpoints: readonly EndpointHealth[] }
  | { reachable: false; failure: StoreFailure }

export interface OutboxHealthParts {
  endpoints: readonly Endpoint[]
  deliveries: Deliveries
  environment: Environment
}

export function createOutboxHealth({ endpoints, deliveries, environment }: OutboxHealthParts) {
  const healthOf = async ({ id: endpointId }: Endpoint): Promise<EndpointHealth> => {
    const { disabled, failingSince, waiting, oldest, givenUp } = await deliveries.standing(endpointId)
    const now = environment.now()
    const failingForMs = failingSince === null ? null : now - failingSince
    if (!oldest) return { endpointId, disabled, failingForMs, waiting, oldest, givenUp }
    const { plannedAt, ...told } = oldest
    const aged = { ...told, ageMs: now - plannedAt }
    return { endpointId, disabled, failingForMs, waiting, oldest: aged, givenUp }
  }

  /** Never rejects because the store does: then that is the answer. */
  return async (): Promise<OutboxHealth> => {
    try {
      return { reachable: true, endpoints: await Promise.all(endpoints.map(healthOf)) }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { reachable: false, failure: error.failure }
    }
  }
}
