/** FNV-1a: names a stream; nothing depends on its strength. */
const hashOf = (text: string): number => {
  let value = 0x811c9dc5
  for (let place = 0; place < text.length; place += 1)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
  return value >>> 0
}

/**
 * Chance in streams that know nothing of each other: whoever draws once less from one of them changes nothing in the others. So a
 * journey from which a fault or an act was taken out stays as like the whole one as it can, and shrinks.
 */
export class Chance {
  readonly #seed: number
  readonly #states = new Map<string, number>()

  constructor(seed: number) {
    this.#seed = Math.imul(seed, 0x9e3779b1) >>> 0
  }

  /** From 0 up to, not including, 1. */
  draw(stream: string): number {
    const state = ((this.#states.get(stream) ?? hashOf(stream) ^ this.#seed) + 0x6d2b79f5) >>> 0
    this.#states.set(stream, state)
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(stream: string, limit: number): number {
    return Math.floor(this.draw(stream) * limit)
  }

  one<Item>(stream: string, items: readonly Item[]): Item {
    return items[this.below(stream, items.length)] as Item
  }

  happens(stream: string, share: number): boolean {
    return this.draw(stream) < share
  }
}
