import { secretIn } from '../domain/index.ts'

/** More than one number has, with as much beside it: what is longer is a table. */
const most = 40
const longest = 200

const holdsNumber = (text: string): boolean => /^(?:PAN|IDENTITY)/.test(secretIn(text) ?? '')

/** Is it one number of a card or a person, split over the items of a list, none of which has one by itself? */
export const isSplit = (items: readonly unknown[]): boolean => {
  if (items.length < 2 || items.length > most) return false
  if (!items.every((item) => typeof item === 'string' || typeof item === 'number')) return false
  const text = items.join(' ')
  return text.length <= longest && holdsNumber(text) && !items.some((item) => holdsNumber(String(item)))
}
