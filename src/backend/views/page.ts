import type { Page } from '../../contract/index.ts'
import { InvalidInputError } from '../../errors/index.ts'

/** How an item stands in its list, first what it is sorted by first; the last part tells any two apart. */
export type Place = readonly (string | number)[]

/** So many items at most, and no more than some of what one reply may hold. */
const pageSize = 200
const pageCharacters = 1_000_000

/** @throws InvalidInputError CURSOR_UNKNOWN. */
const unknownCursor = (): never => {
  throw new InvalidInputError({ issues: [{ path: '/cursor', code: 'CURSOR_UNKNOWN' }] })
}

/** Of what its reader was shown last, and of nothing else. */
const cursorOf = (place: Place): string =>
  btoa(encodeURIComponent(JSON.stringify(place)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return undefined
  }
}

/** @throws InvalidInputError CURSOR_UNKNOWN: nobody was given it for a list of this kind. */
export const placeIn = (cursor: string | undefined, like: Place): Place | undefined => {
  if (cursor === undefined) return undefined
  const place = parsed(cursor)
  const fits =
    Array.isArray(place) &&
    place.length === like.length &&
    place.every((part, index) => typeof part === typeof like[index])
  return fits ? (place as Place) : unknownCursor()
}

const isBehind = (place: Place, last: Place): boolean => {
  const index = place.findIndex((part, at) => part !== last[at])
  const [one, other] = [place[index], last[index]]
  return one !== undefined && other !== undefined && one > other
}

/** Takes what fits into one reply; there is a next page where one more came. */
export class PageOf<Item> {
  readonly #items: Item[] = []
  readonly #placeOf: (item: Item) => Place
  #characters = 0
  #more = false

  constructor(placeOf: (item: Item) => Place) {
    this.#placeOf = placeOf
  }

  /** `false`: it is full, and nothing more is wanted. */
  take(item: Item): boolean {
    this.#characters += JSON.stringify(item).length
    const isFull = this.#items.length === pageSize || this.#characters > pageCharacters
    // One item alone always fits: else nobody would come past it.
    if (isFull && this.#items.length > 0) this.#more = true
    else this.#items.push(item)
    return !this.#more
  }

  page(): Page<Item> {
    const last = this.#more ? this.#items.at(-1) : undefined
    return { items: this.#items, nextCursor: last === undefined ? null : cursorOf(this.#placeOf(last)) }
  }
}

/** As many from the beginning as fit into one reply. */
export const fitting = <Item>(items: readonly Item[]): readonly Item[] => {
  const page = new PageOf<Item>(() => [])
  for (const item of items) if (!page.take(item)) break
  return page.page().items
}

/** A page of a list that is at hand: it goes on behind what was shown last, whatever came or went meanwhile. */
export const pageOf = <Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Place,
  cursor: string | undefined,
): Page<Item> => {
  const page = new PageOf(placeOf)
  const [some] = items
  const last = some === undefined ? undefined : placeIn(cursor, placeOf(some))
  const sorted = items
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => last === undefined || isBehind(place, last))
    .sort((one, other) => (isBehind(one.place, other.place) ? 1 : -1))
  for (const { item } of sorted) if (!page.take(item)) break
  return page.page()
}
