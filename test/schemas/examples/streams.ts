/** Chunks as a file or a network stream gives them. */
export async function* chunks<Chunk>(parts: Iterable<Chunk>): AsyncGenerator<Chunk> {
  yield* parts
}

export const collect = async <Item>(source: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}
