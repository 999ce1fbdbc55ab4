import type { HttpHandler } from 'msw'
import type { Actor } from '../../contract/index.ts'
import { createAcquirerHandler, type LazyBody } from '../../server/index.ts'
import { aboutRequest, instead, spoilt } from './answers.ts'
import type { WriteName } from './carry-out.ts'
import { type Fault, Faults } from './faults.ts'
import { Ledger, type LedgerFile, type LedgerLine, type MockEffect } from './ledger.ts'
import { MockClock } from './mock-clock.ts'
import { mswHandlers } from './msw.ts'
import { apply, type Override, systemsOf } from './systems.ts'
import {
  emptyWorld,
  type MockTerminal,
  type MockTerminalPatch,
  type MockWorld,
  patchTerminal,
  terminalOf,
} from './world.ts'

export interface MockAcquirerOptions {
  /** Business time; the same clock as the record's keeps readings younger than orders. */
  readonly clock: { now(): string }
  /** Made into the mock's references. @default 1 */
  readonly seed?: number
  /**
   * `false` is the control of a test: the mock then forgets every key at once, so that repeats take effect again and can
   * be counted. @default true
   */
  readonly idempotency?: boolean
  /** Keeps what happened beyond the mock's own life; see `terminal-lifecycle/testing/node`. */
  readonly ledger?: LedgerFile
  /** @default '/v1' */
  readonly basePath?: string
  /** As a server's: `body` is read only when it is called. Everybody is let in when left out. */
  readonly authenticate?: (request: Request, body: LazyBody) => Promise<boolean> | boolean
}

/** Everything a mock knows, as plain JSON. */
export interface MockSnapshot {
  readonly world: MockWorld
  readonly lines: readonly LedgerLine[]
}

export interface MockAcquirer {
  /** The systems side of the contract, as `fetch` of a client. Faults that drop a connection reject like a network. */
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** The same as msw handlers, for `setupServer` or `setupWorker`. */
  readonly handlers: readonly HttpHandler[]
  /** As `fetch`, but `null` is a dropped connection: for a server of one's own. */
  readonly handle: (request: Request) => Promise<Response | null>
  /** Adds faults; each hits as many requests as it says, in the order they were added. */
  faults(faults: readonly Fault[]): void
  /** Lets every answer go that a fault holds back. */
  release(): void
  /** Answers that are held back now: carried out, not told. */
  held(): number
  /** What was carried out, once per key; `count` above 1 is an effect that was repeated. */
  effects(): readonly MockEffect[]
  /** How often each key was asked for. */
  attempts(): Readonly<Record<string, number>>
  /** Sets what the systems know of a terminal. @example mock.setTerminal('acq-1:m-1:t-1', { unsettled: 88000 }) */
  setTerminal(terminalRef: string, patch: MockTerminalPatch): void
  terminal(terminalRef: string): MockTerminal
  /** Decides an operation's result in the mock's stead; `undefined` gives it back. */
  override(operation: WriteName, decide: Override | undefined): void
  /** A copy, for `reset`. */
  snapshot(): MockSnapshot
  /** Back to a snapshot, or to nothing; faults and overrides go. */
  reset(snapshot?: MockSnapshot): void
}

const system: Actor = {
  role: 'system',
  personId: 'system',
  organisationId: 'acquirer',
  acquirerId: 'acquirer',
  duties: [],
}

/** FNV-1a: short, the same everywhere, and nothing depends on its strength. */
const hash = (text: string): string => {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (value >>> 0).toString(36)
}

/** Rejects when the caller gives up, as fetch does. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

const replay = (world: MockWorld, line: LedgerLine): void => {
  if (line.kind === 'terminal') patchTerminal(world, line.terminalRef, line.patch)
  if (line.kind !== 'result' || !line.carriedOut) return
  apply(world, line.operation, line.input, { at: line.at, reference: line.result.reference })
}

const worldOf = (lines: readonly LedgerLine[]): MockWorld => {
  const world = emptyWorld()
  for (const line of lines) replay(world, line)
  return world
}

/**
 * The acquirer's systems, played: host, terminal management, settlement, register and notices, with a state of their own.
 * Each write is carried out once per idempotency key and answered the same for ever; the same key for another request is
 * refused with IDEMPOTENCY_KEY_REUSED.
 *
 * @example
 * const mock = createMockAcquirer({ clock })
 * const client = createAcquirerClient({ baseUrl: 'https://mock.example/v1', auth: bearer('t'), fetch: mock.fetch })
 */
export const createMockAcquirer = (options: MockAcquirerOptions): MockAcquirer => {
  const { seed = 1, idempotency = true, basePath = '/v1', authenticate } = options
  const ledger = new Ledger(options.ledger)
  const world = worldOf(ledger.lines)
  const faults = new Faults()
  const overrides = new Map<string, Override>()
  const clock = new MockClock(options.clock)
  const referenceOf = (key: string): string => hash(`${seed} ${key}`)
  const systems = { world, ledger, clock, faults, overrides, idempotency, referenceOf }
  const handler = createAcquirerHandler<'systems'>(systemsOf(systems), {
    side: 'systems',
    basePath,
    authenticate: async (request, body) =>
      !authenticate || (await authenticate(request, body)) ? system : undefined,
  })

  const handle = async (request: Request): Promise<Response | null> => {
    const fault = faults.take('outside', aboutRequest(request, basePath))
    const other = instead(fault)
    if (other !== undefined) return other
    const response = await handler(request)
    if (fault?.kind === 'hold') await faults.hold()
    return spoilt(fault, response)
  }

  return {
    handle,
    fetch: async (url, init) => {
      const request = new Request(url, init)
      const response = await Promise.race([handle(request), aborted(request.signal)])
      // What fetch says of a broken connection.
      if (!response) throw new TypeError('fetch failed')
      return response
    },
    handlers: mswHandlers(handle, { side: 'systems', basePath }),
    faults: (more) => faults.add(more),
    release: () => faults.release(),
    held: () => faults.held,
    effects: () => ledger.effects(),
    attempts: () => ledger.attempts(),
    setTerminal: (terminalRef, patch) => {
      ledger.add({ kind: 'terminal', terminalRef, patch })
      patchTerminal(world, terminalRef, patch)
    },
    terminal: (terminalRef) => structuredClone(terminalOf(world, terminalRef)),
    override: (operation, decide) => {
      if (decide) overrides.set(operation, decide)
      else overrides.delete(operation)
    },
    snapshot: () => structuredClone({ world, lines: ledger.lines }),
    reset: (snapshot = { world: emptyWorld(), lines: [] }) => {
      faults.clear()
      overrides.clear()
      ledger.replace(snapshot.lines)
      Object.assign(world, structuredClone(snapshot.world))
    },
  }
}
