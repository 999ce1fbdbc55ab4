import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import {
  type Command,
  createLifecycle,
  type JournalEntry,
  type LifecycleRecord,
  migrate,
} from '../../src/machine/index.ts'
import type { SealedEntry } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { goldenFile, playGolden, recordText } from './write.ts'

const read = (name: string): string => readFileSync(goldenFile(name), 'utf8')

const { fold, step } = createLifecycle()

/** The command that this entry is the answer to. */
const commandOf = ({ commandId, at, actor, cause }: JournalEntry): Command =>
  'timer' in cause
    ? { commandId, at, timer: cause.timer }
    : { commandId, at, actor, event: cause as LifecycleEvent }

describe.each(caseNames)('The golden journal of the case %s, format 1', (name) => {
  const journal = read(`${name}.journal.jsonl`)
  const record = read(`${name}.record.json`)

  const entries = journal
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SealedEntry)

  it('folds into the golden record', () => {
    expect(fold(entries)).toEqual(JSON.parse(record))
  })

  it('is a record that today is read as it stands', () => {
    expect(recordText(migrate(JSON.parse(record)))).toBe(record)
  })

  // where a region opens and closes on the way may become stricter; what was ordered and where it ends may not
  it('is what the same commands lead to today: each accepted again, with the same orders and issues', () => {
    let now = fold(entries.slice(0, 1))
    for (const sealed of entries.slice(1)) {
      const { prevHash: _, hash: __, from: ___, to: ____, ...entry } = sealed
      const answer = step(now, commandOf(sealed))
      if (!answer.accepted) expect.fail(`${entry.seq} ${JSON.stringify(answer.blockers)}`)
      expect(answer.entry).toMatchObject(entry)
      now = answer.record
    }
    expect(now).toEqual(JSON.parse(record))
  })
})

describe.each(caseNames)('The case %s', (name) => {
  it('comes out the same, byte for byte, each time it is played', async () => {
    expect(await playGolden(name)).toEqual(await playGolden(name))
  })
})

describe('The golden journal of a closure', () => {
  it('ends closed, with a late chargeback in the tail', () => {
    const { value, context } = JSON.parse(read('closure.record.json')) as LifecycleRecord
    expect(value).toBe('closed')
    expect(context.tail.map(({ kind }) => kind)).toEqual(['dispute.opened'])
  })
})
