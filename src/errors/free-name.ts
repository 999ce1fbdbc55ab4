/** The name, or the next one that is free: two keys that are masked stay two. */
export const freeName = <Name>(
  name: Name,
  isTaken: (name: Name | string) => boolean,
  n = 2,
): Name | string => {
  if (!isTaken(name)) return name
  const next = `${name} (${n})`
  return isTaken(next) ? freeName(name, isTaken, n + 1) : next
}
