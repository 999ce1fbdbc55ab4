import { randomFrom } from '../card-numbers.ts'
import { issuedCard } from './issued-cards.ts'
import type { referenceStyles, referenceSurroundings } from './writing.ts'

interface Cell {
  readonly cell: string
  readonly tried: number
  readonly missed: readonly string[]
}

/** Each way of writing in each surrounding: how many of so many cards are not found. */
export const recallOf = (
  styles: typeof referenceStyles,
  surroundings: typeof referenceSurroundings,
  times: number,
  finds: (text: string) => boolean,
): readonly Cell[] =>
  Object.entries(styles).flatMap(([style, write], row) =>
    Object.entries(surroundings).map(([surrounding, surround], column) => {
      const random = randomFrom(1 + row * 100 + column)
      const missed: string[] = []
      for (let run = 0; run < times; run += 1) {
        const another = () => write(issuedCard(random), random)
        const text = surround(another(), random, another)
        if (!finds(text)) missed.push(text)
      }
      return { cell: `${style}, ${surrounding}`, tried: times, missed }
    }),
  )

export const shareFound = (cells: readonly Cell[]): number => {
  const tried = cells.reduce((sum, cell) => sum + cell.tried, 0)
  return 1 - cells.reduce((sum, cell) => sum + cell.missed.length, 0) / tried
}
