import { type AcquirerClient, isUnknown, terminalRef } from '../../contract/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { reasonOf } from './money.ts'
import { done, isFailed, notUnderstood, type Perform } from './perform.ts'

type Events = Promise<readonly LifecycleEvent[]>

export const uploadBatch =
  (client: AcquirerClient, perform: Perform) =>
  async ({ serial }: OrderParams['uploadBatch'], call: Call): Events => {
    const input = { serial, terminalRef: terminalRef(call.identity) }
    const result = done(await perform('uploadBatch', call, (options) => client.uploadBatch(input, options)))
    const { batchNo, upTo, count, total, hostTotals } = result
    return [{ type: 'batch.uploaded', serial, batchNo, upTo, count, total, hostTotals }]
  }

export const readBackup =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['readBackup'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    const { hash } = done(await perform('readBackup', call, (options) => client.readBackup(input, options)))
    return [{ type: 'backup.verified', serial: params.serial, hash }]
  }

export const eraseDevice =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['eraseDevice'], call: Call): Events => {
    const { serial } = params
    const { orderId } = call
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    const result = await perform('eraseDevice', call, (options) => client.eraseDevice(input, options))
    if (isFailed(result)) return [{ type: 'erasure.failed', serial, orderId, reason: reasonOf(result) }]
    const { method, tool } = result
    // How thoroughly it was wiped is evidence: it is never guessed.
    if (isUnknown(method)) throw notUnderstood('eraseDevice', '/method')
    return [{ type: 'erasure.completed', serial, orderId, method, tool }]
  }

export const revokeKeys =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['revokeKeys'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('revokeKeys', call, (options) => client.revokeKeys(input, options)))
    return [{ type: 'keys.removed', serial: params.serial, method: 'revokedAtHost', orderId: call.orderId }]
  }

export const collectDevice =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['collectDevice'], call: Call): Events => {
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    done(await perform('collectDevice', call, (options) => client.collectDevice(input, options)))
    // Accepted is not done: that the device arrived is told by whoever received it.
    return []
  }

export const unbind =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['unbind'], call: Call): Events => {
    const { orderId } = call
    const input = { ...params, terminalRef: terminalRef(call.identity) }
    const result = await perform('unbind', call, (options) => client.unbind(input, options))
    return isFailed(result)
      ? [{ type: 'unbinding.failed', ...params, orderId, reason: reasonOf(result) }]
      : [{ type: 'unbinding.confirmed', ...params, orderId }]
  }
