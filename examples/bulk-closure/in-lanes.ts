/**
 * Takes one item after the other from the list into whichever lane is free. However long the list, no more of it is in memory than
 * there are lanes. Told to stop, it begins nothing more, and what it began comes to its end.
 */
export const inLanes = async <Item>(
  list: AsyncIterator<Item>,
  { lanes, signal }: { readonly lanes: number; readonly signal: AbortSignal },
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const { done, value } = await list.next()
      if (done) return
      await work(value)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
