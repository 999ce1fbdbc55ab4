import { reference, safePath } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What is stored is not a record, or its journal does not fit it. It was left untouched. */
export class CorruptRecordError extends TerminalLifecycleError<'CORRUPT_RECORD'> {
  override readonly name = 'CorruptRecordError'
  /** JSON Pointer to what is wrong; the empty string is the whole record. */
  readonly path: string
  readonly lifecycleId: string | null

  constructor({ path, lifecycleId }: { path: string; lifecycleId?: string | undefined }) {
    const [where, id] = [safePath(path), lifecycleId === undefined ? null : reference(lifecycleId)]
    super(
      'CORRUPT_RECORD',
      `Record${id === null ? '' : ` ${id}`} is damaged at ${where === '' ? 'its root' : where}.`,
    )
    this.path = where
    this.lifecycleId = id
  }
}
