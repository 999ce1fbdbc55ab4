import { type Books, change, type No, type Then } from './books.ts'
import { custodySettled } from './devices.ts'
import { ordered, takenBack, transferNo } from './moves.ts'
import { chargesOpen, deducted, freeOf, openOf } from './sums.ts'
import type { Around } from './told.ts'

export const depositsNo: No = {
  'deposit.deducted': (books, { depositId, chargeId, amount }, around) => {
    // what is not there says so alone
    if (books.deposits[depositId] === undefined) return ['DEPOSIT_UNKNOWN']
    const charge = books.charges[chargeId]
    if (charge === undefined) return ['CHARGE_UNKNOWN']
    const free = freeOf(books, around, depositId)
    const open = openOf(books, around, chargeId)
    return [
      charge.state === 'disputed' && 'CHARGE_DISPUTED',
      open > 0 &&
        charge.state === 'raised' &&
        !books.run.includes(`chargeObjection:${chargeId}`) &&
        'NOTICE_RUNNING',
      open === 0 && 'CHARGE_ENDED',
      free <= 0 && open > 0 && 'DEPOSIT_EXHAUSTED',
      amount.amount > Math.min(free, open) && 'AMOUNT_TOO_HIGH',
    ]
  },
  'refund.ordered': (books, { depositId, amount, method }, around) => {
    const deposit = books.deposits[depositId]
    if (deposit === undefined) return ['DEPOSIT_UNKNOWN']
    const pledge = deposit.kind === 'device_pledge'
    return [
      pledge && !custodySettled(books, around) && 'CUSTODY_OPEN',
      pledge && undecided(books) && 'DAMAGE_UNDECIDED',
      !pledge && !books.run.includes(`guaranteeTail:${depositId}`) && 'RELEASE_NOT_DUE',
      chargesOpen(books, around, 'agreed') > 0 && 'CHARGES_OUTSTANDING',
      // what the parties argue about stays where it is
      amount.amount > freeOf(books, around, depositId) - chargesOpen(books, around, 'disputed') &&
        'AMOUNT_TOO_HIGH',
      ...transferNo(books, method, around),
    ]
  },
}

export const undecided = ({ devices }: Books): boolean =>
  Object.values(devices).some((device) => device.undecided.length > 0)

export const depositsThen: Then = {
  'deposit.deducted': (books, { depositId, chargeId, amount }) => {
    const taken = deducted(books, depositId, chargeId) + amount.amount
    const paid = { ...books.charges[chargeId]?.paid, [`deposit:${depositId}`]: taken }
    return change(books, 'charges', chargeId, { paid })
  },
  'refund.ordered': (books, { depositId, amount: { amount }, method = books.method }, _, told) =>
    ordered(books, told, { from: depositId, amount, method }),
}

/** What was ordered before anybody knew stays at home: a device is not here after all, a dispute may come, or too little would be left. */
export const overtaken = (books: Books, around: Around): Books =>
  takenBack(books, ({ from }, now) => {
    const deposit = from === null ? undefined : now.deposits[from]
    if (from === null || deposit === undefined) return false
    const due =
      deposit.kind === 'device_pledge'
        ? custodySettled(now, around)
        : now.run.includes(`guaranteeTail:${from}`)
    const asked = chargesOpen(now, around, 'agreed') + chargesOpen(now, around, 'disputed')
    return !due || asked > freeOf(now, around, from)
  })
