/** The name, or the next one that is free: two keys that are masked stay two. */
export const freeName = (name: string, isTaken: (name: string) => boolean, n = 2): string => {
  if (!isTaken(name)) return name
  const next = `${name} (${n})`
  return isTaken(next) ? freeName(name, isTaken, n + 1) : next
}
