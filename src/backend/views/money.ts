import type {
  Amount,
  ChargeView,
  DepositView,
  DisputeView,
  ObligationView,
  SettlementView,
} from '../../contract/index.ts'
import { type LifecycleContext, type LifecycleRecord, openItems, type Transfer } from '../../machine/index.ts'

/** When a clock of the case runs out; `null` where it does not run. */
const dueOf = ({ deadlines }: LifecycleContext, id: string): string | null => {
  const deadline = Object.hasOwn(deadlines, id) ? deadlines[id] : undefined
  return deadline?.status === 'running' ? deadline.due : null
}

const inCurrencyOf =
  ({ identity: { currency } }: LifecycleContext) =>
  (amount: number): Amount => ({ amount, currency })

type Money = ReturnType<typeof inCurrencyOf>

const shares = (amounts: Readonly<Record<string, number>>, money: Money) =>
  Object.entries(amounts).map(([ref, amount]) => ({ ref, amount: money(amount) }))

const transfersOf = (transfers: Readonly<Record<string, Transfer>>, money: Money) =>
  Object.entries(transfers).map(([orderId, { amount, status, reference }]) => ({
    ...{ orderId, status, reference },
    amount: money(amount),
  }))

const statementOf = ({ closing }: LifecycleContext, money: Money): SettlementView['statement'] => {
  if (!closing?.statement) return null
  const { statementId, upTo, net, gross, fees, status, stale } = closing.statement
  return {
    ...{ statementId, upTo, status, stale, net: money(net) },
    gross: gross === undefined ? null : money(gross),
    fees: fees === undefined ? null : money(fees),
  }
}

export const settlementOf = (record: LifecycleRecord): SettlementView => {
  const { context } = record
  const money = inCurrencyOf(context)
  const { payoutAccount: account, payouts, credit, closing } = context
  return {
    statement: statementOf(context, money),
    objectionUntil: dueOf(context, 'settlementObjection'),
    open: money(openItems(record).settlement),
    credit: money(credit),
    carriedOver: money(closing?.settlementCarriedOver ?? 0),
    payouts: transfersOf(payouts, money).map(({ reference: payoutId, ...payout }) => ({
      payoutId,
      ...payout,
    })),
    payoutDue: dueOf(context, 'payoutDue'),
    // whose it is, and never which
    account: account && {
      ...{ holder: account.name, changedAt: account.changedAt },
      verified: account.verifiedBy !== null,
    },
  }
}

export const chargesOf = (record: LifecycleRecord): readonly ChargeView[] => {
  const { context } = record
  const money = inCurrencyOf(context)
  const open = openItems(record).charges
  return Object.values(context.charges).map(
    ({ chargeId, kind, amount, status, payments, carriedOver, feeTableVersion, ground }) => ({
      ...{ chargeId, kind, amount, status, feeTableVersion, ground },
      open: money(open.get(chargeId) ?? 0),
      payments: shares(payments, money),
      carriedOver: money(carriedOver),
      objectionUntil: dueOf(context, `chargeObjection:${chargeId}`),
    }),
  )
}

export const depositsOf = (record: LifecycleRecord): readonly DepositView[] => {
  const { context } = record
  const money = inCurrencyOf(context)
  const open = openItems(record).deposits
  return Object.values(context.deposits).map(
    ({ depositId, kind, amount, heldBy, releaseRule, refunds, deductions, carriedOver }) => ({
      ...{ depositId, kind, amount, heldBy, releaseRule },
      open: money(open.get(depositId) ?? 0),
      refunds: transfersOf(refunds, money).map(({ reference: refundId, ...refund }) => ({
        refundId,
        ...refund,
      })),
      deductions: shares(deductions, money),
      carriedOver: money(carriedOver),
      refundDue: dueOf(context, `depositDue:${depositId}`),
    }),
  )
}

export const disputesOf = ({ context }: LifecycleRecord): readonly DisputeView[] =>
  Object.values(context.disputes).map(({ outcome = null, ...dispute }) => ({ ...dispute, outcome }))

/** Which two people agreed is the journal's to tell. */
export const obligationsOf = ({ context }: LifecycleRecord): readonly ObligationView[] =>
  Object.values(context.carriedOver).map(({ by: _, ...obligation }) => obligation)
