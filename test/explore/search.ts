import type { LifecycleRecord } from '../../src/machine/index.ts'
import { lifeAt, policyOf } from './beginning.ts'
import { differing } from './either-order.ts'
import { type Expansion, expand, type Node } from './expand.ts'
import type { Fault, Law } from './fault.ts'
import { keyWith } from './key.ts'
import { hasSecret, type Move, movesOf } from './moves.ts'
import { type Edge, StateStore } from './store.ts'
import { leftInTheWay, withoutWayOut } from './way-out.ts'
import type { World } from './world.ts'

/** How often a check is made that is too dear to be made everywhere: in one of so many states. */
export interface Sampling {
  readonly sameness: number
  readonly eitherOrder: number
  readonly waysOut: number
}

export interface Limits {
  readonly states?: number
  /** Asked now and then; true: enough for this time. */
  readonly isEnough?: () => boolean
}

export interface Counts {
  states: number
  expanded: number
  transitions: number
  refused: number
  repeats: number
  depth: number
  sameness: number
  eitherOrder: number
  views: number
  parted: number
  waysOut: number
  excused: string[]
  /** Names of what was accepted somewhere. */
  heard: string[]
}

export interface Found extends Counts {
  readonly world: string
  readonly isComplete: boolean
  /** States that were met and not looked into. */
  readonly frontier: number
  /** How it was looked for a way out: over the whole graph, or by going it from some states. */
  readonly wayOut: 'graph' | 'sampled'
  readonly faults: readonly Fault[]
}

const none = (): Counts => ({
  states: 0,
  expanded: 0,
  transitions: 0,
  refused: 0,
  repeats: 0,
  depth: 0,
  sameness: 0,
  eitherOrder: 0,
  views: 0,
  parted: 0,
  waysOut: 0,
  excused: [],
  heard: [],
})

/** 2: given up for good. 1: it sells. */
const goalOf = ({ value }: LifecycleRecord): number =>
  value === 'closed' ? 2 : JSON.stringify(value).includes('inService') ? 1 : 0

const mostFaults = 20

/** Breadth first: what is found first is reached by the shortest way. */
export class Search {
  readonly #world: World
  readonly #moves: readonly Move[]
  readonly #keyOf: (record: LifecycleRecord) => string
  readonly #store: StateStore
  readonly #sampling: Sampling
  readonly #counts: Counts
  readonly #faults: Fault[]
  readonly #heard: Set<string>
  readonly #excused: Set<string>

  constructor(world: World, sampling: Sampling, file = ':memory:') {
    this.#world = world
    this.#sampling = sampling
    this.#moves = movesOf(world)
    this.#keyOf = keyWith(
      this.#moves.flatMap(({ saying }) => saying ?? []),
      world.alike,
    )
    this.#store = new StateStore(file, world.name, policyOf(world))
    this.#counts = this.#store.fact<Counts>('counts') ?? none()
    this.#faults = this.#store.fact<Fault[]>('faults') ?? []
    this.#heard = new Set(this.#counts.heard)
    this.#excused = new Set(this.#counts.excused)
    if (this.#store.size === 0) this.#begin()
  }

