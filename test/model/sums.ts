import type { Books } from './books.ts'
import type { Around } from './told.ts'

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
export const paidOn = ({ charges }: Books, id: string): number =>
  total(Object.values(charges[id]?.paid ?? {}))

/** Once the books are closed, what was carried over is owed again, and what was discharged is spent. */
const passed = (
  { obligations }: Books,
  { phase }: Around,
  kind: string,
  ref: string | null,
  carried: number,
) => {
  const ended = Object.values(obligations).filter((item) => item.kind === kind && item.discharged)
  const mine = ended.filter((item) => ref === null || item.ref === ref)
  return phase === 'closed' ? total(mine.map(({ amount }) => amount)) : carried
}

/** What is left of a charge. */
export const openOf = (books: Books, around: Around, id: string): number => {
  const { amount, carried } = books.charges[id] ?? { amount: 0, carried: 0 }
  return Math.max(0, amount - paidOn(books, id) - passed(books, around, 'charge', id, carried))
}

export const chargesOpen = (books: Books, around: Around, state: 'agreed' | 'disputed'): number =>
  total(
    Object.entries(books.charges)
      .filter(([, charge]) => (charge.state === 'disputed') === (state === 'disputed'))
      .map(([id]) => openOf(books, around, id)),
  )

const moved = ({ moves }: Books, from: string | null, state: 'flying' | 'there'): number =>
  total(
    Object.values(moves).map((move) =>
      move.from === from && move.state === state ? move.amount - move.excess : 0,
    ),
  )
export const flying = (books: Books, from: string | null): number => moved(books, from, 'flying')
export const there = (books: Books, from: string | null): number => moved(books, from, 'there')

/** Taken from a deposit for a charge. */
export const deducted = ({ charges }: Books, depositId: string, chargeId: string): number =>
  charges[chargeId]?.paid[`deposit:${depositId}`] ?? 0

/** Neither given back, on its way, deducted nor carried over. */
export const freeOf = (books: Books, around: Around, id: string): number => {
  const { amount, carried } = books.deposits[id] ?? { amount: 0, carried: 0 }
  const taken = total(Object.keys(books.charges).map((chargeId) => deducted(books, id, chargeId)))
  return amount - there(books, id) - flying(books, id) - taken - passed(books, around, 'deposit', id, carried)
}

/** What the settlement comes to for the merchant; what was asked back of it is a charge, and lowers nothing here. */
export const owed = ({ statement, credit }: Books): number =>
  credit + (statement ? Math.max(0, statement.net + statement.charged) : 0)

/** Of that: neither paid, on its way nor carried over. */
export const restOf = (books: Books, around: Around): number => {
  const gone = there(books, null) + flying(books, null)
  const carried = passed(books, around, 'settlement', null, books.settlementCarried)
  return books.closingSince === null ? 0 : Math.max(0, owed(books) - gone - carried)
}
