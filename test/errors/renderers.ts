import { inspect } from 'node:util'

/** Everything that an object holds, by whatever name, also what is not enumerable; getters are asked. */
const deepWalk = (root: unknown): string => {
  const seen = new Set<unknown>()
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
      return
    seen.add(value)
    if (value instanceof Map || value instanceof Set) for (const item of value) walk(item)
    for (const key of Reflect.ownKeys(value)) {
      found.push(String(key))
      walk(Reflect.get(value, key))
    }
    const above: unknown = Object.getPrototypeOf(value)
    if (value instanceof Error && above !== Error.prototype) walk(above)
  }
  walk(root)
  return found.join('\n')
}

const everything = { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null } as const

/** Every way in which an error ends up in a log, short of a logger. */
export const renderers: Readonly<Record<string, (error: Error) => string>> = {
  String: (error) => String(error),
  stack: (error) => error.stack ?? '',
  JSON: (error) => JSON.stringify({ error }),
  'JSON of its own properties': (error) => JSON.stringify(Object.getOwnPropertyDescriptors(error)),
  inspect: (error) => inspect(error, everything),
  'a structured clone': (error) => deepWalk(structuredClone(error)),
  'a walk over all it holds': deepWalk,
  'an error that has it as cause': (error) => inspect(new Error('outer', { cause: error }), everything),
  'JSON of an error that has it as cause': (error) =>
    JSON.stringify(new Error('outer', { cause: error }), ['cause', ...Object.keys(error), 'name', 'message']),
  'an AggregateError': (error) =>
    inspect(new AggregateError([error], 'all failed', { cause: error }), everything),
  'a walk over an AggregateError': (error) => deepWalk(new AggregateError([error], 'all failed')),
}
