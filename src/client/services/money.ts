import type { Failed } from '../../contract/index.ts'
import { redact } from '../../errors/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { done, isFailed, notUnderstood, type Perform } from './perform.ts'

type Events = Promise<readonly LifecycleEvent[]>

/** Code and words of a failure, as an event may carry them. */
export const reasonOf = ({ code, reason }: Failed): string => `${code}: ${redact(reason)}`.slice(0, 500)

const money = (amount: number, { identity }: Call) => ({ amount, currency: identity.currency })

export const payOut =
  (perform: Perform) =>
  async (params: OrderParams['payOut'], call: Call): Events => {
    const { payoutId, amount } = params
    const { orderId } = call
    const result = await perform('payOut', { ...params, amount: money(amount, call) }, call)
    if (isFailed(result)) return [{ type: 'payout.failed', payoutId, orderId, reason: reasonOf(result) }]
    if (result.payoutId !== payoutId) throw notUnderstood('payOut', '/payoutId')
    return [{ type: 'payout.confirmed', payoutId, orderId, amount: result.paid ?? result.amount }]
  }

export const refundDeposit =
  (perform: Perform) =>
  async (params: OrderParams['refundDeposit'], call: Call): Events => {
    const { depositId, amount } = params
    const { orderId } = call
    const result = await perform('refundDeposit', { ...params, amount: money(amount, call) }, call)
    if (isFailed(result)) return [{ type: 'refund.failed', depositId, orderId, reason: reasonOf(result) }]
    if (result.depositId !== depositId) throw notUnderstood('refundDeposit', '/depositId')
    return [{ type: 'refund.confirmed', depositId, orderId, amount: result.paid ?? result.amount }]
  }

export const requestStatement =
  (perform: Perform) =>
  async (params: OrderParams['requestStatement'], call: Call): Events => {
    const input = { ...params, currency: call.identity.currency }
    const { statementId, upTo, net, gross, fees } = done(await perform('requestStatement', input, call))
    const parts = { ...(gross && { gross }), ...(fees && { fees }) }
    return [{ type: 'settlement.stated', statementId, upTo, net, ...parts }]
  }
