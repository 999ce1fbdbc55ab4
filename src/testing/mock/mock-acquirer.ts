import type { Actor } from '../../contract/index.ts'
import { checkNumber, checkOptions, type OptionRules } from '../../errors/index.ts'
import { createAcquirerHandler, type LazyBody } from '../../server/index.ts'
import { readFaults } from './check-faults.ts'
import { unpacked } from './compress.ts'
import { type Fault, Faults } from './faults.ts'
import { type FaultyHandler, withFaults } from './faulty.ts'
import { Held } from './held.ts'
import { Ledger, type LedgerFile, type LedgerLine, type MockEffect } from './ledger.ts'
import { MockClock } from './mock-clock.ts'
import { type OverriddenName, type Override, Overrides } from './overrides.ts'
import { playing } from './playing.ts'
import { worldOf } from './replay.ts'
import { systemsOf } from './systems.ts'
import {
  emptyWorld,
  type MockTerminal,
  type MockTerminalPatch,
  type MockWorld,
  patchTerminal,
  terminalOf,
} from './world.ts'

/** Clock and seed: with both the same, the mock answers the same. */
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

/**
 * Everything a mock knows and is about to do. Plain JSON, except for what a test has written as a function: overrides that
 * decide, and faults that change a body.
 */
export interface MockSnapshot {
  readonly world: MockWorld
  readonly lines: readonly LedgerLine[]
  /** Faults that have not hit all they say. */
  readonly faults: readonly Fault[]
  readonly overrides: readonly (readonly [OverriddenName, Override | Readonly<Record<string, unknown>>])[]
  /** The latest instant that the mock has told, ISO 8601. */
  readonly clock: string | null
}

export interface MockAcquirer extends FaultyHandler {
  /** The systems side of the contract, as `fetch` of a client. Faults that drop a connection reject like a network. */
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** What was carried out, once per key; `count` above 1 is an effect that was repeated. */
  effects(): readonly MockEffect[]
  /** How often each key was asked for. */
  attempts(): Readonly<Record<string, number>>
  /** Sets what the systems know of a terminal. @example mock.setTerminal('acq-1:m-1:t-1', { unsettled: 88000 }) */
  setTerminal(terminalRef: string, patch: MockTerminalPatch): void
  /** A terminal of the mock's world as it stands; `setTerminal` changes it. */
  terminal(terminalRef: string): MockTerminal
  /**
   * Decides an operation's answer in the mock's stead, by a function or by the members that say something else than the mock's
   * own answer; `undefined` gives it back.
   *
   * @throws InvalidInputError naming an operation that there is not.
   * @example mock.override('eraseDevice', { tool: 'hammer' })
   */
  override(operation: OverriddenName, decide: Override | Readonly<Record<string, unknown>> | undefined): void
  /** A copy of all of it, for `reset`. */
  snapshot(): MockSnapshot
  /** Back to a snapshot, or to nothing. What is held back is let go. */
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

const rules = {
  clock: '.now',
  seed: 'any?',
  idempotency: 'boolean?',
  ledger: 'object?',
  basePath: 'string?',
  authenticate: 'function?',
} satisfies OptionRules<MockAcquirerOptions>

/**
 * The acquirer's systems, played: host, terminal management, settlement, register and notices, with a state of their own.
 * Each write is carried out once per idempotency key and answered the same for ever; the same key for another request is
 * refused with IDEMPOTENCY_KEY_REUSED.
 *
 * @throws InvalidInputError for a `seed` that is no whole number.
 * @example
 * const mock = createMockAcquirer({ clock })
 * const client = createAcquirerClient({ baseUrl: 'https://mock.example/v1', auth: bearer('t'), fetch: mock.fetch })
 */
export const createMockAcquirer = (options: MockAcquirerOptions): MockAcquirer => {
  checkOptions(options, rules)
  const { seed = 1, idempotency = true, basePath = '/v1', authenticate } = options
  checkNumber('/seed', seed, { least: Number.MIN_SAFE_INTEGER })
  const ledger = new Ledger(options.ledger)
  const world = worldOf(ledger.lines)
  const faults = new Faults()
  const held = new Held()
  const overrides = new Overrides()
  const clock = new MockClock(options.clock)
  const referenceOf = (key: string): string => hash(`${seed} ${key}`)
  const systems = { world, ledger, clock, faults, overrides, idempotency, referenceOf }
  const handler = createAcquirerHandler<'systems'>(systemsOf(systems), {
    side: 'systems',
    basePath,
    authenticate: async (request, body) =>
      !authenticate || (await authenticate(request, body)) ? system : undefined,
  })
  const now = () => Date.parse(options.clock.now())
  const handle = withFaults({ faults, held, now, basePath }, handler)
  const addFaults = (more: readonly Fault[]): void => faults.add(readFaults(more, 'systems'))
  const setTerminal = (terminalRef: string, patch: MockTerminalPatch): void => {
    ledger.add({ kind: 'terminal', terminalRef, patch })
    patchTerminal(world, terminalRef, patch)
  }

  return {
    handle,
    fetch: async (url, init) => {
      const request = new Request(url, init)
      const response = await Promise.race([handle(request), aborted(request.signal)])
      // What fetch says of a broken connection.
      if (!response) throw new TypeError('fetch failed')
      return unpacked(response)
    },
    faults: addFaults,
    play: playing({ now: () => options.clock.now(), faults: addFaults, setTerminal }),
    unspent: () => faults.unspent(),
    injected: () => faults.injected(),
    release: () => held.release(),
    tick: () => held.tick(now()),
    held: () => held.count,
    effects: () => ledger.effects(),
    attempts: () => ledger.attempts(),
    setTerminal,
    terminal: (terminalRef) => structuredClone(terminalOf(world, terminalRef)),
    override: (operation, decide) => overrides.set(operation, decide),
    snapshot: () => ({
      ...structuredClone({ world, lines: ledger.lines }),
      faults: faults.waiting(),
      overrides: overrides.entries(),
      clock: clock.latest,
    }),
    reset: (snapshot) => {
      held.release()
      faults.clear()
      faults.add(readFaults(snapshot?.faults ?? [], 'systems'))
      overrides.restore(snapshot?.overrides ?? [])
      ledger.replace(snapshot?.lines ?? [])
      clock.restore(snapshot?.clock ?? null)
      Object.assign(world, structuredClone(snapshot?.world ?? emptyWorld()))
    },
  }
}
