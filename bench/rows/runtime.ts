import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createLifecycle } from '../../src/machine/index.ts'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { type Cost, type Row, timed } from '../compare.ts'
import { benchRuntime, type Life, newClosures, newLives, now, openAll, tellAll } from '../lives.ts'
import { learn } from '../references/learnt.ts'
import { rawStore } from '../references/raw-sqlite.ts'

const home = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-bench-'))
process.on('exit', () => rmSync(home, { recursive: true }))
const path = (name: string) => join(home, `${name}.db`)

const few = 12
const many = 72
/** A disk that others write to as well is slow: few rounds, each of a thousand commands. */
const rounds = 3
const written = {
  [few]: await learn(newLives(few), path('learnt-few')),
  [many]: await learn(newLives(many), path('learnt-many')),
}
const raw = rawStore(path('raw'))
const tellRaw = (count: typeof few | typeof many) => (): Promise<Cost> => {
  const all = written[count] ?? []
  raw.open(all)
  return timed(() => raw.tell(all))
}

const tellTo = (store: Store, count: number, callers: number) => {
  const runtime = benchRuntime(store)
  return async (): Promise<Cost> => {
    const lives = newLives(count)
    await openAll(runtime, lives)
    return timed(() => tellAll(runtime, lives, callers))
  }
}

const sqlite = tellTo(sqliteStore(path('runtime')), many, 64)

const { open, step } = createLifecycle()
const stepAll = async (): Promise<Cost> => {
  const lives = newLives(many)
  const opened = lives.map(({ input }) => open(input, { at: now, commandId: 'opening' }).record)
  return timed(() => {
    for (const [n, { commands }] of lives.entries()) {
      let record = opened[n]
      for (const { commandId, actor, event } of commands) {
        const answer = record && step(record, { commandId, actor, event, at: now })
        record = answer?.accepted ? answer.record : undefined
      }
    }
  })
}

const orders = 100
const pumped = benchRuntime(sqliteStore(path('pump')))
/** One order for each of new lives, of a kind that need not be announced: to open a ticket. */
const order = async (): Promise<Cost> => {
  const lives = newLives(orders).map(({ input }): Life => {
    const event = { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' } as const
    const { lifecycleId, openedBy: actor } = input
    return { input, commands: [{ lifecycleId, commandId: 'escalation', actor, event }] }
  })
  await openAll(pumped, lives)
  return timed(() => tellAll(pumped, lives, 4))
}

/** Bytes of the file for each life. */
async function weigh(lives: readonly Life[], name: string): Promise<number> {
  const store = sqliteStore(path(name))
  const runtime = benchRuntime(store)
  await openAll(runtime, lives)
  await tellAll(runtime, lives, 64)
  await store.close()
  const file = new DatabaseSync(path(name))
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const of = (what: string) => Number(file.prepare(`PRAGMA ${what}`).get()?.[what])
  const bytes = of('page_count') * of('page_size')
  file.close()
  return bytes / lives.length
}

export const rows: readonly Row[] = [
  {
    name: 'runtime, SQLite, one caller, time for each command',
    reference: 'raw node:sqlite, same rows, one commit each',
    budget: 2,
    by: 'wall',
    rounds,
    candidate: tellTo(sqliteStore(path('alone')), few, 1),
    control: tellRaw(few),
  },
  {
    name: 'runtime, SQLite, 64 callers, time for each command',
    reference: 'raw node:sqlite, same rows, one commit each',
    budget: 0.83,
    by: 'wall',
    rounds,
    candidate: sqlite,
    control: tellRaw(many),
  },
  {
    name: 'runtime, SQLite, 64 callers, CPU for each command',
    reference: 'step(), same commands',
    budget: 7,
    rounds,
    candidate: sqlite,
    control: stepAll,
  },
  {
    name: 'runtime, memory, 64 callers, time for each command',
    reference: 'the same over SQLite',
    budget: 0.55,
    by: 'wall',
    rounds,
    candidate: tellTo(memoryStore(), many, 64),
    control: sqlite,
  },
  {
    name: 'pump, CPU for each order',
    reference: 'the commands that gave the orders',
    budget: 1.5,
    rounds,
    candidate: async () => {
      await order()
      return timed(() => pumped.drain())
    },
    control: async () => {
      const cost = await order()
      await pumped.drain()
      return cost
    },
  },
  {
    name: 'bytes for each life that was opened and told nothing',
    unit: 'kB',
    budget: 4,
    measure: async () =>
      (await weigh(
        newLives(400).map((life) => ({ ...life, commands: [] })),
        'idle',
      )) / 1_000,
  },
  {
    name: 'bytes for each life after 22 commands',
    unit: 'kB',
    budget: 20,
    measure: async () => (await weigh(newClosures(100), 'closures')) / 1_000,
  },
]
