import { unreached } from './unsent.ts'

/** What a host says of an end before there was a connection, or before the other side's certificate was believed: nothing had left. */
const steps: readonly unknown[] = ['connect', 'getaddrinfo']
const codes =
  /^(UND_ERR_CONNECT_TIMEOUT|CERT_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?|UNABLE_TO_(GET|VERIFY)_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/

/** Deep enough for what `fetch` wraps. */
const deepest = 5

interface Told {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly cause?: unknown
  /** One for each address that was tried. */
  readonly errors?: unknown
}

const says = (error: unknown, depth: number): boolean => {
  if (depth > deepest || typeof error !== 'object' || error === null) return false
  const { code, syscall, cause, errors }: Told = error
  if (steps.includes(syscall) || codes.test(String(code))) return true
  if (Array.isArray(errors)) return errors.length > 0 && errors.every((each) => says(each, depth + 1))
  return says(cause, depth + 1)
}

/**
 * An error of the host's own transport, marked where it says that there was no connection. Not for others: whoever wraps a transport may
 * have tried before. What says nothing of it, as in a browser, may have left.
 */
export const asUnreached = (error: unknown): unknown => (says(error, 0) ? unreached(error) : error)
