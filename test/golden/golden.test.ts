import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type Command,
  createLifecycle,
  type JournalEntry,
  type LifecycleRecord,
  migrate,
  recordFormat,
  trimmed,
} from '../../src/machine/index.ts'
import type { SealedEntry } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { genesisHash, isUnaltered } from '../../src/schemas/index.ts'
import { casesOfFormat1 } from './format-1.ts'
import { stricter } from './stricter.ts'

const folderOf = (format: number) => new URL(`./${format}/`, import.meta.url)
const textOf = (format: number, name: string): string => readFileSync(new URL(name, folderOf(format)), 'utf8')
const recordOf = (format: number, name: string): unknown => JSON.parse(textOf(format, `${name}.record.json`))
const entriesOf = (format: number, name: string): readonly SealedEntry[] =>
  textOf(format, `${name}.journal.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SealedEntry)

/** The first entry that does not continue the one before it, or was altered. */
async function brokenIn(entries: readonly SealedEntry[]): Promise<number | undefined> {
  let last = genesisHash
  for (const entry of entries) {
    if (entry.prevHash !== last || !(await isUnaltered(entry))) return entry.seq
    last = entry.hash
  }
  return undefined
}

const { fold, step } = createLifecycle()

// What was told under older rules is not told again under those of today: only what was stored has to be read for ever.
describe.each(casesOfFormat1)('The golden journal of the case %s, format 1', (name) => {
  const record = migrate(recordOf(1, name))
  const entries = entriesOf(1, name)

  it('ends in a record that is brought forward and is whole', () => {
    expect(record).toMatchObject({ format: recordFormat, context: { identity: { openedInFormat: 1 } } })
    expect(migrate(JSON.parse(JSON.stringify(record)))).toEqual(record)
    expect(record).toMatchObject({ version: entries.at(-1)?.seq, value: entries.at(-1)?.to })
  })

  it('is one chain', async () => {
    expect(await brokenIn(entries)).toBeUndefined()
    const altered = entries.map((entry) =>
      entry.seq === 1 ? { ...entry, at: '2020-01-01T00:00:00Z' } : entry,
    )
    expect(await brokenIn(altered)).toBe(1)
  })

  it('folds into the record that was carried over', () => {
    const seq = record.version + 1
    const migrated: LifecycleRecord = { ...record, version: seq }
    const last = entries.at(-1) ?? expect.fail('no entries')
    const entry: JournalEntry = {
      ...{ seq, version: seq, at: last.at, commandId: 'migrate:2', actor: last.actor },
      cause: { migrated, from: 1 },
      ...{ from: last.to, to: last.to, orderIds: [], issues: [] },
    }
    expect(fold([...entries, entry])).toEqual(migrated)
  })
})

/** The command that this entry is the answer to. */
const commandOf = ({ commandId, at, actor, cause }: JournalEntry): Command =>
  'timer' in cause
    ? { commandId, at, timer: cause.timer }
    : { commandId, at, actor, event: cause as LifecycleEvent }

const goldenOf = (format: number): readonly string[] =>
  existsSync(folderOf(format))
    ? readdirSync(folderOf(format))
        .filter((file) => file.endsWith('.record.json'))
        .map((file) => file.slice(0, -'.record.json'.length))
    : []

describe.each(goldenOf(2))('The golden journal of the case %s, format 2', (name) => {
  const record = recordOf(2, name)
  const entries = entriesOf(2, name)

  // written when what has ended stayed: it leaves with the next step
  it('folds into the golden record, but for what has ended', () => {
    expect(trimmed(fold(entries))).toEqual(trimmed(migrate(record)))
  })

  it('is one chain', async () => {
    expect(await brokenIn(entries)).toBeUndefined()
  })

  it('is a record that today is read as it stands', () => {
    expect(`${JSON.stringify(migrate(record), null, 2)}\n`).toBe(textOf(2, `${name}.record.json`))
  })

  // where a region opens and closes on the way may become stricter; what was ordered and where it ends may not
  it('is what the same commands lead to today: each accepted again, with the same orders and issues', () => {
    let now = fold(entries.slice(0, 1))
    for (const sealed of entries.slice(1)) {
      const { prevHash: _, hash: __, from: ___, to: ____, ...entry } = sealed
      const answer = step(now, commandOf(sealed))
      const refused = stricter[name]?.[entry.seq]
      if (refused !== undefined) {
        expect(answer).toMatchObject({ accepted: false, blockers: [{ code: refused }] })
        now = fold([sealed], now)
        continue
      }
      if (!answer.accepted) expect.fail(`${entry.seq} ${JSON.stringify(answer.blockers)}`)
      expect(answer.entry).toMatchObject(entry)
      now = answer.record
    }
    expect(trimmed(now)).toEqual(trimmed(migrate(record)))
  })
})

describe('The golden journal of a closure', () => {
  it('ends closed, with a late chargeback in the tail', () => {
    const { value, context } = migrate(recordOf(1, 'closure'))
    expect(value).toBe('closed')
    expect(context.tail.map(({ kind }) => kind)).toEqual(['dispute.opened'])
  })
})
