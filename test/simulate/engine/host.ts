import { createHash, createHmac } from 'node:crypto'
import type { Chance } from './chance.ts'
import type { Scheduler } from './scheduler.ts'

// Taken before anything is put in their place.
const realImmediate = setImmediate

/** Everything that is ready without time passing has had its turn afterwards. */
export const realTurn = (): Promise<void> => new Promise((resolve) => realImmediate(resolve))

interface Running {
  readonly scheduler: Scheduler
  readonly chance: Chance
}
let running: Running | undefined

/** Whose chance and time this process has from now on. */
export const hostOf = (next: Running | undefined): void => {
  running = next
}

const nobody = (name: string): never => {
  throw new Error(`${name} was called past the scheduler`)
}

/** A block of memory of its own, as WebCrypto gives it. */
const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer

/** WebCrypto hashes on other threads, which end in an order of their own. Here the same is done at once. */
const subtle = {
  digest: async (_: string, data: Uint8Array) => bytesOf(createHash('sha256').update(data).digest()),
  importKey: async (_: string, bytes: Uint8Array) => ({ bytes }),
  sign: async (_: unknown, key: { bytes: Uint8Array }, data: Uint8Array) =>
    bytesOf(createHmac('sha256', key.bytes).update(data).digest()),
}

const fill = (bytes: Uint8Array): Uint8Array => {
  const { chance } = running ?? nobody('getRandomValues')
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = chance.below('host ids', 256)
  return bytes
}

/**
 * Puts the scheduler in the place of everything that a process has of its own: time, chance, timers, threads. To be called before
 * the library is loaded, because it takes `setImmediate` as it finds it.
 */
export function replaceHost(): void {
  const immediate = (callback: () => void): unknown =>
    running ? running.scheduler.after(0, 'turn', callback) : realImmediate(callback)
  Object.assign(globalThis, {
    setImmediate: immediate,
    setTimeout: () => nobody('setTimeout'),
    setInterval: () => nobody('setInterval'),
  })
  // A trace of the stack is most of what an error costs, and most of these errors are expected.
  Error.stackTraceLimit = 0
  Date.now = () => running?.scheduler.now ?? 0
  Math.random = () => nobody('Math.random')
  for (const [name, value] of Object.entries({
    subtle,
    getRandomValues: fill,
    randomUUID: () => nobody('randomUUID'),
  }))
    Object.defineProperty(globalThis.crypto, name, { value, configurable: true })
}
