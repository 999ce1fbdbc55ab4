import { type ErrorCode, errorFixes } from '../domain/index.ts'
import { brand } from './brand.ts'

/**
 * Base of every error that this library throws on purpose. The message names the cause and what to do about it.
 *
 * Safe to log whole: an instance holds no header, no body, no value of refused input and no foreign error as `cause`.
 * Refusals of the state machine are not errors: `step` and `dispatch` answer with them.
 */
export abstract class TerminalLifecycleError<Code extends ErrorCode = ErrorCode> extends Error {
  abstract override readonly name: string
  /** Stable and machine-readable; `describe` has its words in both languages. */
  readonly code: Code
  /** What to do about it, in English. */
  readonly fix: string

  /** @param cause one sentence in English, already safe to log. */
  constructor(code: Code, cause: string, fix: string = errorFixes[code]) {
    super(`${cause} ${fix}`)
    this.code = code
    this.fix = fix
  }

  get [brand](): true {
    return true
  }

  /** Everything but the stack. */
  toJSON(): Record<string, unknown> {
    return Object.fromEntries([['name', this.name], ['message', this.message], ...Object.entries(this)])
  }
}
