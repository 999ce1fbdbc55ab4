import { safeCode } from './safe-text.ts'

/** Deep enough for what fetch and TLS wrap. */
const deepest = 5

/**
 * Names and codes along a chain of causes, as `TypeError ECONNREFUSED`. Messages are left out: those of HTTP clients
 * print addresses, headers and bodies.
 */
export const causeCodes = (cause: unknown): string => {
  const found = new Set<string>()
  let current = cause
  for (let depth = 0; depth < deepest && typeof current === 'object' && current !== null; depth += 1) {
    const { name, code, cause: next } = read(current)
    if (typeof name === 'string' && /^[A-Za-z][A-Za-z0-9]{0,60}$/.test(name)) found.add(safeCode(name))
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) found.add(safeCode(code))
    // five characters of a database, as 23505 (ISO/IEC 9075, SQLSTATE)
    else if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) found.add(code)
    current = next
  }
  return [...found].join(' ')
}

interface Readable {
  readonly name?: unknown
  readonly code?: unknown
  readonly cause?: unknown
}

/** A foreign object may throw when it is read. */
const read = (object: object): Readable => {
  try {
    const { name, code, cause }: Readable = object
    return { name, code, cause }
  } catch {
    return {}
  }
}
