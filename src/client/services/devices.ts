import { isUnknown } from '../../contract/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { reasonOf } from './money.ts'
import { done, isFailed, notUnderstood, type Perform } from './perform.ts'

type Events = Promise<readonly LifecycleEvent[]>

export const uploadBatch =
  (perform: Perform) =>
  async ({ serial }: OrderParams['uploadBatch'], call: Call): Events => {
    const result = done(await perform('uploadBatch', { serial }, call))
    const { batchNo, upTo, count, total, hostTotals } = result
    return [{ type: 'batch.uploaded', serial, batchNo, upTo, count, total, hostTotals }]
  }

export const readBackup =
  (perform: Perform) =>
  async (params: OrderParams['readBackup'], call: Call): Events => {
    const { hash } = done(await perform('readBackup', params, call))
    return [{ type: 'backup.verified', serial: params.serial, hash }]
  }

export const eraseDevice =
  (perform: Perform) =>
  async (params: OrderParams['eraseDevice'], call: Call): Events => {
    const { serial } = params
    const { orderId } = call
    const result = await perform('eraseDevice', params, call)
    if (isFailed(result)) return [{ type: 'erasure.failed', serial, orderId, reason: reasonOf(result) }]
    const { method, tool } = result
    // How thoroughly it was wiped is evidence: it is never guessed.
    if (isUnknown(method)) throw notUnderstood('eraseDevice', '/method')
    return [{ type: 'erasure.completed', serial, orderId, method, tool }]
  }

export const revokeKeys =
  (perform: Perform) =>
  async (params: OrderParams['revokeKeys'], call: Call): Events => {
    done(await perform('revokeKeys', params, call))
    return [{ type: 'keys.removed', serial: params.serial, method: 'revokedAtHost', orderId: call.orderId }]
  }

export const unbind =
  (perform: Perform) =>
  async (params: OrderParams['unbind'], call: Call): Events => {
    const { orderId } = call
    const result = await perform('unbind', params, call)
    return isFailed(result)
      ? [{ type: 'unbinding.failed', ...params, orderId, reason: reasonOf(result) }]
      : [{ type: 'unbinding.confirmed', ...params, orderId }]
  }
