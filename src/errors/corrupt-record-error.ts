import { label, safePath } from './mask.ts'
import { reference } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What is stored is not a record, or its journal does not fit it. It was left untouched. */
export class CorruptRecordError extends TerminalLifecycleError<'CORRUPT_RECORD'> {
  override readonly name = 'CorruptRecordError'
  /** JSON Pointer to what is wrong; the empty string is the whole record. */
  readonly path: string
  readonly lifecycleId: string | null
  /** The invariant that it contradicts as a whole, as `I6_DEPOSITS_ADD_UP`; `null` where one place is damaged. */
  readonly invariant: string | null

  constructor({
    path,
    lifecycleId,
    invariant,
  }: {
    path: string
    lifecycleId?: string | undefined
    invariant?: string | undefined
  }) {
    const [where, id] = [safePath(path), lifecycleId === undefined ? null : reference(lifecycleId)]
    const broken = invariant === undefined ? null : label(invariant)
    super(
      'CORRUPT_RECORD',
      `Record${id === null ? '' : ` ${id}`} is damaged at ${where === '' ? 'its root' : where}${broken === null ? '' : `: it contradicts ${broken}`}.`,
    )
    this.path = where
    this.lifecycleId = id
    this.invariant = broken
  }
}
