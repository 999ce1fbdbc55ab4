import type { DiagramOptions, Diagrams } from './drawing.ts'
import { isHere, litIn } from './lit.ts'
import { linesOf, nameOf } from './words.ts'

/** A state in words. */
export interface OutlineState {
  /** As in `live.service.suspended.held`. */
  readonly path: string
  readonly text: string
  /** How deep it stands within others; 0: in none. */
  readonly depth: number
  /** The record is in it. */
  readonly here: boolean
  /** What leads out of it, and where to. */
  readonly ways: readonly { readonly to: string; readonly toText: string; readonly text: string }[]
}

/**
 * What a diagram shows, as a list: for readers who see no picture, and for screens that are too narrow for one.
 *
 * @example outlineOf(diagramsZhCn, { record }).filter(({ here }) => here)
 */
export function outlineOf(
  { words, drawings }: Diagrams,
  { part = 'whole', record }: DiagramOptions = {},
): readonly OutlineState[] {
  const { states, ways } = drawings[part]
  const lit = litIn(record)
  const stateAt = new Map(states.map(({ path, state }) => [path, state]))
  const [shortest = 0] = states.map(({ path }) => path.split('.').length).sort((a, b) => a - b)
  return states
    .filter(({ kind }) => kind !== 'elsewhere')
    .map(({ path, state }) => ({
      path,
      text: nameOf(words, state),
      depth: path.split('.').length - shortest,
      here: isHere({ path }, lit),
      ways: ways
        .filter(({ from }) => from === path)
        .map((way) => ({
          to: way.to,
          toText: nameOf(words, stateAt.get(way.to) ?? way.to),
          text: linesOf(words, way).join(words.and),
        })),
    }))
}
