import { maskSecrets } from '../domain/index.ts'
import { framesOf } from './frames.ts'
import { freeName } from './free-name.ts'
import { isSecretName, label } from './mask.ts'
import { redact } from './redact.ts'
import { memberOf, opaque } from './redact-opaque.ts'
import { redacted } from './redacted.ts'
import { isSplit } from './split.ts'

/** Levels, members of one object, and values in all: more is in no log that anybody reads. */
const deepest = 12
const widest = 500
const most = 10_000

/** What one member calls another: `{ name: 'authorization', value: … }`, as files of traffic and changes have it. */
const naming = ['name', 'key', 'field', 'header', 'path']
const called = new Set(['value', 'values', 'val'])

/** Is the text the name of a secret and nothing else, as `--password` is before its value? */
const namesSecret = (text: unknown): boolean =>
  typeof text === 'string' && /^[-/]{0,2}[\p{L}_][\p{L}\p{N}_.-]{0,60}$/u.test(text) && isSecretName(text)

/** One walk through one value. */
class Walk {
  #left = most
  readonly #above = new Set<object>()

  value(value: unknown): unknown {
    if (typeof value === 'string') return redact(value)
    if (typeof value === 'number') return maskSecrets(String(value)) === String(value) ? value : redacted
    if (typeof value === 'bigint') return redact(String(value))
    if (typeof value === 'function') return '[function]'
    if (typeof value === 'symbol') return redact(String(value))
    return typeof value === 'object' && value !== null ? this.#bounded(value) : value
  }

  #bounded(value: object): unknown {
    if (this.#above.has(value)) return '[circular]'
    this.#left -= 1
    if (this.#above.size >= deepest || this.#left < 0) return '[cut off]'
    this.#above.add(value)
    try {
      return opaque(value) ?? this.#walked(value)
    } catch {
      // A proxy may throw whatever it is asked.
      return '[unreadable]'
    } finally {
      this.#above.delete(value)
    }
  }

  #walked(value: object): unknown {
    if (Array.isArray(value)) return this.#list(value)
    if (value instanceof Map) return this.#map(value)
    if (value instanceof Set) return new Set(this.#list([...Set.prototype.values.call(value)]))
    return value instanceof Error ? this.#error(value) : this.#members(value, {})
  }

  #list(list: readonly unknown[]): unknown[] {
    const shown = Math.min(list.length, widest)
    const found = Array.from({ length: shown }, (_, index) => memberOf(list, index))
    const split = isSplit(found)
    const items = found.map((item, index) => {
      const isTold = namesSecret(found[index - 1]) && !namesSecret(item)
      return split ? redacted : isTold ? this.#member(found[index - 1], item) : this.value(item)
    })
    return list.length > shown ? [...items, `[${list.length - shown} more]`] : items
  }

  #map(map: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const entries = [...Map.prototype.entries.call(map)]
    const copy = new Map<unknown, unknown>()
    for (const [key, value] of entries.slice(0, widest)) {
      const name = freeName(this.value(key), (taken) => copy.has(taken))
      copy.set(name, this.#member(key, value))
    }
    return entries.length > widest ? copy.set('…', `[${entries.length - widest} more]`) : copy
  }

  /** By its name first: what is called a password is one, whatever it looks like. */
  #member(name: unknown, value: unknown): unknown {
    const isNothing = value === null || value === undefined || typeof value === 'boolean'
    return typeof name === 'string' && isSecretName(name) && !isNothing ? redacted : this.value(value)
  }

  #members<Copy extends object>(value: object, copy: Copy, apart: readonly PropertyKey[] = []): Copy {
    const keys = Reflect.ownKeys(value).filter((key) => key !== '__proto__' && !apart.includes(key))
    const put = (key: PropertyKey, member: unknown) =>
      Object.defineProperty(copy, key, {
        value: member,
        enumerable: true,
        writable: true,
        configurable: true,
      })
    const isTaken = (name: string) => Object.hasOwn(copy, name)
    const name = naming.map((key) => memberOf(value, key)).find(namesSecret)
    for (const key of keys.slice(0, widest))
      put(
        typeof key === 'string' ? freeName(label(key), isTaken) : key,
        this.#member(name !== undefined && called.has(String(key)) ? name : key, memberOf(value, key)),
      )
    if (keys.length > widest) put('…', `[${keys.length - widest} more]`)
    return copy
  }

  /** An error again, so that loggers treat it as one. */
  #error(error: Error): Error {
    const text = (key: string) => {
      const found = memberOf(error, key) ?? memberOf(Object.getPrototypeOf(error) ?? {}, key)
      return typeof found === 'string' ? found : ''
    }
    const [name, message] = [label(text('name') || 'Error'), redact(text('message'))]
    const frames = framesOf(error, 50).map((line) => `    at ${line}`)
    const copy = new Error(message)
    const own = { name, stack: [`${name}: ${message}`, ...frames].join('\n') }
    for (const [key, value] of Object.entries(own))
      Object.defineProperty(copy, key, { value, enumerable: false, writable: true, configurable: true })
    return this.#members(error, copy, ['name', 'message', 'stack'])
  }
}

/**
 * A copy of any value, made fit for a log: what is called like a secret is masked by its name, every text by its content as `redact`
 * does. For whatever stands before a logger of one's own.
 *
 * Errors stay errors, lists lists, maps maps; headers become plain objects, addresses and dates texts, bytes their length. Getters are
 * not run, requests and answers not read, circles cut, and so is what is deeper than 12 levels or wider than 500 members. It never
 * throws, and changes nothing of what it is given.
 *
 * @example
 * redactValue({ user: 'li', password: 'hunter2', card: ['4111 1111 1111 1111'] })
 * // { user: 'li', password: '[REDACTED]', card: ['[REDACTED]'] }
 */
export const redactValue = (value: unknown): unknown => new Walk().value(value)
