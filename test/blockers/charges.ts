import {
  approved,
  byTwo,
  carriedOver,
  clearingParts,
  confirmed,
  erased,
  keysRemoved,
  orderOf,
  readClosed,
  refunded,
  run,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper, serial, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import {
  beforeRefund,
  carried,
  deducted,
  determined,
  inspected,
  met,
  quiet,
  raised,
  received,
  refund,
  shippedBack,
} from './acts.ts'
import { corrected, obliged, refused, required, story } from './kit.ts'

const guarantee = {
  depositId: 'deposit-1',
  kind: 'guarantee',
  amount: cny(200_000),
  heldBy: 'acquirer-1',
} as const
const half = (obligationId: string) => carried({ obligationId, amount: cny(100_000) })
const discharged = (obligationId: string) => ({
  type: 'obligation.discharged' as const,
  obligationId,
  evidence: [paper('payment_proof')],
})
const beforeInspection = [...quiet, erased, keysRemoved, shippedBack]
const broken = (cause: 'human' | 'nonHuman') => ({
  ...inspected,
  condition: 'damaged' as const,
  damage: { cause, description: 'the screen is cracked' },
})
const damage = (chargeId: string) => ({
  type: 'charge.raised' as const,
  chargeId,
  kind: 'damage' as const,
  amount: cny(1_000),
  feeTableVersion: 'standard',
  serial,
})
const carriedInHalves = async (world: World): Promise<void> => {
  await byTwo(world, half('obligation-1'))
  await byTwo(world, half('obligation-2'))
}

export const chargeClearings = {
  CHARGE_UNKNOWN: story((world) => refused(world, p3, met('fee-1'), () => world.tell(p1, raised('fee-1')))),
  CHARGE_ENDED: story(async (world) => {
    await world.tell(p1, raised('fee-1'))
    await world.tell(p3, met('fee-1'))
    const later = { ...met('fee-1'), paymentRef: 'payment-2' } as ReturnType<typeof met>
    return refused(world, p3, later, () => world.tell(p1, raised('fee-2')), { event: met('fee-2') })
  }),
  DAMAGE_UNDECIDED: story(async (world) => {
    await run(world, approved, ...beforeInspection)
    await world.tell(p2, broken('human'))
    return required(world, () => world.tell(p1, damage('damage-1')))
  }),
  LIABILITY_WITHOUT_GROUND: story(async (world) => {
    await run(world, approved, ...beforeInspection)
    await world.tell(p2, broken('nonHuman'))
    return refused(world, p1, damage('damage-1'), () => world.tell(p2, broken('human')))
  }),
  OBLIGATION_OPEN: story(async (world) => {
    const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
    await run(world, approved, ...parts, confirmed, readClosed)
    return required(world, () => world.tell(p1, discharged('obligation-1')))
  }),
  CHARGE_DISPUTED: story(async (world) => {
    await run(world, approved)
    await world.tell(p1, raised('fee-1'))
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'fee-1', grounds: 'never agreed' })
    return refused(world, p3, deducted('fee-1'), () => world.tell(p2, determined('fee-1', 1_000)))
  }),
  CHARGES_OUTSTANDING: story(async (world) => {
    await world.tell(p1, raised('fee-1'))
    return obliged(world, () => world.tell(p3, met('fee-1')))
  }),
  FEE_TABLE_NOT_IN_FORCE: story((world) =>
    corrected(world, p1, raised('fee-1', 1_000, 'of-last-year'), raised('fee-1')),
  ),
  AMOUNT_NOT_IN_FEE_TABLE: story(
    (world) => corrected(world, p1, raised('fee-1', 1_001), raised('fee-1')),
    terminal(),
    {
      catalogues: {
        feeTables: [
          { version: 'standard', from: '2026-01-01', prices: [{ kind: 'rental', amount: cny(1_000) }] },
        ],
      },
    },
  ),
}

export const depositClearings = {
  DEPOSIT_UNKNOWN: story(async (world) => {
    await run(world, approved, ...beforeRefund)
    return corrected(world, p2, refund('deposit-9'), refund())
  }),
  DEPOSIT_EXHAUSTED: story(async (world) => {
    await run(world, approved)
    await world.tell(p1, raised('fee-1', 200_000))
    await world.tell(p1, raised('fee-2'))
    await world.pass(40)
    await world.tell(p3, deducted('fee-1', 200_000))
    return refused(world, p3, deducted('fee-2'), () => world.tell(p2, determined('fee-1', 150_000)))
  }),
  DEPOSIT_NOT_REFUNDED: story(async (world) => {
    await run(world, approved, ...beforeRefund)
    return obliged(world, () => byTwo(world, refund()))
  }),
  REFUND_PENDING: story(async (world) => {
    await run(world, approved, ...beforeRefund)
    await byTwo(world, refund())
    const orderId = await orderOf(world, 'refundDeposit')
    return obliged(world, () =>
      world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(200_000) }),
    )
  }),
  CUSTODY_OPEN: story(async (world) => {
    await run(world, approved, ...quiet, erased)
    await world.tell(p1, received)
    return refused(world, p2, refund(), () => world.tell(p2, inspected))
  }),
  RELEASE_NOT_DUE: story(
    async (world) => {
      await run(world, approved)
      return refused(world, p2, refund(), () => world.pass(181))
    },
    terminal({ deposits: [guarantee] }),
  ),
}

export const obligationClearings = {
  NOT_TRANSFERABLE: story(async (world) => {
    await run(world, approved)
    return corrected(world, p2, carried({ kind: 'devices' }), carried())
  }),
  CARRY_OVER_INCOMPLETE: story(async (world) => {
    await run(world, approved)
    const past = carried({ reviewAt: '2026-01-01T00:00:00+08:00' })
    return corrected(world, p2, past, carried())
  }),
  OBLIGATION_UNKNOWN: story((world) => {
    const opened = { type: 'note.recorded', kind: 'followUpOpened', text: 'call the merchant' } as const
    return refused(world, p1, { type: 'followUp.done', followUpId: 'call-1' }, () =>
      world.tell(p1, { ...opened, followUpId: 'call-1' }),
    )
  }),
  OBLIGATION_DISCHARGED: story(async (world) => {
    const parts = clearingParts.filter((part) => part !== refunded)
    await run(world, approved, ...parts, carriedInHalves, confirmed, readClosed)
    await world.tell(p1, discharged('obligation-1'))
    return corrected(world, p1, discharged('obligation-1'), discharged('obligation-2'))
  }),
}
