import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLifecycle, type JournalEntry, type LifecycleRecord, migrate } from '../../src/machine/index.ts'
import { goldenFile, playGolden, recordText } from './write.ts'

const read = (name: string): string => readFileSync(goldenFile(name), 'utf8')
const journal = read('closure.journal.jsonl')
const record = read('closure.record.json')

const entries = journal
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as JournalEntry)

describe('The golden journal of a closure, format 1', () => {
  it('folds into the golden record', () => {
    expect(createLifecycle().fold(entries)).toEqual(JSON.parse(record))
  })

  it('ends closed, with a late chargeback in the tail', () => {
    const { value, context } = JSON.parse(record) as LifecycleRecord
    expect(value).toBe('closed')
    expect(context.tail.map(({ kind }) => kind)).toEqual(['dispute.opened'])
  })

  it('is a record that today is read as it stands', () => {
    expect(recordText(migrate(JSON.parse(record)))).toBe(record)
  })

  it('comes out the same, byte for byte, when the case is played again', async () => {
    expect(await playGolden()).toEqual({ journal, record })
  })
})