  #begin(): void {
    const life = lifeAt(this.#world, [])
    const node: Node = hasSecret(this.#world) ? { ...life, twin: lifeAt(this.#world, [], true) } : life
    const goal = goalOf(life.record)
    this.#store.add(this.#keyOf(life.record), node, { parent: null, move: null, depth: 0, goal })
  }

  get states(): number {
    return this.#store.size
  }

  get expanded(): number {
    return this.#counts.expanded
  }

  /** Goes on from where it was until all is known, or it is enough. */
  run({ states = Infinity, isEnough = () => false }: Limits = {}): Found {
    while (this.#counts.expanded < this.#store.size && this.#counts.expanded < states) {
      if (this.#counts.expanded % 100 === 0) this.#save()
      if (this.#counts.expanded % 10 === 0 && isEnough()) break
      this.#expand(this.#counts.expanded)
      this.#counts.expanded += 1
    }
    const found = this.#found()
    this.#save()
    return found
  }

  close(): void {
    this.#store.close()
  }

  #save(): void {
    this.#counts.states = this.#store.size
    this.#counts.heard = [...this.#heard]
    this.#counts.excused = [...this.#excused]
    this.#store.keepFact('counts', this.#counts)
    this.#store.keepFact('faults', this.#faults)
    this.#store.commit()
  }

  #fault(law: Law, detail: string, id: number, move = ''): void {
    const isKnown = this.#faults.some((fault) => fault.law === law && fault.detail === detail)
    if (isKnown || this.#faults.length >= mostFaults) return
    const trace = this.#store.movesTo(id).map((place) => this.#moves[place]?.name ?? '')
    this.#faults.push({ law, detail, trace: move === '' ? trace : [...trace, move] })
  }

  #expand(id: number): void {
    const { node, depth } = this.#store.node(id)
    const expansion = expand(node, this.#moves, this.#keyOf)
    this.#count(expansion, id)
    const edges: Edge[] = []
    for (const { move, node: next, key } of expansion.outcomes) {
      this.#counts.transitions += 1
      this.#heard.add(this.#moves[move]?.name ?? '')
      const known = this.#store.idOf(key)
      const target =
        known ?? this.#store.add(key, next, { parent: id, move, depth: depth + 1, goal: goalOf(next.record) })
      if (known === undefined) this.#counts.depth = Math.max(this.#counts.depth, depth + 1)
      if (target !== id) edges.push({ source: id, move, target })
      if (known !== undefined && this.#counts.transitions % this.#sampling.sameness === 0)
        this.#meetAgain(known, next, id)
    }
    this.#store.expanded(id, edges)
    for (const double of this.#store.takeDoubles(id)) this.#compare(id, double, edges)
    if (id % this.#sampling.eitherOrder === 0) this.#changePlaces(id, node)
    if (id % this.#sampling.waysOut === 0) this.#leave(id, node)
  }

  #count({ refused, repeats, views, parted, faults }: Expansion, id: number): void {
    this.#counts.refused += refused
    this.#counts.repeats += repeats
    this.#counts.views += views
    this.#counts.parted += parted
    for (const { law, detail, move } of faults) this.#fault(law, detail, id, move)
  }

  /** Another record counts as a state that is known: where that one leads, this one must lead. */
  #meetAgain(known: number, node: Node, from: number): void {
    if (known === from || known >= this.#counts.expanded) this.#store.addDouble(known, node)
    else this.#compare(known, node, this.#store.edgesFrom(known))
  }

  #compare(id: number, double: Node, edges: readonly Edge[]): void {
    this.#counts.sameness += 1
    const leads = new Map(edges.map(({ move, target }) => [move, target]))
    const { outcomes, faults } = expand(double, this.#moves, this.#keyOf)
    for (const { law, detail, move } of faults) this.#fault(law, detail, id, move)
    const others = new Map(outcomes.map(({ move, key }) => [move, this.#store.idOf(key)]))
    if (this.#world.alike) {
      this.#compareAlike(id, leads, others)
      return
    }
    for (const [place, { name }] of this.#moves.entries()) {
      const [one, other] = [leads.get(place) ?? id, others.has(place) ? others.get(place) : id]
      if (one !== other) this.#fault('SAMENESS', `"${name}" leads to ${one} and ${other}`, id)
    }
  }

  /** What is said of one of two devices that are alike may be said of the other one. */
  #compareAlike(
    id: number,
    leads: ReadonlyMap<number, number>,
    others: ReadonlyMap<number, number | undefined>,
  ): void {
    const ends = [leads, others].map((all) => [...new Set([...all.values(), id])].sort().join())
    if (ends[0] !== ends[1]) this.#fault('SAMENESS', `leads to ${ends[0]} and to ${ends[1]}`, id)
  }

  #changePlaces(id: number, { record }: Node): void {
    const { tried, found, excused } = differing(record, this.#moves, this.#keyOf)
    this.#counts.eitherOrder += tried
    for (const one of excused) this.#excused.add(one)
    for (const { types, names } of found) this.#fault('EITHER_ORDER', `${types.join(' / ')}: ${names}`, id)
  }

  #leave(id: number, { record }: Node): void {
    this.#counts.waysOut += 1
    const left = leftInTheWay(record)
    if (left.length > 0) this.#fault('WAY_OUT', left.join(', '), id)
  }

  #found(): Found {
    const { states } = { states: this.#store.size }
    const frontier = states - this.#counts.expanded
    const isComplete = frontier === 0
    const { goal } = this.#world
    const isGraph = isComplete && goal !== undefined
    if (isGraph) {
      const goals = this.#store.goals(goal === 'closed' ? 2 : 1)
      const isProviders = (move: number) => this.#moves[move]?.isProviders === true
      const stuck = withoutWayOut(states, this.#store.edges(), isProviders, goals)
      for (const id of stuck.slice(0, 3)) this.#fault('WAY_OUT', `state ${id}, one of ${stuck.length}`, id)
    }
    this.#counts.states = states
    return {
      ...this.#counts,
      world: this.#world.name,
      heard: [...this.#heard],
      excused: [...this.#excused],
      isComplete,
      frontier,
      wayOut: isGraph ? 'graph' : 'sampled',
      faults: this.#faults,
    }
  }
}
