import type { DiagramPart, Diagrams, DrawnState, DrawnWay } from './drawing.ts'
import { isFromAny } from './shown.ts'

/** A state, or the point that stands for any state of its group. */
export interface Item {
  readonly path: string
  readonly kind: DrawnState['kind'] | 'any'
  readonly state: string
  readonly inner: readonly Item[]
}

/** A way with the group in whose margin it runs. */
export interface Run {
  readonly way: DrawnWay
  /** Where it starts: a state, or the point for any state of a group. */
  readonly source: string
  readonly group: string
  readonly isDown: boolean
}

export interface Plan {
  readonly items: readonly Item[]
  readonly runs: readonly Run[]
  /** As the chart lists its states. */
  readonly placeOf: (path: string) => number
}

const anyOf = (path: string): string => `${path}.*`

export const isAny = (path: string): boolean => path.endsWith('.*')

/** The innermost group that holds both. */
function groupOf(from: string, to: string): string {
  const [one, other] = [from.split('.'), to.split('.')]
  const differs = one.findIndex((name, depth) => name !== other[depth])
  return one.slice(0, Math.min(differs === -1 ? one.length : differs, other.length - 1)).join('.')
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.')

/** What stands under what, and which ways lead on or back. Only of the states and ways of a drawing: the machine is not needed. */
export function planOf({ drawings }: Diagrams, part: DiagramPart): Plan {
  const { states, ways } = drawings[part]
  const order = new Map(drawings.whole.states.map(({ path }, place) => [path, place]))
  const placeOf = (path: string) => (isAny(path) ? -1 : (order.get(path) ?? 0))
  const runs = ways.map((way): Run => {
    const source = isFromAny(way) ? anyOf(way.from) : way.from
    return { way, source, group: groupOf(source, way.to), isDown: placeOf(source) < placeOf(way.to) }
  })

  const shown = new Set(states.map(({ path }) => path))
  const itemOf = ({ path, state, kind }: DrawnState): Item => {
    const any: Item = { path: anyOf(path), kind: 'any', state: '', inner: [] }
    const inner = kind === 'elsewhere' ? [] : itemsWhere((one) => parentOf(one) === path)
    return {
      path,
      state,
      kind,
      inner: runs.some(({ source }) => source === any.path) ? [any, ...inner] : inner,
    }
  }
  const itemsWhere = (isMeant: (path: string) => boolean): readonly Item[] =>
    states
      .filter(({ path }) => isMeant(path))
      .sort((one, other) => placeOf(one.path) - placeOf(other.path))
      .map(itemOf)
  return { items: itemsWhere((path) => !shown.has(parentOf(path))), runs, placeOf }
}
