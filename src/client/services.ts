import type { AcquirerClient } from '../contract/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'
import type { Call, LifecycleEvent, OrderKind, OrderParams, Services } from '../schemas/index.ts'
import { eraseDevice, readBackup, revokeKeys, unbind, uploadBatch } from './services/devices.ts'
import { payOut, refundDeposit, requestStatement } from './services/money.ts'
import { done, orPending, type Perform, performing } from './services/perform.ts'
import { readStatus } from './services/status.ts'

type Events = Promise<readonly LifecycleEvent[]>

/** How long is waited for a reading. */
export interface AcquirerServicesOptions {
  /** The same business clock as the record's. With it, a reading that cannot be there yet is asked for when it can. */
  readonly clock?: { now(): string } | undefined
}

/** Orders with nothing to report: accepted is not done, what came of it is read back or told by somebody else. */
const accepted =
  (perform: Perform, kind: 'disableAcceptance' | 'enableAcceptance' | 'collectDevice' | 'openTicket') =>
  async (params: OrderParams[typeof kind], call: Call): Events => {
    // Kind and parameters belong together; a list of kinds cannot say so.
    done(await perform(kind, params as never, call))
    return []
  }

const confirmClosure =
  (perform: Perform) =>
  async (params: OrderParams['confirmClosure'], call: Call): Events => {
    const { providerRef } = done(await perform('confirmClosure', params, call))
    return [{ type: 'closure.confirmed', providerRef, orderId: call.orderId }]
  }

const notify =
  (perform: Perform) =>
  async (params: OrderParams['notify'], call: Call): Events => {
    done(await perform('notify', params, call))
    const { template, audience } = params
    return [{ type: 'notice.sent', template, audience, orderId: call.orderId }]
  }

/**
 * Every order of the machine, carried out through a client: the order's id is the idempotency key, and what the other side
 * reports comes back as events.
 *
 * A payout, refund, erasure or unbinding that failed comes back as its own event; any other failed result throws
 * `RefusedError`, so that the order counts as failed. A result that has not ended is `pending()`: asked for again later, with the
 * same key, like what threw any other error. A repeat asks `getResult` first, for the other side may have forgotten the key.
 *
 * @example createRuntime({ store, services: acquirerServices(client) })
 */
export const acquirerServices = (client: AcquirerClient, options: AcquirerServicesOptions = {}): Services => {
  checkOptions({ client }, { client: 'object' })
  checkOptions(options, { clock: '.now?' } satisfies OptionRules<AcquirerServicesOptions>)
  const { clock } = options
  const perform = performing(client)
  const services: Services = {
    disableAcceptance: accepted(perform, 'disableAcceptance'),
    enableAcceptance: accepted(perform, 'enableAcceptance'),
    readStatus: readStatus(client, clock),
    uploadBatch: uploadBatch(perform),
    readBackup: readBackup(perform),
    eraseDevice: eraseDevice(perform),
    revokeKeys: revokeKeys(perform),
    collectDevice: accepted(perform, 'collectDevice'),
    requestStatement: requestStatement(perform),
    payOut: payOut(perform),
    refundDeposit: refundDeposit(perform),
    unbind: unbind(perform),
    confirmClosure: confirmClosure(perform),
    notify: notify(perform),
    openTicket: accepted(perform, 'openTicket'),
  }
  const guarded = (Object.keys(services) as OrderKind[]).map((kind) => {
    // Kind and parameters belong together; a list of all kinds cannot say so.
    const carryOut = services[kind] as (params: unknown, call: Call) => Events
    return [kind, (params: unknown, call: Call) => orPending(carryOut(params, call))]
  })
  return Object.fromEntries(guarded) as Services
}
