import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { createLifecycle, type JournalEntry, type LifecycleRecord, migrate } from '../../src/machine/index.ts'
import { goldenFile, playGolden, recordText } from './write.ts'

const read = (name: string): string => readFileSync(goldenFile(name), 'utf8')

describe.each(caseNames)('The golden journal of the case %s, format 1', (name) => {
  const journal = read(`${name}.journal.jsonl`)
  const record = read(`${name}.record.json`)

  it('folds into the golden record', () => {
    const entries = journal
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JournalEntry)
    expect(createLifecycle().fold(entries)).toEqual(JSON.parse(record))
  })

  it('is a record that today is read as it stands', () => {
    expect(recordText(migrate(JSON.parse(record)))).toBe(record)
  })

  it('comes out the same, byte for byte, when the case is played again', async () => {
    expect(await playGolden(name)).toEqual({ journal, record })
  })
})

describe('The golden journal of a closure', () => {
  it('ends closed, with a late chargeback in the tail', () => {
    const { value, context } = JSON.parse(read('closure.record.json')) as LifecycleRecord
    expect(value).toBe('closed')
    expect(context.tail.map(({ kind }) => kind)).toEqual(['dispute.opened'])
  })
})
