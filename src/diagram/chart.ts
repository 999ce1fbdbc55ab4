import { clearingRegions } from '../domain/index.ts'
import { type TerminalLifecycleMachine, terminalLifecycleMachine } from '../machine/index.ts'

/** Why a state is left by itself; the seven obligations share the last two. */
const conditions = [
  'saleLimited',
  'saleHeld',
  'testOwed',
  'nothingOwed',
  'acceptanceReadOn',
  'applicationEnded',
  'closureDecided',
  'closureDropped',
  'obligationsMet',
  'obligationsOpen',
  'closureConfirmed',
  'closureNotEffective',
  'closureVerified',
  'nothingMissing',
  'somethingMissing',
] as const
/** What a state that is left by itself waits for, as a code; its words are in the diagram's language. */
export type Condition = (typeof conditions)[number]

/** A state of the chart. */
export interface Place {
  /** As in `live.service.held`; the whole is ``. */
  readonly path: string
  /** By which its text is found: `held`, `settlement.open`. */
  readonly state: string
  /** All of its inner states are at once. */
  readonly isParallel: boolean
  readonly inner: readonly Place[]
  /** Where it begins, if it has inner states and is not parallel. */
  readonly initial: string | null
}

/** From one state to another. */
export interface Way {
  readonly from: string
  readonly to: string
  /** Events that lead there; none: it leads there by itself. */
  readonly events: readonly string[]
  readonly condition: Condition | null
}

/** The machine as boxes and arrows: `whole` holds the states within each other, `ways` lead between them. */
export interface Chart {
  readonly whole: Place
  readonly ways: readonly Way[]
}

type Node = TerminalLifecycleMachine['root']

const isRegion = (key: string): boolean => (clearingRegions as readonly string[]).includes(key)

const pathOf = ({ path }: Node): string => path.join('.')

const stateOf = ({ key, path }: Node): string => {
  const around = path.at(-2) ?? ''
  return isRegion(around) ? `${around}.${key}` : path.length === 0 ? 'terminalLifecycle' : key
}

const conditionOf = (guard: string): Condition => {
  if (/Done$/.test(guard)) return 'nothingMissing'
  if (isRegion(guard.replace(/Open$/, ''))) return 'somethingMissing'
  const known = conditions.find((condition) => condition === guard)
  if (known === undefined) throw new TypeError(`The chart has a guard without words: ${guard}`)
  return known
}

const innerOf = ({ states }: Node): readonly Node[] => Object.values(states) as unknown as readonly Node[]

const placeOf = (node: Node): Place => ({
  path: pathOf(node),
  state: stateOf(node),
  isParallel: node.type === 'parallel',
  inner: innerOf(node).map(placeOf),
  initial: node.type === 'compound' ? pathOf(node.initial.target[0] as Node) : null,
})

interface Transition {
  readonly eventType: string
  readonly guard?: unknown
  readonly target?: readonly Node[] | undefined
}

const waysFrom = (node: Node): readonly Way[] => {
  const own = [...node.transitions.values(), node.always ?? []].flat() as readonly Transition[]
  const leading = own.flatMap(({ eventType, guard, target: [to] = [] }) =>
    to === undefined ? [] : [{ to: pathOf(to), event: eventType, guard: String(guard) }],
  )
  const targets = [...new Set(leading.map(({ to, event }) => `${event === ''} ${to}`))]
  const ways = targets.flatMap((target): readonly Way[] => {
    const same = leading.filter(({ to, event }) => `${event === ''} ${to}` === target)
    const [{ to, event, guard }] = same as [(typeof same)[number]]
    if (event !== '')
      return [{ from: pathOf(node), to, events: same.map((one) => one.event), condition: null }]
    return same.map((one) => ({
      from: pathOf(node),
      to,
      events: [],
      condition: conditionOf(one.guard || guard),
    }))
  })
  return [...ways, ...innerOf(node).flatMap(waysFrom)]
}

/** The states of the machine and the ways between them, as XState has them. What is only written down leads nowhere. */
export const chartOf = (machine: TerminalLifecycleMachine = terminalLifecycleMachine): Chart => ({
  whole: placeOf(machine.root),
  ways: waysFrom(machine.root),
})

/** A state and all within it. */
export const placesIn = (place: Place): readonly Place[] => [place, ...place.inner.flatMap(placesIn)]
