import { type AcquirerClient, type Failed, terminalRef } from '../../contract/index.ts'
import { redact } from '../../errors/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { done, isFailed, notUnderstood, type Perform } from './perform.ts'

type Events = Promise<readonly LifecycleEvent[]>

/** Code and words of a failure, as an event may carry them. */
export const reasonOf = ({ code, reason }: Failed): string => `${code}: ${redact(reason)}`.slice(0, 500)

const money = (amount: number, { identity }: Call) => ({ amount, currency: identity.currency })

export const payOut =
  (client: AcquirerClient, perform: Perform) =>
  async ({ payoutId, amount, accountToken }: OrderParams['payOut'], call: Call): Events => {
    const { orderId, identity } = call
    const input = { terminalRef: terminalRef(identity), payoutId, amount: money(amount, call), accountToken }
    const result = await perform('payOut', call, (options) => client.payOut(input, options))
    if (isFailed(result)) return [{ type: 'payout.failed', payoutId, orderId, reason: reasonOf(result) }]
    if (result.payoutId !== payoutId) throw notUnderstood('payOut', '/payoutId')
    return [{ type: 'payout.confirmed', payoutId, orderId, amount: result.amount }]
  }

export const refundDeposit =
  (client: AcquirerClient, perform: Perform) =>
  async (params: OrderParams['refundDeposit'], call: Call): Events => {
    const { depositId, amount } = params
    const { orderId, identity } = call
    const input = { ...params, terminalRef: terminalRef(identity), amount: money(amount, call) }
    const result = await perform('refundDeposit', call, (options) => client.refundDeposit(input, options))
    if (isFailed(result)) return [{ type: 'refund.failed', depositId, orderId, reason: reasonOf(result) }]
    if (result.depositId !== depositId) throw notUnderstood('refundDeposit', '/depositId')
    return [{ type: 'refund.confirmed', depositId, orderId, amount: result.amount }]
  }

export const requestStatement =
  (client: AcquirerClient, perform: Perform) =>
  async ({ upTo }: OrderParams['requestStatement'], call: Call): Events => {
    const { identity } = call
    const input = { terminalRef: terminalRef(identity), upTo, currency: identity.currency }
    const result = done(
      await perform('requestStatement', call, (options) => client.requestStatement(input, options)),
    )
    const { statementId, net } = result
    return [{ type: 'settlement.stated', statementId, upTo: result.upTo, net }]
  }
