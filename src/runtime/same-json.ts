type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Would both be the same JSON, in whatever order their members stand? A member that is `undefined` is none. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  const hasNoMore = Object.keys(other).every((name) => other[name] === undefined || Object.hasOwn(one, name))
  return hasNoMore && names.every((name) => isSameJson(one[name], other[name]))
}
