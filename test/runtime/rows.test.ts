import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Accepted, createLifecycle, type LifecycleRecord, step } from '../../src/machine/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Change, Store } from '../../src/runtime/store.ts'
import { genesisHash, sealEntry } from '../../src/schemas/index.ts'
import { nextType, saying } from '../machine/walk.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { openPlay } from '../support/play.ts'
import { serial, start, terminal } from '../support/samples.ts'
import { namesWith, rowsIn, rowsOf } from './rows.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A life as the file should have it. */
interface Life {
  record: LifecycleRecord
  head: string
  known: ReadonlySet<string>
}

const lifecycleId = 'life-1'
const input = terminal({
  devices: [
    { serial, owner: 'provider', tenancy: 'sole' },
    { serial: '123-456-790', owner: 'merchant', tenancy: 'shared' },
  ],
  holds: [{ holdId: 'hold-1', code: 'ACCOUNT_ARREARS' }],
})

/** What somebody says next, where it is accepted and written down. */
const said = (record: LifecycleRecord, commandId: string, dice: Dice): Accepted | undefined => {
  const [due] = Object.values(record.context.deadlines).filter(({ status }) => status === 'running')
  const command =
    due && dice.chance(0.1) ? { at: due.due, timer: due.id } : saying(record, nextType(record, dice), dice)
  const answer = step(record, { commandId, ...command })
  return answer.accepted && answer.entry ? answer : undefined
}

const changeTo = async (answer: Accepted, head: string, keptAt: number): Promise<Change> => {
  const { record, entry } = answer
  if (!entry) expect.fail('nothing was written down')
  const { version } = record
  return {
    ...{ lifecycleId, commandId: entry.commandId, fingerprint: null, answer, keptAt },
    ...{ expectedVersion: version === 0 ? null : version - 1, entry: await sealEntry(entry, head) },
  }
}

const lifeAfter = (known: ReadonlySet<string>, { answer, entry }: Change): Life => {
  if (!answer.accepted || !entry) expect.fail('nothing was written down')
  return { record: answer.record, head: entry.hash, known: namesWith(known, answer.record, entry) }
}

/** Puts one database in the place of another, under whoever has it open. */
const copy = async (from: string, to: string) => {
  const database = new DatabaseSync(from)
  await backup(database, to)
  database.close()
}

interface Game {
  dice: Dice
  life: Life
  /** What is told next, and by whom of two processes. */
  change: Change
  store: Store
  other: Store
}

/** What may happen to a change; each gives the life as the file should have it then. */
const turns: Readonly<Record<string, (game: Game) => Promise<Life>>> = {
  'is committed': async ({ life, change, store }) => {
    expect(await store.commit([change])).toEqual(['committed'])
    return lifeAfter(life.known, change)
  },
  'is rolled back with another one': async ({ life, change, store }) => {
    const inconsistent = { ...change, commandId: 'inconsistent', expectedVersion: 1_000_000 }
    await expect(store.commit([change, inconsistent])).rejects.toMatchObject({ code: 'STORE_FAILED' })
    return life
  },
  'comes with the next one': async ({ life, change, store, dice }) => {
    const after = lifeAfter(life.known, change)
    const answer = said(after.record, `${change.commandId}-next`, dice)
    const next = answer && (await changeTo(answer, after.head, change.keptAt))
    await store.commit(next ? [change, next] : [change])
    return next ? lifeAfter(after.known, next) : after
  },
  'is told to both processes at once': async ({ life, change, store, other }) => {
    const again = { ...change, commandId: `${change.commandId}-again` }
    const outcomes = await Promise.all([store.commit([change]), other.commit([again])])
    expect(outcomes.flat().sort()).toEqual(['committed', 'conflict'])
    return lifeAfter(life.known, change)
  },
}

const happened = new Set<string>()

describe('beside its record a life has just the rows that its record asks for', () => {
  it.each([1, 2, 3, 4])('whoever writes, and when a copy of the file is put back: game %i', async (seed) => {
    const dice = diceOf(seed)
    const [file, copied] = [join(folder, 'terminals.db'), join(folder, 'copy.db')]
    const stores = [sqliteStore(file), sqliteStore(file)] as const
    const first = await changeTo(
      createLifecycle().open(input, { at: start, commandId: 'open' }),
      genesisHash,
      0,
    )
    await stores[0].commit([first])
    let life = lifeAfter(new Set(), first)
    let then: Life | undefined
    for (let n = 1; n <= 80; n += 1) {
      const [store, other] = dice.chance(0.5) ? stores : stores.toReversed()
      if (!store || !other) continue
      const stored = await store.newest?.(lifecycleId)
      expect([stored?.record, stored?.head]).toEqual([life.record, life.head])
      // Whoever goes on from a copy of it has nothing in common with what the process remembers.
      const record = dice.chance(0.5) ? structuredClone(life.record) : (stored?.record ?? life.record)
      const answer = said(record, `command-${n}`, dice)
      if (!answer) continue
      const change = await changeTo(answer, life.head, n)
      const name = dice.chance(0.7) ? 'is committed' : dice.one(Object.keys(turns))
      happened.add(name)
      life = (await turns[name]?.({ dice, life, change, store, other })) ?? life
      if (dice.chance(0.05)) {
        await copy(file, copied)
        then = life
      }
      if (then && dice.chance(0.1)) {
        await copy(copied, file)
        life = then
        happened.add('is put back')
      }
      expect(rowsIn(file, lifecycleId)).toEqual(rowsOf(life.record, life.known))
    }
    for (const store of stores) await store.close()
  })

  it('step by step to the end of a closure, told by two processes in turn', async () => {
    const play = openPlay()
    for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(play)
    expect(await play.value()).toBe('closed')
    const file = join(folder, 'terminals.db')
    const stores = [sqliteStore(file), sqliteStore(file)] as const
    let life: Life | undefined
    for (const [index, record] of play.history.entries()) {
      const entry = play.entries[index] ?? expect.fail('each record was made by an entry')
      const answer: Accepted = {
        ...{ accepted: true, noop: false, record, entry },
        ...{ orders: [], deadlines: [], issues: [] },
      }
      const change = await changeTo(answer, life?.head ?? genesisHash, index)
      // two by one process, then two by the other
      expect(await stores[index % 4 < 2 ? 0 : 1].commit([change])).toEqual(['committed'])
      life = lifeAfter(life?.known ?? new Set(), change)
      expect(rowsIn(file, lifecycleId)).toEqual(rowsOf(life.record, life.known))
    }
    for (const store of stores) await store.close()
  })

  it('and these games have met all that may happen', () => {
    expect([...happened].sort()).toEqual([...Object.keys(turns), 'is put back'].sort())
  })
})
