/** What one reply may hold, so that neither schema nor stack is exhausted by a hostile one. */
const limits = {
  depth: 32,
  /** Members of objects and items of lists together; a page of terminals has a few thousand. */
  members: 200_000,
} as const

/** Why a reply is not read: `syntax` is no JSON at all. */
export type JsonFault = 'syntax' | 'depth' | 'members'

const children = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

const faultOf = (value: unknown): JsonFault | undefined => {
  let level: readonly unknown[] = [value]
  let members = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return 'depth'
    level = level.flatMap(children)
    members += level.length
    if (members > limits.members) return 'members'
  }
  return undefined
}

/**
 * Parses the JSON of a reply, of at most 32 levels and 200 000 members; never throws.
 *
 * @example readJson('{"a":[1]}') // { value: { a: [1] } }
 */
export const readJson = (text: string): { readonly value: unknown } | { readonly fault: JsonFault } => {
  try {
    const value: unknown = JSON.parse(text)
    const fault = faultOf(value)
    return fault ? { fault } : { value }
  } catch {
    return { fault: 'syntax' }
  }
}
