/** A seeded source of chance: the same seed plays the same game. */
export const diceOf = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (share: number): boolean => next() < share,
    one: <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item,
    /** An item that is there, mostly; sometimes one that is not. */
    key: (ledger: Readonly<Record<string, unknown>>, otherwise: string): string => {
      const keys = Object.keys(ledger)
      return keys.length > 0 && next() < 0.9 ? (keys[Math.floor(next() * keys.length)] as string) : otherwise
    },
  }
}
export type Dice = ReturnType<typeof diceOf>
