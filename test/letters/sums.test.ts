import { beforeAll, describe, expect, it } from 'vitest'
import type { Money } from '../../src/domain/index.ts'
import type { LetterSource } from '../../src/letters/index.ts'
import { storyOf } from '../../src/letters/story.ts'
import { owedBeyond } from '../../src/letters/surviving.ts'
import { chargeOpen } from '../../src/machine/facts/charges.ts'
import { isObligationOwed, obligationOpen } from '../../src/machine/facts/closing.ts'
import { freeDeposit } from '../../src/machine/facts/deposits.ts'
import { settlementOwed, settlementRest } from '../../src/machine/facts/settlement.ts'
import { inFlight, paidOut } from '../../src/machine/facts/transfers.ts'
import { lives, ofType } from './kit.ts'

const total = (amounts: readonly Money[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)

describe('The sums of every life that the stories tell', () => {
  let all: readonly { name: string; source: LetterSource }[]
  beforeAll(async () => {
    all = await lives()
  })

  it("are the ledger's: charges, settlement and deposits of the voucher [R-033 R-195]", async () => {
    let vouchers = 0
    for (const { name, source } of all) {
      const { context } = source.record
      for (const { facts } of await ofType(source, 'settlement_voucher')) {
        vouchers += 1
        expect(facts.net.amount, name).toBe(context.closing?.statement?.net)
        expect(facts.owed.amount, name).toBe(settlementOwed(context))
        expect(facts.paidOut.amount, name).toBe(paidOut(context.payouts))
        // what is on its way has not arrived
        expect(facts.stillOwed.amount, name).toBe(settlementRest(context) + inFlight(context.payouts))
        expect(total(facts.charges.map(({ open }) => open)), name).toBe(
          Object.values(context.charges).reduce((sum, charge) => sum + chargeOpen(context, charge), 0),
        )
        expect(facts.owedByMerchant.amount, name).toBe(total(facts.charges.map(({ open }) => open)))
        const deducted = total(facts.deposits.map((deposit) => deposit.deducted))
        expect(total(facts.charges.map((charge) => charge.deducted)), name).toBe(deducted)
      }
    }
    expect(vouchers).toBeGreaterThan(50)
  })

  it('are those of each deposit: taken is deducted, refunded, carried over and held [R-220 R-228]', async () => {
    for (const { name, source } of all) {
      const { context } = source.record
      for (const { facts } of await ofType(source, 'deposit_record')) {
        const deposit = context.deposits[facts.depositId] ?? expect.fail(name)
        const { taken, deducted, refunded, carriedOver, held } = facts
        expect(total([deducted, refunded, carriedOver, held]), name).toBe(taken.amount)
        expect(held.amount, name).toBe(freeDeposit(context, deposit) + inFlight(deposit.refunds))
        expect(total(facts.deductions.map(({ amount }) => amount)), name).toBe(deducted.amount)
        const arrived = facts.refunds.filter(({ isReturned }) => !isReturned)
        expect(total(arrived.map(({ amount }) => amount)), name).toBe(refunded.amount)
        expect(
          facts.deductions.every(({ at, amount }) => at !== null || amount.amount === 0),
          name,
        ).toBe(true)
      }
    }
  })

  it('are those of what outlives the closure [R-037]', async () => {
    let carried = 0
    for (const { name, source } of all) {
      const { context } = source.record
      const open = Object.values(context.carriedOver).filter((one) => isObligationOwed(context, one))
      const stated = owedBeyond(storyOf(source)).slice(0, open.length)
      expect(
        stated.map(({ kind, amount, due }) => [kind, amount?.amount, due]),
        name,
      ).toEqual(open.map((one) => [one.kind, obligationOpen(context, one), one.reviewAt]))
      carried += open.length
    }
    expect(carried).toBeGreaterThan(5)
  })
})
