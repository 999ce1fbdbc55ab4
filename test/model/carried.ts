import { type Books, change, type No, put, type Then } from './books.ts'
import { flying, freeOf, openOf, restOf, total } from './sums.ts'
import type { Around, Code } from './told.ts'

/** How much there is to carry over, or why there is nothing. */
const left = (books: Books, around: Around, kind: string, ref: string): number | Code => {
  if (kind === 'deposit') return books.deposits[ref] ? freeOf(books, around, ref) : 'DEPOSIT_UNKNOWN'
  if (kind === 'charge') return books.charges[ref] ? openOf(books, around, ref) : 'CHARGE_UNKNOWN'
  if (kind === 'settlement') return books.statement?.id === ref ? restOf(books, around) : 'NO_STATEMENT'
  const dispute = books.disputes[ref]
  if (kind === 'dispute') return dispute?.open && !dispute.carried ? dispute.amount : 'DISPUTE_UNKNOWN'
  return 'NOT_TRANSFERABLE'
}

/** What is still owed of it after the books were closed: what was paid through here has discharged it, the older ones first. */
const unpaid = (books: Books, around: Around, id: string, bound: boolean): number => {
  const item = books.obligations[id]
  if (item === undefined || item.discharged) return 0
  const { kind, ref, amount } = item
  // lost, it is owed until it is discharged; any other end of it leaves nothing
  if (kind === 'dispute') return amount
  const alike = Object.entries(books.obligations).filter(
    ([, one]) => one.kind === kind && one.ref === ref && !one.discharged,
  )
  const younger = alike.slice(alike.findIndex(([one]) => one === id) + 1)
  const purse = kind === 'settlement' ? null : ref
  const there = kind === 'settlement' ? restOf(books, around) : left(books, around, kind, ref)
  const open =
    (typeof there === 'number' ? there : 0) + (bound && kind !== 'charge' ? flying(books, purse) : 0)
  return Math.min(amount, Math.max(0, open - total(younger.map(([, one]) => one.amount))))
}

export const carriedNo: No = {
  'obligation.carriedOver': (books, { kind, ref, amount }, around) => {
    const most = left(books, around, kind, ref)
    return [typeof most === 'string' ? most : amount.amount > most && 'AMOUNT_TOO_HIGH']
  },
  'obligation.discharged': (books, { obligationId }, around) => {
    const item = books.obligations[obligationId]
    if (item === undefined) return ['OBLIGATION_UNKNOWN']
    const owing = !item.discharged && (item.amount === 0 || unpaid(books, around, obligationId, true) > 0)
    if (!owing) return ['OBLIGATION_DISCHARGED']
    return [unpaid(books, around, obligationId, false) < item.amount && 'AMOUNT_TOO_HIGH']
  },
}

export const carriedThen: Then = {
  'obligation.carriedOver': (books, { obligationId, kind, ref, amount: { amount } }) => {
    if (books.obligations[obligationId]) return books
    const noted = put(books, 'obligations', obligationId, { kind, ref, amount, discharged: false })
    const more = (carried = 0) => ({ carried: carried + amount })
    if (kind === 'deposit') return change(noted, 'deposits', ref, more(books.deposits[ref]?.carried))
    if (kind === 'dispute') return change(noted, 'disputes', ref, { carried: true })
    const argued = books.statement?.state === 'disputed'
    const passedOn = argued && (kind === 'settlement' || ref === 'settlement:net')
    const statement = books.statement && passedOn ? { ...books.statement, passedOn } : books.statement
    if (kind === 'charge')
      return { ...change(noted, 'charges', ref, more(books.charges[ref]?.carried)), statement }
    return { ...noted, statement, settlementCarried: books.settlementCarried + amount }
  },
  'obligation.discharged': (books, { obligationId }) =>
    change(books, 'obligations', obligationId, { discharged: true }),
}
