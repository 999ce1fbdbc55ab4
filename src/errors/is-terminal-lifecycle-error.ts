import { brand } from './brand.ts'
import type { ConnectionError } from './connection-error.ts'
import type { CorruptRecordError } from './corrupt-record-error.ts'
import type { ForbiddenFieldError } from './forbidden-field-error.ts'
import type { FutureVersionError } from './future-version-error.ts'
import type { HttpError } from './http-error.ts'
import type { InvalidInputError } from './invalid-input-error.ts'
import type { InvariantViolationError } from './invariant-violation-error.ts'
import type { MissingMigrationError } from './missing-migration-error.ts'
import type { OutcomeUnknownError } from './outcome-unknown-error.ts'
import type { PluginError } from './plugin-error.ts'
import type { ProtocolError } from './protocol-error.ts'
import type { RefusedError } from './refused-error.ts'
import type { RequestTimeoutError } from './request-timeout-error.ts'
import type { ServiceAnswerError } from './service-answer-error.ts'
import type { ServiceFailedError } from './service-failed-error.ts'
import type { StoreError } from './store-error.ts'
import type { UntrustedEndpointError } from './untrusted-endpoint-error.ts'
import type { VersionConflictError } from './version-conflict-error.ts'

/** Every error of this library; `code` tells them apart. */
export type AnyTerminalLifecycleError =
  | ConnectionError
  | CorruptRecordError
  | ForbiddenFieldError
  | FutureVersionError
  | HttpError
  | InvalidInputError
  | InvariantViolationError
  | MissingMigrationError
  | OutcomeUnknownError
  | PluginError
  | ProtocolError
  | RefusedError
  | RequestTimeoutError
  | ServiceAnswerError
  | ServiceFailedError
  | StoreError
  | UntrustedEndpointError
  | VersionConflictError

/**
 * True for every error of this library, also one of another copy of it or from another realm, where `instanceof` is false.
 *
 * @example if (isTerminalLifecycleError(error) && error.code === 'HTTP_ERROR') console.log(error.status)
 */
export const isTerminalLifecycleError = (error: unknown): error is AnyTerminalLifecycleError => {
  try {
    if (typeof error !== 'object' || error === null || !(brand in error) || error[brand] !== true)
      return false
    return !('code' in error) || typeof error.code === 'string'
  } catch {
    // A foreign object may throw when it is asked.
    return false
  }
}
