import type { RefundOrdered } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { accessoryChargeId, accessoryPrice, damageChargeId, damagePrice } from './device.ts'
import { depositOf, depositSums } from './facts.ts'
import { deductionStatement } from './papers.ts'
import { cny, type Situation, type Step, when } from './step.ts'

const deducted =
  (chargeId: string, amount: number) =>
  ({ record }: Situation) => ({
    type: 'deposit.deducted' as const,
    depositId: depositOf(record).depositId,
    chargeId,
    amount: cny(amount),
  })

/** What is left once the deductions are taken off. */
const refund = ({ record }: Situation): RefundOrdered => {
  const deposit = depositOf(record)
  const { amount, deducted } = depositSums(deposit)
  return {
    type: 'refund.ordered',
    depositId: deposit.depositId,
    refundId: 'RF-2026-0188',
    amount: cny(amount - deducted),
  }
}

/** The merchant may object for fifteen working days; then one person deducts, and two others give back the rest. */
export const deposit: readonly Step[] = [
  {
    id: 'deductions-stated',
    by: people.intake.actor,
    after: when.today('15:10'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(
        deductionStatement(situation, depositOf(situation.record).depositId, [
          {
            chargeId: accessoryChargeId,
            kind: 'accessory',
            amount: cny(accessoryPrice),
            grounds: '充电底座未归还',
          },
          { chargeId: damageChargeId, kind: 'damage', amount: cny(damagePrice), grounds: '屏幕人为损坏' },
        ]),
      ),
    }),
  },
  {
    id: 'accessory-deducted',
    by: people.settlement.actor,
    after: when.nextDay('09:30'),
    event: deducted(accessoryChargeId, accessoryPrice),
  },
  {
    id: 'damage-deducted',
    by: people.settlement.actor,
    after: when.today('09:35'),
    event: deducted(damageChargeId, damagePrice),
  },
  {
    id: 'refund-proposed',
    by: people.settlement.actor,
    after: when.today('10:00'),
    event: (situation) => ({ type: 'act.proposed', act: refund(situation) }),
  },
  {
    id: 'refund-ordered',
    by: people.manager.actor,
    after: when.today('11:20'),
    event: refund,
  },
]
