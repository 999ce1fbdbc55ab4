import { reference, safeNumber } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** The record is not at the version that the caller saw. Nothing was changed. */
export class VersionConflictError extends TerminalLifecycleError<'VERSION_CONFLICT'> {
  override readonly name = 'VersionConflictError'
  readonly lifecycleId: string
  readonly expected: number
  /** `null` where the store does not tell. */
  readonly actual: number | null

  constructor({
    lifecycleId,
    expected,
    actual,
  }: { lifecycleId: string; expected: number; actual?: number | null }) {
    const id = reference(lifecycleId)
    const [version, found] = [safeNumber(expected) ?? 0, safeNumber(actual)]
    const but = found === null ? 'it has changed' : `it is at ${found}`
    super('VERSION_CONFLICT', `Record ${id} was expected at version ${version}, but ${but}.`)
    this.lifecycleId = id
    this.expected = version
    this.actual = found
  }
}
