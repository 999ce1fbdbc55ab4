import type { StateValue } from '../shape/record.ts'

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
