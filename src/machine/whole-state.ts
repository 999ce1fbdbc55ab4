import type { AnyStateNode } from 'xstate'
import { terminalLifecycleMachine } from './chart/machine.ts'
import { isObject, type Kind } from './shape/kinds.ts'
import type { StateValue } from './shape/record.ts'

/** Down to the leaves of the chart: one name below a state, every name below a parallel one. */
const standsIn = ({ type, states }: AnyStateNode, value: unknown): boolean => {
  const below = (name: string) => (Object.hasOwn(states, name) ? states[name] : undefined)
  if (typeof value === 'string') return type === 'compound' && below(value)?.type === 'atomic'
  if (!isObject(value)) return false
  const names = Object.keys(value)
  const wanted = type === 'parallel' ? Object.keys(states).length : 1
  return (
    names.length === wanted &&
    names.every((name) => {
      const inner = below(name)
      return inner !== undefined && standsIn(inner, value[name])
    })
  )
}

/** A state that the chart has, whole. */
export const stateValue: Kind<StateValue> = (value) =>
  standsIn(terminalLifecycleMachine.root, value) ? undefined : ''
