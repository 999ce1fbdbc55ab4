import type { Phase } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StateValue } from '../shape/record.ts'

/** Where the terminal is in its life, read off the context. */
export const phaseOf = ({ closing }: LifecycleContext): Phase =>
  closing === null ? 'live' : closing.closedAt === null ? 'closing' : 'closed'

const names = new WeakMap<object, string>()

/** A state in one text. Spelled once for each: the records of a life share theirs as long as it does not change. */
export const stateName = (value: StateValue): string => {
  if (typeof value === 'string') return value
  const known = names.get(value)
  if (known !== undefined) return known
  const name = JSON.stringify(value)
  names.set(value, name)
  return name
}
