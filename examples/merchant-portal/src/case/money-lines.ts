import type { CaseView, ChargeView, DepositView, SettlementView } from 'terminal-lifecycle/contract'

interface Amount {
  readonly amount: number
  readonly currency: string
}

/** The three lines that say how the money stands. */
export interface MoneyLines {
  /** Of the settlement: still to be paid to the merchant; negative, still owed by it. */
  readonly settlement: Amount
  readonly deposits: Amount
  readonly charges: Amount
}

const sum = (currency: string, amounts: readonly Amount[]): Amount => ({
  currency,
  amount: amounts.reduce((total, { amount }) => total + amount, 0),
})

/** Before it is agreed on, the newest statement says what will be due. */
const settlementOf = ({ statement, open }: SettlementView): Amount =>
  statement && open.amount === 0 && statement.status !== 'confirmed' && statement.status !== 'deemed'
    ? statement.net
    : open

export const moneyLines = (
  { currency }: Pick<CaseView, 'currency'>,
  settlement: SettlementView,
  deposits: readonly DepositView[],
  charges: readonly ChargeView[],
): MoneyLines => ({
  settlement: settlementOf(settlement),
  deposits: sum(
    currency,
    deposits.map(({ open }) => open),
  ),
  charges: sum(
    currency,
    charges.map(({ open }) => open),
  ),
})
