import { people } from '../people.ts'
import { account, hostRead, refunded, settlementConfirmed, unbound, wiped } from './clearing.ts'
import { closingApplication } from './closing-application.ts'
import { accessoryChargeId, accessoryPrice, broughtBack, damageChargeId } from './device.ts'
import { depositOf } from './facts.ts'
import { cny, type Step, when } from './step.ts'

const owner = people.bakery
/** What a used screen was still worth. */
const fair = 14_000

const deducted = (id: string, chargeId: string, amount: number, after: Step['after']): Step => ({
  id,
  by: people.settlement.actor,
  after,
  event: ({ record }) => ({
    type: 'deposit.deducted',
    depositId: depositOf(record).depositId,
    chargeId,
    amount: cny(amount),
  }),
})

/** The merchant objects, somebody who did not charge it decides, and only then is anything taken from the deposit. */
const arguedAbout: readonly Step[] = [
  {
    id: 'damage-disputed',
    by: owner.actor,
    after: when.inDays(2, '15:10'),
    event: () => ({
      type: 'charge.disputed',
      chargeId: damageChargeId,
      grounds: '设备已用三年，不应按新屏计价 (three years old: not the price of a new screen)',
    }),
  },
  {
    ...deducted('damage-deducted-too-early', damageChargeId, fair, when.nextDay('09:30')),
    refusedAs: ['CHARGE_DISPUTED'],
  },
  {
    id: 'damage-determined',
    by: people.manager.actor,
    after: when.inDays(3, '14:00'),
    event: () => ({ type: 'charge.determined', chargeId: damageChargeId, amount: cny(fair) }),
  },
  deducted('damage-deducted', damageChargeId, fair, when.nextDay('09:30')),
  deducted('accessory-deducted', accessoryChargeId, accessoryPrice, when.inDays(12, '09:30')),
]

/** What came back is not what was handed out, and what that costs is not what was asked for at first. */
export const damaged: readonly Step[] = [
  hostRead,
  ...closingApplication(owner, 'APP-2026-0302-B', {
    channel: 'app',
    reason: 'NO_LONGER_NEEDED',
    disposition: 'return',
    payoutMethod: 'directTransfer',
  }),
  ...account(owner, 'ACCT-MAIXIANG-1'),
  settlementConfirmed(owner),
  ...wiped(owner.actor),
  ...broughtBack(owner),
  ...arguedAbout,
  ...refunded,
  unbound('REG-440305-2291'),
]
