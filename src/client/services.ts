import { type AcquirerClient, terminalRef } from '../contract/index.ts'
import type { Call, LifecycleEvent, OrderKind, OrderParams, Services } from '../schemas/index.ts'
import {
  collectDevice,
  eraseDevice,
  readBackup,
  revokeKeys,
  unbind,
  uploadBatch,
} from './services/devices.ts'
import { payOut, refundDeposit, requestStatement } from './services/money.ts'
import { done, orRefused, type Perform, performing } from './services/perform.ts'
import { readStatus } from './services/status.ts'

type Events = Promise<readonly LifecycleEvent[]>

export interface AcquirerServicesOptions {
  /**
   * The same business clock as the record's. With it, an order that is repeated more than 23 hours after it was given asks
   * `getResult` first, for by then the other side may have forgotten its key.
   */
  readonly clock?: { now(): string } | undefined
}

// Accepted is not done: what the host now does is read back by an order of its own.
const disableAcceptance =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['disableAcceptance'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('disableAcceptance', call, (options) => client.disableAcceptance(input, options)))
    return []
  }

const enableAcceptance =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['enableAcceptance'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('enableAcceptance', call, (options) => client.enableAcceptance(input, options)))
    return []
  }

const confirmClosure =
  (client: AcquirerClient, perform: Perform) =>
  async ({ attempt }: OrderParams['confirmClosure'], call: Call): Events => {
    const input = { terminalRef: terminalRef(call.identity), attempt }
    const { providerRef } = done(
      await perform('confirmClosure', call, (options) => client.confirmClosure(input, options)),
    )
    return [{ type: 'closure.confirmed', providerRef, orderId: call.orderId }]
  }

const notify =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['notify'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('notify', call, (options) => client.notify(input, options)))
    const { template, audience } = params
    return [{ type: 'notice.sent', template, audience, orderId: call.orderId }]
  }

const openTicket =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['openTicket'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('openTicket', call, (options) => client.openTicket(input, options)))
    return []
  }

/**
 * Every order of the machine, carried out through a client: the order's id is the idempotency key, and what the other side
 * reports comes back as events.
 *
 * A payout, refund, erasure or unbinding that failed comes back as its own event; any other failed result throws
 * `RefusedError`, so that the order counts as failed. A result that has not ended throws `ResultPendingError`; that and
 * every other error mean: again later, with the same key.
 *
 * @example createRuntime({ store, services: acquirerServices(client) })
 */
export const acquirerServices = (
  client: AcquirerClient,
  { clock }: AcquirerServicesOptions = {},
): Services => {
  const perform = performing(client, clock)
  const services: Services = {
    disableAcceptance: disableAcceptance(client, perform),
    enableAcceptance: enableAcceptance(client, perform),
    readStatus: readStatus(client),
    uploadBatch: uploadBatch(client, perform),
    readBackup: readBackup(client, perform),
    eraseDevice: eraseDevice(client, perform),
    revokeKeys: revokeKeys(client, perform),
    collectDevice: collectDevice(client, perform),
    requestStatement: requestStatement(client, perform),
    payOut: payOut(client, perform),
    refundDeposit: refundDeposit(client, perform),
    unbind: unbind(client, perform),
    confirmClosure: confirmClosure(client, perform),
    notify: notify(client, perform),
    openTicket: openTicket(client, perform),
  }
  const guarded = (Object.keys(services) as OrderKind[]).map((kind) => {
    // Kind and parameters belong together; a list of all kinds cannot say so.
    const carryOut = services[kind] as (params: unknown, call: Call) => Events
    return [kind, (params: unknown, call: Call) => orRefused(carryOut(params, call))]
  })
  return Object.fromEntries(guarded) as Services
}
