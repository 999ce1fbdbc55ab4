/**
 * Writes in one transaction what is handed in before that transaction begins: many orders that end badly at the same time cost
 * one, and their worker has room for as many again at once.
 *
 * @param write begins a transaction some time later; there it asks for what has been handed in until then.
 */
export function gathered<Given extends readonly unknown[]>(
  write: (given: () => readonly Given[]) => Promise<void>,
): (...one: Given) => Promise<void> {
  let open: { all: Given[]; written: Promise<void> } | undefined
  return (...one) => {
    if (!open) {
      const all: Given[] = []
      const close = () => {
        if (open?.all === all) open = undefined
      }
      const written = write(() => {
        close()
        return all
      })
      // Where no transaction ever began.
      written.then(close, close)
      open = { all, written }
    }
    open.all.push(one)
    return open.written
  }
}
