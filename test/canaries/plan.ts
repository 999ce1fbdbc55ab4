import type { Canary } from './canaries.ts'

/** How much is tried: every place with every canary, or with a few of them in turn. */
export interface Plan {
  readonly canaries: readonly Canary[]
  /** Canaries tried at one place; all of them when it is left out. */
  readonly each?: number
  /** Tries every n-th place only; every one when it is left out. */
  readonly share?: number
}

/** Every n-th, beginning with the first. */
export const thinned = <Item>(items: Iterable<Item>, { share = 1 }: Plan): readonly Item[] =>
  [...items].filter((_, index) => index % share === 0)

/** The canaries for the next place: in turn, so that all of them come about equally often. */
export const inTurn = ({ canaries, each = canaries.length }: Plan) => {
  let next = 0
  return (): readonly Canary[] =>
    Array.from({ length: Math.min(each, canaries.length) }, () => {
      next += 1
      return canaries[next % canaries.length] as Canary
    })
}

/** Alone, and in the middle of a sentence: the one fits a reference, the other is what people write. */
export const writings = ({ text }: Canary): readonly string[] => [text, `Sent by mail: ${text} (see below)`]
