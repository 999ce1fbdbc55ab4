import type { Books } from './books.ts'
import { undecided } from './deposits.ts'
import { devicesDone } from './devices.ts'
import { covers } from './statement.ts'
import { freeOf, openOf, restOf } from './sums.ts'
import type { Around } from './told.ts'

/** Also what would be too much when it arrives. */
const isFlying = ({ moves }: Books, from: string | null): boolean =>
  Object.values(moves).some((move) => move.from === from && move.state === 'flying')

/** What money and custody owe to a closure, part by part: is it done? */
export const cleared = (books: Books, around: Around) => {
  const { statement } = books
  const agreed = statement?.state === 'agreed' || (statement?.state === 'disputed' && statement.passedOn)
  return {
    settlement:
      covers(books, around) &&
      agreed &&
      restOf(books, around) === 0 &&
      !isFlying(books, null) &&
      Object.values(books.disputes).every(({ open, carried }) => !open || carried),
    charges: !undecided(books) && Object.keys(books.charges).every((id) => openOf(books, around, id) === 0),
    deposits: Object.keys(books.deposits).every(
      (id) => freeOf(books, around, id) === 0 && !isFlying(books, id),
    ),
    devices: devicesDone(books, around),
  }
}
