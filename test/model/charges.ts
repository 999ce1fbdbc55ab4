import { type Books, type Charge, change, type No, put, type Then, unrun } from './books.ts'
import { openOf, paidOn, total } from './sums.ts'
import type { Said } from './told.ts'

/** Every table that is in force in the cases. What follows from a fact has no price, and may name none. */
const tables = ['standard']
const priced =
  /^(rental|maintenance|deactivation|annual|data_traffic|transaction|early_termination|other|damage|accessory)$/

/** Two people carried over more than it comes to: as much of the obligation falls; what was settled of it is owed back. */
export const cutCarried = (books: Books, kind: string, ref: string | null, cut: number): Books => {
  let left = cut
  return Object.entries(books.obligations).reduce((now, [id, item]) => {
    if (item.kind !== kind || (ref !== null && item.ref !== ref)) return now
    const part = Math.min(left, item.amount)
    left -= part
    const isOver = part > 0 && part === item.amount
    const fewer = change(now, 'obligations', id, {
      amount: item.amount - part,
      discharged: item.discharged || isOver,
    })
    return item.discharged ? { ...fewer, credit: fewer.credit + part } : fewer
  }, books)
}

/** A case that comes up again, or is not lost by the merchant, is not owed beyond the closure as well. */
export const dropCarried = (books: Books, caseId: string): Books =>
  Object.entries(books.obligations).reduce(
    (now, [id, { kind, ref, discharged }]) =>
      kind === 'dispute' && ref === caseId && !discharged
        ? change(now, 'obligations', id, { amount: 0, discharged: true })
        : now,
    books,
  )

/**
 * The charge comes to this. What is met beyond it goes back: what was carried over first, then to the deposits that
 * it came from, then as credit to the settlement.
 */
export const comesTo = (books: Books, id: string, amount: number, to: Partial<Charge>): Books => {
  const before: Charge = books.charges[id] ?? {
    ...{ kind: 'other', amount: 0, state: 'raised', paid: {}, carried: 0, ground: null },
  }
  const cut = Math.min(before.carried, Math.max(0, paidOn(books, id) + before.carried - amount))
  let excess = Math.max(0, paidOn(books, id) - amount)
  const paid = { ...before.paid }
  const give = (ref: string): number => {
    const back = Math.min(excess, paid[ref] ?? 0)
    paid[ref] = (paid[ref] ?? 0) - back
    excess -= back
    return back
  }
  const ofDeposit = (ref: string) => ref.startsWith('deposit:')
  for (const ref of Object.keys(paid).filter(ofDeposit)) give(ref)
  const credit = total(Object.keys(paid).map(give))
  const fewer = cutCarried({ ...books, credit: books.credit + credit }, 'charge', id, cut)
  return put(fewer, 'charges', id, { ...before, ...to, amount, paid, carried: before.carried - cut })
}

/** It follows from a fact. Higher than before it is a new claim, to which the merchant may object anew. */
export const claimed = (books: Books, id: string, amount: number, kind: string): Books =>
  comesTo(unrun(books, `chargeObjection:${id}`), id, amount, { kind, state: 'raised' })

const known = ({ charges }: Books, id: string) => charges[id] === undefined && 'CHARGE_UNKNOWN'

/** A damage, and what is missing, rest on an inspection that found them at the merchant's expense, once. */
const groundNo = ({ devices }: Books, kind: string, serial: string | undefined): Said => {
  const device = serial === undefined ? undefined : devices[serial]
  if (serial !== undefined && device === undefined) return ['DEVICE_UNKNOWN']
  if (kind !== 'damage' && kind !== 'accessory') return []
  if (device === undefined) return ['LIABILITY_WITHOUT_GROUND']
  if (device.undecided.includes(kind)) return []
  if (device.inspection === null) return ['DEVICE_NOT_INSPECTED']
  const { cause, missing } = device.inspection
  const found = kind === 'accessory' ? missing : cause !== null && cause !== 'nonHuman'
  return [found && device.owner !== 'merchant' ? 'CHARGE_ENDED' : 'LIABILITY_WITHOUT_GROUND']
}

export const chargesNo: No = {
  'charge.raised': (books, { kind, serial, feeTableVersion }) => [
    priced.test(kind) && !tables.includes(feeTableVersion) && 'FEE_TABLE_NOT_IN_FORCE',
    ...groundNo(books, kind, serial),
  ],
  'charge.waived': ({ devices }, { serial, kind }) => {
    const device = devices[serial]
    if (device === undefined) return ['DEVICE_UNKNOWN']
    return [!device.undecided.includes(kind) && (device.inspection ? 'CHARGE_ENDED' : 'DEVICE_NOT_INSPECTED')]
  },
  'charge.disputed': (books, { chargeId }) => {
    const charge = books.charges[chargeId]
    if (charge === undefined) return ['CHARGE_UNKNOWN']
    // who was heard once is not heard again
    return [(charge.state !== 'raised' || paidOn(books, chargeId) >= charge.amount) && 'CHARGE_ENDED']
  },
  'charge.determined': (books, { chargeId, amount }) => [
    known(books, chargeId),
    amount.amount > (books.charges[chargeId]?.amount ?? amount.amount) && 'AMOUNT_TOO_HIGH',
  ],
  'charge.met': (books, { chargeId, amount }, around) => {
    if (known(books, chargeId)) return ['CHARGE_UNKNOWN']
    const open = openOf(books, around, chargeId)
    return [open === 0 ? 'CHARGE_ENDED' : amount.amount > open && 'AMOUNT_TOO_HIGH']
  },
}

const decided = (books: Books, serial: string, kind: string): Books =>
  change(books, 'devices', serial, {
    undecided: books.devices[serial]?.undecided.filter((item) => item !== kind) ?? [],
  })

export const chargesThen: Then = {
  'charge.raised': (books, { chargeId, kind, amount, serial }) => {
    if (books.charges[chargeId]) return books
    const ground = kind === 'damage' || kind === 'accessory' ? (serial ?? null) : null
    // nothing is taken before a third person has said whose fault it was
    const unclear = kind === 'damage' && books.devices[serial ?? '']?.inspection?.cause === 'undetermined'
    const raised = { kind, ground, state: unclear ? 'disputed' : 'raised' } as const
    return comesTo(decided(books, ground ?? '', kind), chargeId, amount.amount, raised)
  },
  'charge.waived': (books, { serial, kind }) => decided(books, serial, kind),
  'charge.disputed': (books, { chargeId }) => change(books, 'charges', chargeId, { state: 'disputed' }),
  'charge.determined': (books, { chargeId, amount }) =>
    comesTo(books, chargeId, amount.amount, { state: 'determined' }),
  'charge.met': (books, { chargeId, amount, paymentRef }) =>
    change(books, 'charges', chargeId, {
      paid: { ...books.charges[chargeId]?.paid, [paymentRef]: amount.amount },
    }),
}
