import { freeName } from './free-name.ts'
import { isSecretName, safeAddress } from './mask.ts'
import { redact } from './redact.ts'
import { redacted } from './redacted.ts'

const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)

/** Own members by their descriptors: a getter may do anything, and is not run. */
export const memberOf = (value: object, key: PropertyKey): unknown => {
  const descriptor = Object.getOwnPropertyDescriptor(value, key)
  return descriptor && !('value' in descriptor) ? '[getter]' : descriptor?.value
}

/** Like `Secret` of the client: whoever gives its value away only when asked keeps it. */
const isSecret = (value: object): boolean => {
  const above: object | null = Object.getPrototypeOf(value)
  return above !== null && typeof memberOf(above, 'reveal') === 'function'
}

const pairs = (entries: Iterable<readonly [string, string]>): object => {
  const shown = new Map<string, string>()
  for (const [name, text] of entries)
    shown.set(
      freeName(redact(name), (taken) => shown.has(taken)),
      isSecretName(name) ? redacted : redact(text),
    )
  return Object.fromEntries(shown)
}

/** A text or a number in an object of its own. */
const boxed = (value: object): string | undefined => {
  if (value instanceof String) return String.prototype.valueOf.call(value)
  if (value instanceof Number) return String(Number.prototype.valueOf.call(value))
  return value instanceof BigInt ? String(BigInt.prototype.valueOf.call(value)) : undefined
}

/** Looked at by what they are, not by their members. */
const readers: readonly ((value: object) => unknown)[] = [
  (value) => (isSecret(value) ? redacted : undefined),
  (value) => {
    const text = boxed(value)
    return text === undefined ? undefined : redact(text)
  },
  (value) =>
    value instanceof Date ? String(Number.isNaN(value.getTime()) ? value : value.toISOString()) : undefined,
  (value) => (value instanceof URL ? safeAddress(URL.prototype.toString.call(value)) : undefined),
  (value) =>
    value instanceof URLSearchParams ? pairs(URLSearchParams.prototype.entries.call(value)) : undefined,
  (value) => (value instanceof Headers ? pairs(Headers.prototype.entries.call(value)) : undefined),
  (value) => (value instanceof RegExp ? redact(RegExp.prototype.toString.call(value)) : undefined),
  (value) =>
    ArrayBuffer.isView(value) || value instanceof ArrayBuffer
      ? `[${kindOf(value)} of ${value.byteLength} bytes]`
      : undefined,
]

/** Bodies, streams and work under way have nothing that a log could show, and must not be used up by it. */
const unread =
  /^(Request|Response|Blob|File|FormData|ReadableStream|WritableStream|TransformStream|Promise|WeakMap|WeakSet|WeakRef|AbortSignal|AbortController|CryptoKey|Generator|AsyncGenerator)$/

/** What stands for an object that is not walked; `undefined` for one that is. */
export const opaque = (value: object): unknown => {
  for (const read of readers) {
    const found = read(value)
    if (found !== undefined) return found
  }
  const kind = kindOf(value)
  return unread.test(kind) ? `[${kind}]` : undefined
}
