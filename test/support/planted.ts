/** A copy of a value with another string in the place of one of its own. */
export interface Planted {
  /** JSON Pointer of the place; `*` for a key, as errors show a key that must not be repeated. */
  readonly path: string
  readonly value: unknown
}

type Members = Readonly<Record<string, unknown>>

/** The text in the place of every string of the value, once each. */
export const plantedIn = (value: unknown, text: string, path = ''): readonly Planted[] => {
  if (typeof value === 'string') return [{ path, value: text }]
  if (Array.isArray(value))
    return value.flatMap((item, place) =>
      plantedIn(item, text, `${path}/${place}`).map((planted) => ({
        path: planted.path,
        value: value.with(place, planted.value),
      })),
    )
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([name, member]) =>
    plantedIn(member, text, `${path}/${name}`).map((planted) => ({
      path: planted.path,
      value: { ...(value as Members), [name]: planted.value },
    })),
  )
}
