import { type Books, change, type Move, type No, put, type Then } from './books.ts'
import { claimed, comesTo } from './charges.ts'
import { flying, freeOf, restOf, there } from './sums.ts'
import type { Around, Said, Told } from './told.ts'

/** Only a transfer needs an account; a hold keeps money back however it would travel. */
export const transferNo = (books: Books, method = books.method, { fundsHeld }: Around): Said => [
  method === 'directTransfer' && !books.account?.verified && 'ACCOUNT_UNVERIFIED',
  method === 'directTransfer' && books.account?.cooling === true && 'COOLING_OFF',
  fundsHeld && 'FUNDS_HELD',
]

/** Without an order nothing moves: it was told before. */
export const ordered = (
  books: Books,
  { orderId }: Told,
  { from, amount, method }: Pick<Move, 'from' | 'amount' | 'method'>,
): Books =>
  orderId
    ? put(books, 'moves', orderId, {
        ...{ from, amount, method, state: 'flying', excess: 0 },
        ...{ claimed: false, accepted: false },
      })
    : books

const isBegun = ({ claimed, accepted }: Move): boolean => claimed || accepted

/** Nobody pays on figures that are argued about, to another account, or what is owed no more: what nobody has begun is taken back. */
export const takenBack = (
  books: Books,
  isMeant: (move: Move, books: Books) => boolean = ({ from }) => from === null,
): Books =>
  Object.entries(books.moves).reduce(
    (now, [id, move]) =>
      move.state === 'flying' && !isBegun(move) && isMeant(move, now)
        ? change(now, 'moves', id, { state: 'failed' })
        : now,
    books,
  )

/** The money that this order moves; an id that names another purse's names nothing. */
const moveOf = ({ moves }: Books, orderId: string, from: string | null): Move | undefined =>
  moves[orderId]?.from === from ? moves[orderId] : undefined

const toldNo = (books: Books, orderId: string, from: string | null, amount?: number): Said => {
  if (from !== null && books.deposits[from] === undefined) return ['DEPOSIT_UNKNOWN']
  const move = moveOf(books, orderId, from)
  if (move === undefined) return ['PAYOUT_UNKNOWN']
  return [amount !== undefined && amount !== move.amount && 'AMOUNT_MISMATCH']
}
const isTooMuch = (move?: Move): boolean =>
  move?.state === 'failed' || (move?.state === 'flying' && move.excess > 0)
const confirmedNo = (books: Books, orderId: string, from: string | null, amount: number): Said => [
  ...toldNo(books, orderId, from, amount),
  isTooMuch(moveOf(books, orderId, from)) && 'PAID_TWICE',
]

/** What a bank paid counts, whatever was ordered and whatever became of the order. Too much is a charge. */
const confirmed = (
  books: Books,
  around: Around,
  orderId: string,
  from: string | null,
  amount: number,
): Books => {
  const move = moveOf(books, orderId, from)
  // told before; and what came back does not arrive
  if (move === undefined || move.state === 'there' || move.state === 'back') return books
  const owed = owedBy(books, around, from)
  const excess = Math.min(amount, Math.max(0, there(books, from) + amount - owed))
  const paid = change(books, 'moves', orderId, { amount, state: 'there', excess })
  return excess > 0
    ? claimed(fitted(paid, from, owed), nameOf(orderId), excess, 'overpayment')
    : fitted(paid, from, owed)
}

/** What a purse comes to for the merchant, wherever it is. */
const owedBy = (books: Books, around: Around, from: string | null): number =>
  (from === null ? restOf(books, around) : freeOf(books, around, from)) +
  there(books, from) +
  flying(books, from)

