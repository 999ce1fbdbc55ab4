import { readdirSync, readFileSync } from 'node:fs'
import {
  type Command,
  createLifecycle,
  type JournalEntry,
  type LifecycleRecord,
} from '../src/machine/index.ts'
import type { LifecycleEvent } from '../src/schemas/index.ts'
import { stricter } from '../test/golden/stricter.ts'

/** A record and the command that was told to it then. */
export interface Told {
  readonly record: LifecycleRecord
  readonly command: Command
}

const folder = new URL('../test/golden/2/', import.meta.url)
const { fold, step } = createLifecycle()

const commandOf = ({ commandId, at, actor, cause }: JournalEntry): Command =>
  'timer' in cause
    ? { commandId, at, timer: cause.timer }
    : { commandId, at, actor, event: cause as LifecycleEvent }

const toldIn = (file: string): readonly Told[] => {
  const [opening, ...entries] = readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry)
  if (!opening) return []
  let record = fold([opening])
  return entries.flatMap((entry) => {
    if (stricter[file.split('.')[0] ?? '']?.[entry.seq] !== undefined) {
      record = fold([entry], record)
      return []
    }
    const command = commandOf(entry)
    const told = { record, command }
    const answer = step(record, command)
    if (!answer.accepted) throw new Error(`${file}: ${entry.seq} is refused`)
    record = answer.record
    return [told]
  })
}

/** Every command that the golden journals have accepted, and that is accepted today. */
export const golden: readonly Told[] = readdirSync(folder)
  .filter((file) => file.endsWith('.journal.jsonl'))
  .flatMap(toldIn)
