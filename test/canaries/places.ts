type Json = unknown
type Path = readonly (string | number)[]

/** Where something can be planted: a string, or the name of a member that nobody asked for. */
export interface Place {
  readonly path: Path
  readonly kind: 'value' | 'member' | 'name'
}

const isBytes = (value: unknown): boolean => value instanceof Uint8Array

/** Every string of a value, and for each object a member and a name of one's own. */
export function* placesOf(value: Json, path: Path = []): Generator<Place> {
  if (typeof value === 'string') yield { path, kind: 'value' }
  if (typeof value !== 'object' || value === null || isBytes(value)) return
  if (!Array.isArray(value)) {
    yield { path: [...path, 'remark'], kind: 'member' }
    yield { path, kind: 'name' }
  }
  for (const [key, inner] of Object.entries(value)) {
    yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** A copy with the text at that place. */
export const plant = (value: Json, { path, kind }: Place, text: string): Json => {
  const [first, ...rest] = path
  if (first === undefined) return kind === 'name' ? { ...(value as object), [text]: 'x' } : text
  const inner = plant((value as Record<string, Json>)[first], { path: rest, kind }, text)
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? inner : item))
  return { ...(value as object), [first]: inner }
}

export const nameOf = ({ path, kind }: Place): string =>
  `/${path.map((part) => (typeof part === 'number' ? '*' : part)).join('/')}${kind === 'name' ? '/{name}' : ''}`
