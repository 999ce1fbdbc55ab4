import type { OrderKind } from '../domain/index.ts'
import { causeCodes } from './cause-codes.ts'
import { framesOf } from './frames.ts'
import { safeCode } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What a host plugs in, in words for the message. */
const parts = {
  auth: 'The authentication of the client (token function, signer or its clock)',
  environment: 'The environment (time, chance or timers)',
  clock: 'The clock',
  services: 'The service',
  calendar: 'The calendar of working days',
  access: 'The rule of access',
  papers: 'The home of papers',
  documents: 'The home of documents',
  registered: 'The source of what is on record of a merchant',
  describeNotice: 'The function that words notices',
  authenticate: 'The function that authenticates callers',
  implementation: 'The implementation of the operation',
  keys: 'The look-up of keys',
  replays: 'The memory of what came before',
  events: 'The reader of events',
  receive: 'The receiver of webhooks',
  actor: 'The function that names the actor',
  secrets: 'The look-up of signing secrets',
  transport: 'The transport of webhooks',
  cases: 'The home of known cases',
  telemetry: 'The meter or tracer',
} as const

/** Which plugged-in part it was. */
export type PluggedPart = keyof typeof parts

/** What a `PluginError` is made of. */
export interface PluginFailure {
  readonly part: PluggedPart
  /** Which service, where it is one. */
  readonly kind?: OrderKind | undefined
  /** What it threw, whatever that is; only names and codes are kept. */
  readonly cause?: unknown
}

/**
 * Something that the host plugged in threw what is no error of this library. What it threw is not kept: its message may hold anything.
 *
 * @example if (isTerminalLifecycleError(error) && error.code === 'PLUGGED_IN_FAILED') alarm(error.part, error.reason)
 */
export class PluginError extends TerminalLifecycleError<'PLUGGED_IN_FAILED'> {
  override readonly name = 'PluginError'
  readonly part: PluggedPart
  /** Which service; `null` for other parts. */
  readonly kind: OrderKind | null
  /** Names and codes of what was thrown, as `TypeError ECONNREFUSED`; empty where it has none. */
  readonly reason: string
  /** Where it threw, as `sign (file:///app/signer.js:7:11)`: five lines of its stack at most, nothing of its message. */
  readonly frames: readonly string[]

  constructor({ part: given, kind, cause }: PluginFailure) {
    const part = Object.hasOwn(parts, given) ? given : 'implementation'
    const reason = causeCodes(cause)
    const which = kind === undefined ? null : safeCode(kind)
    super(
      'PLUGGED_IN_FAILED',
      `${parts[part]}${which === null ? '' : ` ${which}`} failed${reason === '' ? '' : `: ${reason}`}.`,
    )
    this.part = part
    this.kind = which as OrderKind | null
    this.reason = reason
    this.frames = framesOf(cause, 5)
  }
}