/** No more flies than is owed beside what is there: what nobody has begun stays at home, the rest is too much once it is there. */
const fitted = (books: Books, from: string | null, owed: number): Books => {
  const own = Object.entries(books.moves).filter(([, move]) => move.from === from && move.state === 'flying')
  const begunFirst = [...own.filter(([, move]) => isBegun(move)), ...own.filter(([, move]) => !isBegun(move))]
  let left = owed - there(books, from)
  return begunFirst.reduce((now, [id, move]) => {
    const { amount } = move
    const fits = Math.min(amount, Math.max(0, left))
    if (fits < amount && !isBegun(move)) return change(now, 'moves', id, { state: 'failed', excess: 0 })
    left -= fits
    return change(now, 'moves', id, { excess: amount - fits })
  }, books)
}

const failed = (books: Books, orderId: string, from: string | null): Books =>
  moveOf(books, orderId, from)?.state === 'flying'
    ? change(books, 'moves', orderId, { state: 'failed', excess: 0 })
    : books

/** What comes back is owed again; what was too much comes back first. Of what was never paid no part comes back. */
const cameBack = (
  books: Books,
  around: Around,
  orderId: string,
  from: string | null,
  amount: number,
): Books => {
  const move = moveOf(books, orderId, from)
  if (move === undefined || (amount < move.amount && move.state !== 'there')) return books
  const part = amount < move.amount
  const excess = part ? Math.max(0, move.excess - amount) : 0
  const to = part ? { amount: move.amount - amount, excess } : { excess, state: 'back' as const }
  const back = fitted(change(books, 'moves', orderId, to), from, owedBy(books, around, from))
  const wasCharged = move.state === 'there' && move.excess > 0
  return wasCharged ? comesTo(back, nameOf(orderId), excess, { state: 'determined' }) : back
}

const nameOf = (orderId: string): string => `overpayment:${orderId.split('/').slice(-2).join('.')}`

export const movesNo: No = {
  'order.cancelled': ({ moves }, { orderId }) => [
    moves[orderId]?.state === 'flying' && moves[orderId].claimed && 'ORDER_CLAIMED',
  ],
  'payout.confirmed': (books, { orderId, amount }) => confirmedNo(books, orderId, null, amount.amount),
  'refund.confirmed': (books, { orderId, depositId, amount }) =>
    confirmedNo(books, orderId, depositId, amount.amount),
  'payout.failed': (books, { orderId }) => toldNo(books, orderId, null),
  'refund.failed': (books, { orderId, depositId }) => toldNo(books, orderId, depositId),
  'payout.returned': (books, { orderId, amount }) => toldNo(books, orderId, null, amount.amount),
  'refund.returned': (books, { orderId, depositId, amount }) =>
    toldNo(books, orderId, depositId, amount.amount),
}

const fromOf = ({ moves }: Books, orderId: string) => moves[orderId]?.from ?? null

export const movesThen: Then = {
  'payout.confirmed': (books, { orderId, amount }, around) =>
    confirmed(books, around, orderId, null, amount.amount),
  'refund.confirmed': (books, { orderId, depositId, amount }, around) =>
    confirmed(books, around, orderId, depositId, amount.amount),
  'payout.failed': (books, { orderId }) => failed(books, orderId, null),
  'refund.failed': (books, { orderId, depositId }) => failed(books, orderId, depositId),
  'payout.returned': (books, { orderId, amount }, around) =>
    cameBack(books, around, orderId, null, amount.amount),
  'refund.returned': (books, { orderId, depositId, amount }, around) =>
    cameBack(books, around, orderId, depositId, amount.amount),
  'order.claimed': (books, { orderId }) => change(books, 'moves', orderId, { claimed: true }),
  'order.confirmed': (books, { orderId }) => change(books, 'moves', orderId, { accepted: true }),
  'order.failed': (books, { orderId, retryable }) =>
    retryable ? books : failed(books, orderId, fromOf(books, orderId)),
  'order.cancelled': (books, { orderId }) => failed(books, orderId, fromOf(books, orderId)),
  'order.repeated': (books, { orderId, method }, _, told) => {
    const move = books.moves[orderId]
    return move ? ordered(books, told, { ...move, method: method ?? move.method }) : books
  },
}
