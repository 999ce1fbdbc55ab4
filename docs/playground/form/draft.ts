/** What stands in a form, as JSON; a value that cannot be read stands there as it was typed, and the schema says so. */
export type Draft = Readonly<Record<string, unknown>>
export type Path = readonly (string | number)[]

export const valueAt = (draft: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    draft,
  )

/** The same with something else at this place; nothing takes the field away. */
export function withValue(draft: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const inner = withValue(valueAt(draft, [key]), rest, value)
  if (typeof key === 'number' || Array.isArray(draft)) {
    const list = Array.isArray(draft) ? [...draft] : []
    if (inner === undefined) list.splice(Number(key), 1)
    else list[Number(key)] = inner
    return list
  }
  const { [key]: _, ...others } = (draft ?? {}) as Record<string, unknown>
  return inner === undefined ? others : { ...(draft as object), [key]: inner }
}

/** As issues name a field: `/request/signatory/personId`. */
export const pointerOf = (path: Path): string => path.map((part) => `/${part}`).join('')

export const idOf = (path: Path): string => ['field', ...path].join('-')
