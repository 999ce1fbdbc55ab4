import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { transition } from 'xstate'
import {
  type Command,
  createLifecycle,
  type JournalEntry,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import type { StampedEvent } from '../../src/machine/shape/record.ts'
import { stamp } from '../../src/machine/step.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { stricter } from '../golden/stricter.ts'

const { machine, fold, step } = createLifecycle()
const folder = new URL('../golden/2/', import.meta.url)
const journals = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))

const entriesOf = (name: string): JournalEntry[] =>
  readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry)

/** What XState's own transition makes of the same event, with nothing remembered from an earlier step. */
const byXState = ({ value, context }: LifecycleRecord, event: StampedEvent) => {
  const [next] = transition(machine, machine.resolveState({ value: value as never, context }), event)
  return { value: next.value, context: next.context }
}

it.each(journals)('step comes to what the public transition of XState comes to: %s', (name) => {
  const [opening, ...entries] = entriesOf(name)
  let record = fold([opening as JournalEntry])
  for (const entry of entries) {
    const { cause, commandId, at, actor, seq } = entry
    if (stricter[name.split('.')[0] ?? '']?.[seq] !== undefined) {
      record = fold([entry], record)
      continue
    }
    const { by: _, at: __, seq: ___, ...event } = cause as StampedEvent
    const told = 'timer' in cause ? { timer: cause.timer } : { event: event as LifecycleEvent, actor }
    const command: Command = { commandId, at, ...told }
    const expected = byXState(structuredClone(record), stamp(record, command) as StampedEvent)
    const answer = step(record, command)
    if (!answer.accepted) expect.fail(`${commandId} was refused`)
    const { value, context } = answer.record
    expect(JSON.stringify({ value, context })).toBe(JSON.stringify(expected))
    record = answer.record
  }
})
