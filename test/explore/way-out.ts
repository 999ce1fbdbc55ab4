import type { LifecycleRecord } from '../../src/machine/index.ts'
import { Alone, closeAlone, imposeAlone } from '../support/alone.ts'
import type { Edge } from './store.ts'

/**
 * Of a graph that is complete: the states from which none of these goals can be reached over edges that need nobody but the
 * provider, its systems and clocks.
 */
export const withoutWayOut = (
  size: number,
  edges: Iterable<Edge>,
  isProviders: (move: number) => boolean,
  goals: readonly number[],
): readonly number[] => {
  const into = Array.from({ length: size }, (): number[] => [])
  for (const { source, move, target } of edges) if (isProviders(move)) into[target]?.push(source)
  const reached = new Uint8Array(size)
  const waiting = [...goals]
  for (const goal of goals) reached[goal] = 1
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop())
    for (const source of into[state] ?? [])
      if (reached[source] === 0) {
        reached[source] = 1
        waiting.push(source)
      }
  return Array.from({ length: size }, (_, id) => id).filter((id) => reached[id] === 0)
}

/** The provider gives the terminal up, and does all that is then missing: what is left in its way in the end. */
export const leftInTheWay = (record: LifecycleRecord): readonly string[] => {
  if (record.value === 'closed') return []
  const alone = new Alone(record)
  if (record.context.closing === null && !imposeAlone(alone)) return ['a closure cannot be imposed']
  return closeAlone(alone)
}
