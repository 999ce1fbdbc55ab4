import { expect } from 'vitest'
import type { Money } from '../../src/domain/index.ts'
import type { Letter, LetterSource } from '../../src/letters/index.ts'
import { storyOf } from '../../src/letters/story.ts'
import { owedBeyond } from '../../src/letters/surviving.ts'
import { chargeOpen } from '../../src/machine/facts/charges.ts'
import { isObligationOwed, obligationOpen } from '../../src/machine/facts/closing.ts'
import { freeDeposit } from '../../src/machine/facts/deposits.ts'
import { settlementOwed, settlementRest } from '../../src/machine/facts/settlement.ts'
import { inFlight, paidOut } from '../../src/machine/facts/transfers.ts'

const total = (amounts: readonly Money[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)

type Sums = (source: LetterSource, letter: Letter, name: string) => boolean

/** Charges, settlement and deposits of a voucher are the ledger's. */
export const voucherAddsUp: Sums = ({ record: { context } }, { type, facts }, name) => {
  if (type !== 'settlement_voucher') return false
  expect(facts.net.amount, name).toBe(context.closing?.statement?.net)
  expect(facts.owed.amount, name).toBe(settlementOwed(context))
  expect(facts.paidOut.amount, name).toBe(paidOut(context.payouts))
  const payouts = facts.payouts.filter(({ isReturned }) => !isReturned)
  expect(total(payouts.map(({ amount }) => amount)), name).toBe(facts.paidOut.amount)
  // what is on its way has not arrived
  expect(facts.stillOwed.amount, name).toBe(settlementRest(context) + inFlight(context.payouts))
  const open = Object.values(context.charges).map((charge) => chargeOpen(context, charge))
  expect(
    facts.charges.map((charge) => charge.open.amount),
    name,
  ).toEqual(open)
  expect(facts.owedByMerchant.amount, name).toBe(total(facts.charges.map((charge) => charge.open)))
  const deducted = total(facts.deposits.map((deposit) => deposit.deducted))
  expect(total(facts.charges.map((charge) => charge.deducted)), name).toBe(deducted)
  return true
}

/** What was taken is deducted, refunded, carried over and held. */
export const depositAddsUp: Sums = ({ record: { context } }, { type, facts }, name) => {
  if (type !== 'deposit_record') return false
  const deposit = context.deposits[facts.depositId] ?? expect.fail(name)
  const { taken, deducted, refunded, carriedOver, held } = facts
  expect(total([deducted, refunded, carriedOver, held]), name).toBe(taken.amount)
  expect(held.amount, name).toBe(freeDeposit(context, deposit) + inFlight(deposit.refunds))
  expect(total(facts.deductions.map(({ amount }) => amount)), name).toBe(deducted.amount)
  const arrived = facts.refunds.filter(({ isReturned }) => !isReturned)
  expect(total(arrived.map(({ amount }) => amount)), name).toBe(refunded.amount)
  const told = facts.deductions.every(({ at, amount }) => at !== null || amount.amount === 0)
  expect(told, name).toBe(true)
  return true
}

/** How much outlives the closure; returns for how many obligations. */
export const obligationsAddUp = (source: LetterSource, name: string): number => {
  const { context } = source.record
  const open = Object.values(context.carriedOver).filter((one) => isObligationOwed(context, one))
  const stated = owedBeyond(storyOf(source)).slice(0, open.length)
  expect(
    stated.map(({ kind, amount, due }) => [kind, amount?.amount, due]),
    name,
  ).toEqual(open.map((one) => [one.kind, obligationOpen(context, one), one.reviewAt]))
  return open.length
}
