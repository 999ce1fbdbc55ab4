/** One key of several parts, none of which can run into the next. */
export const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts)

/** A map whose writes can be taken back, which makes several maps one transaction. */
export class UndoableMap<Key, Value> {
  readonly #rows = new Map<Key, Value>()
  readonly #undo: (() => void)[]

  /** @param undo one list for all maps of a store. */
  constructor(undo: (() => void)[]) {
    this.#undo = undo
  }

  get(key: Key): Value | undefined {
    return this.#rows.get(key)
  }

  has(key: Key): boolean {
    return this.#rows.has(key)
  }

  get size(): number {
    return this.#rows.size
  }

  keys(): IterableIterator<Key> {
    return this.#rows.keys()
  }

  values(): IterableIterator<Value> {
    return this.#rows.values()
  }

  entries(): IterableIterator<[Key, Value]> {
    return this.#rows.entries()
  }

  set(key: Key, value: Value): void {
    const before = this.#rows.get(key)
    this.#undo.push(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)))
    this.#rows.set(key, value)
  }

  delete(key: Key): void {
    const before = this.#rows.get(key)
    if (before === undefined) return
    this.#undo.push(() => this.#rows.set(key, before))
    this.#rows.delete(key)
  }
}

/** A life without rows is none that is looked through when work is claimed. */
export function keepRows<Row>(
  table: UndoableMap<string, readonly Row[]>,
  id: string,
  rows: readonly Row[],
): void {
  if (rows.length > 0) table.set(id, rows)
  else table.delete(id)
}

/** Runs the work; when it throws, everything written since is taken back, newest first. */
export function transaction<Result>(undo: (() => void)[], work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    for (const takeBack of undo.reverse()) takeBack()
    throw error
  } finally {
    undo.length = 0
  }
}
