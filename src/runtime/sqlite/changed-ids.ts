import { nextTurn } from '../environment.ts'
import type { Connection } from './connection.ts'

/** So many are put in order; where more changed, the next of them in the order of all lives is never far. */
const few = 10_000
/** Lives looked at without a pause. */
const slice = 500

/** Keys of lives that were told something since, in their order. */
export async function changedIds(
  { read }: Connection,
  since: number,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  await nextTurn()
  const areFew = (await read((sql) => sql.oneBehind.get(since, few))) === undefined
  if (areFew)
    return (await read((sql) => sql.changedIds.all(since, after, limit))).map(({ id }) => String(id))
  const found: string[] = []
  for (let last = after; ; ) {
    const looked = await read((sql) => sql.nextChanged.all(since, last, slice))
    for (const { id, fits } of looked) if (fits === 1) found.push(String(id))
    if (looked.length < slice || found.length >= limit) return found.slice(0, limit)
    last = String(looked.at(-1)?.id)
    await nextTurn()
  }
}
