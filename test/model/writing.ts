import { type Books, blank, set } from './books.ts'
import type { Around } from './play/told.ts'
import { sumsOf } from './sums.ts'

export const settlementNet = 'settlement:net'
type Move = Books['moves'][string]
export const isBegun = ({ claimed, accepted }: Move): boolean => claimed || accepted

/** What is done to the books in more than one place. */
export const writingIn = (books: Books, around: Around) => {
  const { carriedOf, freeOf, moved, obligationsOf, owed, paidOn } = sumsOf(books, around)
  /** These clocks begin anew, or end. */
  const unrun = (clock: string) =>
    set(books, { run: books.run.filter((one) => one !== clock && !one.startsWith(`${clock}:`)) })

  // two people carried over more than it comes to: as much falls, and what was settled of it is owed back
  const cutCarried = (kind: string, ref: string | null, over: number) => {
    let left = Math.max(0, over)
    for (const item of obligationsOf(kind, ref)) {
      const part = Math.min(left, item.amount)
      left -= part
      item.amount -= part
      if (item.discharged) books.credit += part
      item.discharged ||= part > 0 && item.amount === 0
    }
  }
  /** A case that comes up again, or is not lost by the merchant, is not owed beyond the closure as well. */
  const dropCarried = (caseId: string) => {
    for (const item of obligationsOf('dispute', caseId))
      if (!item.discharged) set(item, { amount: 0, discharged: true })
  }
  /** What is met beyond it goes back: to what was carried over, to the deposits that it came from, as credit to the settlement. */
  const comeTo = (id: string, amount: number, to: Partial<Books['charges'][string]>) => {
    const charge = { ...(books.charges[id] ?? blank().charge), ...to, amount }
    books.charges[id] = charge
    cutCarried('charge', id, paidOn(id) + carriedOf('charge', id) - amount)
    let excess = Math.max(0, paidOn(id) - amount)
    const refs = Object.keys(charge.paid)
    const isTaken = (ref: string) => ref.startsWith('deposit:')
    for (const ref of [...refs.filter(isTaken), ...refs.filter((one) => !isTaken(one))]) {
      const back = Math.min(excess, charge.paid[ref] ?? 0)
      excess -= back
      charge.paid[ref] = (charge.paid[ref] ?? 0) - back
      if (!isTaken(ref)) books.credit += back
    }
  }
  /** It follows from a fact. Higher than before it is a new claim, to which the merchant may object anew. */
  const claim = (id: string, amount: number, kind: string, state = 'raised') => {
    unrun(`chargeObjection:${id}`)
    comeTo(id, amount, { kind, state })
  }
  /** A negative net, and what was paid too much before, is one charge: it follows a new statement, and falls with what did not move. */
  const askBack = (isNew: boolean) => {
    const { statement, credit } = books
    const { amount, state } = books.charges[settlementNet] ?? blank().charge
    // what was met too much is being given back
    const due = Math.max(0, Math.max(0, moved(null, 'there', 'flying') - credit) - statement.net)
    if (due > amount && isNew)
      claim(settlementNet, due, 'settlement', state === 'disputed' ? state : 'raised')
    else if (due <= amount && books.charges[settlementNet])
      comeTo(settlementNet, due, due > 0 ? {} : { state: 'determined' })
    statement.charged = isNew ? due : Math.min(due, statement.charged)
    const bound = moved(null, 'there', 'flying') + carriedOf('settlement', null)
    if (isNew) cutCarried('settlement', null, bound - owed())
  }

  const fail = (move: Move) => move.state === 'flying' && set(move, { state: 'failed' })
  const owedBy = (purse: string | null) => freeOf(purse) + moved(purse, 'there', 'flying')
  // what nobody has begun, and is too much beside what is there, stays at home; the rest is too much once it is there
  const narrow = (purse: string | null, owed: number) => {
    let left = owed - moved(purse, 'there')
    const own = Object.values(books.moves).filter(({ from, state }) => from === purse && state === 'flying')
    for (const move of [...own.filter(isBegun), ...own.filter((one) => !isBegun(one))]) {
      const fits = Math.min(move.amount, Math.max(0, left))
      move.excess = move.amount - fits
      if (move.excess > 0 && !isBegun(move)) fail(move)
      else left -= fits
    }
  }
  const overpayment = (orderId: string) => `overpayment:${orderId.split('/').slice(-2).join('.')}`
  /** What a bank paid counts, whatever was ordered and whatever became of the order. Too much is a charge. */
  const arrive = (move: Move, amount: number, orderId: string) => {
    // told before; and what came back does not arrive
    if (move.state === 'there' || move.state === 'back') return
    const owed = owedBy(move.from)
    const excess = Math.min(amount, Math.max(0, moved(move.from, 'there') + amount - owed))
    set(move, { amount, excess, state: 'there' })
    if (excess > 0) claim(overpayment(orderId), excess, 'overpayment')
    narrow(move.from, owed)
  }
  /** What comes back is owed again; what was too much comes back first. Of what was never paid no part comes back. */
  const comeBack = (move: Move, amount: number) => {
    const isPart = amount < move.amount
    if (isPart && move.state !== 'there') return
    const was = move.state === 'there' ? move.excess : 0
    // what two people let off of it is not charged after all
    const charge = (id: string, less: number) => {
      const { amount = 0 } = books.charges[overpayment(id)] ?? {}
      if (less > 0) comeTo(overpayment(id), Math.max(0, amount - less), { state: 'determined' })
    }
    const excess = isPart ? Math.max(0, move.excess - amount) : 0
    const owed = owedBy(move.from)
    set(move, isPart ? { excess, amount: move.amount - amount } : { excess, state: 'back' })
    // what arrived beside it was not too much after all
    const less = Object.entries(books.moves).map(([id, other]) => {
      const { amount: charged = 0 } = books.charges[overpayment(id)] ?? {}
      const left = Math.max(0, owed - moved(move.from, 'there'))
      const isBeside = other !== move && other.from === move.from && other.state === 'there'
      const excused = isBeside ? Math.min(left, other.excess, charged) : 0
      set(other, { excess: other.excess - excused })
      return [id, other === move ? was - excess : excused] as const
    })
    narrow(move.from, owedBy(move.from))
    for (const [id, amount] of less) charge(id, amount)
  }

  return { unrun, dropCarried, comeTo, claim, askBack, fail, arrive, comeBack }
}
