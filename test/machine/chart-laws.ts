import type { AnyStateMachine, AnyStateNode } from 'xstate'

const lawfulKeys = new Set(['id', 'type', 'initial', 'tags', 'entry', 'exit', 'on', 'always', 'states'])
const rootKeys = new Set([...lawfulKeys, 'context', 'schemas'])
const transitionKeys = new Set(['guard', 'target', 'actions'])

export interface Words {
  readonly events: ReadonlySet<string>
  readonly predicates: ReadonlySet<string>
}

const list = <Item>(value: Item | readonly Item[] | undefined): readonly Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Item]

interface Raw {
  guard?: unknown
  target?: unknown
  actions?: unknown
}

const eventFaults = (node: AnyStateNode, { events }: Words): string[] =>
  Object.entries((node.config.on ?? {}) as Record<string, Raw | Raw[]>).flatMap(([type, configured]) => {
    const faults: string[] = []
    if (type.includes('*')) faults.push(`${node.id}: wildcard ${type}`)
    for (const transition of list(configured)) {
      if (typeof transition !== 'object' || transition === null) {
        faults.push(`${node.id} ${type}: a transition is an object`)
        continue
      }
      for (const key of Object.keys(transition))
        if (!transitionKeys.has(key)) faults.push(`${node.id} ${type}: unknown key ${key}`)
      if (transition.guard !== type || !events.has(type))
        faults.push(`${node.id} ${type}: its one guard is the rule of its own name`)
      if (!list(transition.actions).includes('record')) faults.push(`${node.id} ${type}: is not recorded`)
    }
    return faults
  })

const alwaysFaults = (node: AnyStateNode, { predicates }: Words): string[] =>
  list(node.config.always as Raw | Raw[] | undefined).flatMap((transition) => {
    const faults: string[] = []
    if (typeof transition.guard !== 'string' || !predicates.has(transition.guard))
      faults.push(`${node.id}: always without one named predicate`)
    if (transition.actions !== undefined) faults.push(`${node.id}: always with an action`)
    for (const key of Object.keys(transition))
      if (!transitionKeys.has(key)) faults.push(`${node.id}: always with unknown key ${key}`)
    return faults
  })

/**
 * What the types let through: a misspelt key (the transition would be unguarded), an event handled twice on one branch (a
 * blocked child would fall through to a laxer parent) or by two regions (half taken, half refused).
 */
export const faultsOf = (machine: AnyStateMachine, words: Words): string[] => {
  const faults: string[] = []
  const visit = (node: AnyStateNode, above: ReadonlySet<string>): Set<string> => {
    const known = node === machine.root ? rootKeys : lawfulKeys
    for (const key of Object.keys(node.config))
      if (!known.has(key)) faults.push(`${node.id}: unknown key ${key}`)
    faults.push(...eventFaults(node, words), ...alwaysFaults(node, words))
    const mine = Object.keys(node.config.on ?? {})
    for (const type of mine)
      if (above.has(type)) faults.push(`${node.id}: ${type} is also handled by an ancestor`)
    const inner = new Set([...above, ...mine])
    const below = new Set<string>()
    for (const child of Object.values(node.states)) {
      const types = visit(child, inner)
      if (node.type === 'parallel')
        for (const type of types) if (below.has(type)) faults.push(`${node.id}: two regions handle ${type}`)
      for (const type of types) below.add(type)
    }
    return new Set([...below, ...mine])
  }
  visit(machine.root, new Set())
  return faults
}

/** Every name that the chart uses, by kind. */
export const namesUsed = (machine: AnyStateMachine) => {
  const guards = new Set<string>()
  const actions = new Set<string>()
  const tags = new Set<string>()
  const visit = (node: AnyStateNode): void => {
    const { on = {}, always, entry, exit, tags: own } = node.config
    for (const transition of [
      ...Object.values(on).flatMap((item) => list(item as Raw | Raw[])),
      ...list(always as Raw | Raw[]),
    ]) {
      if (typeof transition.guard === 'string') guards.add(transition.guard)
      for (const action of list(transition.actions)) actions.add(String(action))
    }
    for (const action of [...list(entry as unknown), ...list(exit as unknown)]) actions.add(String(action))
    for (const tag of list(own as string | string[])) tags.add(tag)
    for (const child of Object.values(node.states)) visit(child)
  }
  visit(machine.root)
  return { guards, actions, tags }
}
