import type { Side } from '../../contract/index.ts'
import { checkOptions, type OptionRules } from '../../errors/index.ts'
import { aboutRequest } from './about-request.ts'
import { instead, spoilt } from './answers.ts'
import { readFaults } from './check-faults.ts'
import { type Fault, type FaultKind, Faults } from './faults.ts'
import { Held } from './held.ts'
import { type Play, playing } from './playing.ts'

/** A Fetch handler; `null` is a dropped connection. */
export type Handle = (request: Request) => Promise<Response | null>

/** Faults between a caller and a handler. */
export interface FaultyHandler {
  readonly handle: Handle
  /**
   * Adds faults; each hits as many requests as it says, in the order they were added.
   *
   * @throws InvalidInputError naming an operation, kind or member that there is not.
   */
  faults(faults: readonly Fault[]): void
  /**
   * Plays a scenario by name, such as `reply-dropped-after-commit`.
   *
   * @throws InvalidInputError naming a scenario that there is not or that is played elsewhere, and what it needs.
   */
  readonly play: Play
  /** Faults that have hit fewer requests than they say: a test that ends with one has shown less than it meant to. */
  unspent(): readonly Fault[]
  /** How many requests each kind has hit. */
  injected(): Readonly<Record<string, number>>
  /** Lets everything go that a fault holds back. */
  release(): void
  /** Lets go what is due by the clock: call it when you have set it. */
  tick(): void
  /** What is held back now: requests that have not arrived, answers that were not told. */
  held(): number
}

/** What `handle` and the mock share. */
export interface FaultParts {
  readonly faults: Faults
  readonly held: Held
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly basePath: string
}

/** A part of the body, as far as it came. It is not given up: what ends is the connection. */
const readPart = async (request: Request, share: number): Promise<void> => {
  const wanted = Math.ceil(Number(request.headers.get('content-length') ?? 0) * share)
  const reader = share > 0 ? request.body?.getReader() : undefined
  let read = 0
  while (reader && (share === 1 || read < wanted)) {
    const { done, value } = await reader.read()
    if (done) return
    read += value.length
  }
}

const arrivals = async (
  fault: FaultKind | undefined,
  handle: Handle,
  request: Request,
): Promise<Response | null> => {
  const more = fault?.kind === 'duplicate' ? (fault.copies ?? 2) - 1 : 0
  for (let copy = 0; copy < more; copy += 1) await (await handle(request.clone()))?.body?.cancel()
  return handle(request)
}

/** The handler behind the faults that wait for its requests. */
export const withFaults =
  ({ faults, held, now, basePath }: FaultParts, handle: Handle): Handle =>
  async (request) => {
    const fault = faults.take('outside', aboutRequest(request, basePath))
    if (fault?.kind === 'resetUpload') await readPart(request, fault.share)
    const other = instead(fault)
    if (other !== undefined) return other
    const late = fault?.kind === 'delay' ? now() + fault.ms : null
    if (fault?.kind === 'delay' && fault.leg === 'request') await held.until(late)
    const response = await arrivals(fault, handle, request)
    if (!response) return null
    if (fault?.kind === 'hold') await held.until(null)
    if (fault?.kind === 'delay' && fault.leg !== 'request') await held.until(late)
    if (fault?.kind !== 'drip') return spoilt(fault, response)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const { status, headers } = response
    return new Response(held.drip(bytes, fault.bytesPerSecond ?? 1, now()), { status, headers })
  }

/** Which side is served, and by which clock faults run. */
export interface FaultyOptions {
  /** What `delay` and `drip` go by. */
  readonly clock: { now(): string }
  /** Which side is served: a fault for the other one is refused. Both when left out. */
  readonly side?: Side
  /** @default '/v1' */
  readonly basePath?: string
}

/**
 * Puts faults before a handler of one's own, such as `createAcquirerHandler` over a back end: what the mock acquirer does for
 * the systems side, for the portal side.
 *
 * @example
 * const portal = faulty(createAcquirerHandler(backend, { side: 'portal', authenticate }), { clock, side: 'portal' })
 * portal.faults([{ kind: 'dropReply', operation: 'decideApplication' }])
 */
export const faulty = (handle: Handle, options: FaultyOptions): FaultyHandler => {
  checkOptions({ handle }, { handle: 'function' })
  checkOptions(options, {
    ...{ clock: '.now', side: 'string?', basePath: 'string?' },
  } satisfies OptionRules<FaultyOptions>)
  const { clock, side, basePath = '/v1' } = options
  const faults = new Faults()
  const held = new Held()
  const now = () => Date.parse(clock.now())
  const add = (more: readonly Fault[]): void => faults.add(readFaults(more, side))
  return {
    handle: withFaults({ faults, held, now, basePath }, handle),
    faults: add,
    play: playing({ now: () => clock.now(), faults: add }),
    unspent: () => faults.unspent(),
    injected: () => faults.injected(),
    release: () => held.release(),
    tick: () => held.tick(now()),
    held: () => held.count,
  }
}
