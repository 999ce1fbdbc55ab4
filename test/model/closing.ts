import type { Books } from './books.ts'
import { undecided } from './deposits.ts'
import { devicesDone } from './devices.ts'
import { covers } from './statement.ts'
import { flying, freeOf, openOf, restOf } from './sums.ts'
import type { Around } from './told.ts'

/** What money and custody owe to a closure, part by part: is it done? */
export const cleared = (books: Books, around: Around) => {
  const { statement } = books
  const agreed = statement?.state === 'agreed' || (statement?.state === 'disputed' && statement.passedOn)
  return {
    settlement:
      covers(books, around) &&
      agreed &&
      restOf(books, around) + flying(books, null) === 0 &&
      Object.values(books.disputes).every(({ open, carried }) => !open || carried),
    charges: !undecided(books) && Object.keys(books.charges).every((id) => openOf(books, around, id) === 0),
    deposits: Object.keys(books.deposits).every((id) => freeOf(books, around, id) + flying(books, id) === 0),
    devices: devicesDone(books, around),
  }
}
