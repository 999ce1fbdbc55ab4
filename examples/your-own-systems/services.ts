// An acquirer's own systems: other paths, HTTP 200 whatever happens, a code in the body, results that come by webhook.
import { RefusedError } from 'terminal-lifecycle/errors'
import type { Runtime } from 'terminal-lifecycle/runtime'
import type { Call, LifecycleEvent, Order, Services } from 'terminal-lifecycle/schemas'
import { pending } from 'terminal-lifecycle/schemas'

/** Codes that will be the same tomorrow: they end the order. Every other one is asked again, under the same number. */
const refusals: Readonly<Record<number, string>> = { 4001: 'ACCOUNT_CLOSED', 4002: 'NOT_PERMITTED' }

export const ownServices = (baseUrl: string, token: string): Services => {
  const ask = async (path: string, params: object, { idempotencyKey, identity, signal }: Call) => {
    const { merchantId: mid, terminalId: tid } = identity
    const json = { 'content-type': 'application/json' }
    const headers = { ...json, authorization: token, 'x-request-no': idempotencyKey }
    const body = JSON.stringify({ mid, tid, ...params })
    const response = await fetch(`${baseUrl}/${path}`, { method: 'POST', headers, body, signal })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const { code, msg, data } = await response.json()
    if (code === 0) return data
    const refusal = refusals[code]
    throw refusal ? new RefusedError({ refusal, reason: msg }) : new Error(`${path} answered ${code}`)
  }
  /** An empty answer: they took it. What came of it is read back, or told by a webhook or a person. */
  const accepted = (path: string) => async (params: object, call: Call) => {
    await ask(path, params, call)
    return []
  }
  const money = (amount: number, { identity }: Call) => ({ amount, currency: identity.currency })

  return {
    disableAcceptance: accepted('switch/off'),
    enableAcceptance: accepted('switch/on'),
    readStatus: async (params, call) => {
      // as it came: a guess would be believed, a word that is neither on nor off is refused
      const { sale, register, open, at } = await ask('switch/read', params, call)
      const unsettled = money(open, call)
      const read = { acceptance: sale, registry: register, unsettled, readAt: at, source: 'switch' }
      return [{ type: 'status.reported', ...read }]
    },
    uploadBatch: async ({ serial }, call) => {
      const { no, at, device, host } = await ask('device/upload', { serial }, call)
      const totals = { count: device.count, total: money(device.sum, call) }
      const hostTotals = { count: host.count, total: money(host.sum, call) }
      return [{ type: 'batch.uploaded', serial, batchNo: no, upTo: at, ...totals, hostTotals }]
    },
    readBackup: async ({ serial, upTo }, call) => {
      const { hash } = await ask('vault/read', { serial, upTo }, call)
      return [{ type: 'backup.verified', serial, hash }]
    },
    eraseDevice: async ({ serial, scope, procedure }, call) => {
      const { method, tool } = await ask('device/erase', { serial, scope, procedure }, call)
      return [{ type: 'erasure.completed', serial, method, tool, orderId: call.orderId }]
    },
    revokeKeys: async ({ serial }, call) => {
      await ask('keys/revoke', { serial }, call)
      return [{ type: 'keys.removed', serial, method: 'revokedAtHost', orderId: call.orderId }]
    },
    collectDevice: accepted('field/collect'),
    requestStatement: async ({ upTo }, call) => {
      const { ready, no, at, net } = await ask('books/statement', { upTo }, call)
      if (!ready) return pending({ retryAfter: 60 })
      return [{ type: 'settlement.stated', statementId: no, upTo: at, net: money(net, call) }]
    },
    payOut: accepted('bank/pay'),
    refundDeposit: accepted('bank/refund'),
    unbind: accepted('register/unbind'),
    confirmClosure: async (params, call) => {
      const { no } = await ask('register/close', params, call)
      return [{ type: 'closure.confirmed', providerRef: no, orderId: call.orderId }]
    },
    notify: async (params, call) => {
      await ask('messages', params, call)
      const { template, audience } = params
      return [{ type: 'notice.sent', template, audience, orderId: call.orderId }]
    },
    openTicket: accepted('tickets'),
  }
}

/** What they post once it has ended: the number of the request, and of this message, which may come twice. */
export interface Hook {
  readonly messageNo: string
  readonly requestNo: string
  readonly code: number
  /** Of money that moved. */
  readonly amount: number
}

/** What it is about stands in the order; the message says how it ended. */
const resultOf = ({ kind, params, orderId }: Order, hook: Hook, currency: string): LifecycleEvent => {
  if (hook.code !== 0) return { type: 'order.failed', orderId, code: `CODE_${hook.code}`, retryable: false }
  const amount = { amount: hook.amount, currency }
  if (kind === 'payOut') return { type: 'payout.confirmed', payoutId: params.payoutId, orderId, amount }
  if (kind === 'refundDeposit')
    return { type: 'refund.confirmed', depositId: params.depositId, orderId, amount }
  if (kind === 'unbind') return { type: 'unbinding.confirmed', ...params, orderId }
  return { type: 'order.confirmed', orderId }
}

/** Tells the record what a webhook says; the status that the webhook is answered with. */
export const receive = async (runtime: Runtime, acquirerId: string, hook: Hook): Promise<number> => {
  const whose = { organisationId: acquirerId, acquirerId }
  const actor = { role: 'system', personId: 'webhooks', ...whose, duties: [] } as const
  const lifecycleId = (await runtime.lifecycleOf(hook.requestNo, { actor })) ?? ''
  const { orders = {}, identity } = (await runtime.get(lifecycleId, { actor }))?.context ?? {}
  const order = orders[hook.requestNo]
  if (!order || !identity) return 404
  const event = resultOf(order, hook, identity.currency)
  const commandId = `webhook:${hook.messageNo}`
  const answer = await runtime.dispatch({ lifecycleId, commandId, actor, event })
  return answer.accepted ? 204 : 409
}
