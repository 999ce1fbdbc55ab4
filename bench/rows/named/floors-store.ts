/**
 * The least that a durable runtime does for the rows of `runtime`: an event is read, stepped and sealed, the record and its entry
 * become text, and SQLite keeps three rows. No clock, order, device or piece of work is found by anything, nobody is let in or
 * kept out, nothing is remembered of a report. What lies between these and the runtime is what it promises.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createLifecycle, type LifecycleRecord } from '../../../src/machine/index.ts'
import { readEvent } from '../../../src/runtime/door.ts'
import { canonicalJson, genesisHash } from '../../../src/schemas/index.ts'
import { type Cost, type Row, timed } from '../../compare.ts'
import { temporaryFolder } from '../../folder.ts'
import { type Life, newLives, now } from '../../lives.ts'
import { rawStore, type Written } from '../../references/raw-sqlite.ts'

const many = 72
const { open, step } = createLifecycle()
const raw = rawStore(join(temporaryFolder(), 'raw.db'))

interface Told extends Written {
  readonly life: Life
}

const opened = (lives: readonly Life[]) =>
  new Map(
    lives.map(({ input }) => [input.lifecycleId, open(input, { at: now, commandId: 'opening' }).record]),
  )

/** Reads, steps and seals; what is to be written of each command. */
function computed(
  lives: readonly Life[],
  records: Map<string, LifecycleRecord>,
  texts: boolean,
): readonly Told[] {
  const told: Told[] = []
  for (const life of lives) {
    let [record, head] = [records.get(life.input.lifecycleId), genesisHash]
    for (const { commandId, actor, event } of life.commands) {
      if (!record) throw new Error('it was not opened')
      const read = readEvent(event, actor.role)
      const answer = step(record, { commandId, actor, event: read, at: now })
      if (!answer.accepted) throw new Error(`${event.type} was refused`)
      record = answer.record
      if (!texts) continue
      head = createHash('sha256')
        .update(canonicalJson({ ...answer.entry, prevHash: head }))
        .digest('hex')
      const { lifecycleId, context } = record
      const { policy: _, ...rest } = context
      const entry = JSON.stringify({ ...answer.entry, head })
      told.push({
        life,
        lifecycleId,
        record: JSON.stringify(rest),
        entry,
        answer: JSON.stringify(answer.orders),
      })
    }
  }
  return told
}

const written = (() => {
  const lives = newLives(many)
  return computed(lives, opened(lives), true)
})()

const control = (): Cost | Promise<Cost> => {
  raw.open(written)
  return timed(() => raw.tell(written))
}

const least = (together: number) => (): Promise<Cost> => {
  const lives = newLives(many)
  const records = opened(lives)
  raw.open(lives.map(({ input: { lifecycleId } }) => ({ lifecycleId, record: '', entry: '', answer: '' })))
  return timed(() => raw.tell(computed(lives, records, true), together))
}

const stepAlone = (): Promise<Cost> => {
  const lives = newLives(many)
  const records = opened(lives)
  return timed(() => {
    for (const { input, commands } of lives) {
      let record = records.get(input.lifecycleId)
      for (const { commandId, actor, event } of commands) {
        const answer = record && step(record, { commandId, actor, event, at: now })
        record = answer?.accepted ? answer.record : undefined
      }
    }
  })
}

const byRaw = { reference: 'raw node:sqlite, same rows, one commit each', by: 'wall', rounds: 5 } as const

export const rows: readonly Row[] = [
  { ...byRaw, name: 'read, step, seal, write; one commit each', budget: 2, candidate: least(1), control },
  { ...byRaw, name: 'read, step, seal, write; 64 a commit', budget: 0.83, candidate: least(64), control },
  {
    ...{ name: 'read, step, seal, write; 64 a commit, CPU', reference: 'step(), same commands', budget: 7 },
    ...{ rounds: 5, candidate: least(64), control: stepAlone },
  },
  {
    ...{ name: 'texts of the newest 22 entries, records and answers', unit: 'kB for each life', budget: 20 },
    measure: () => {
      const life = written[0]?.life
      const own = written.filter((one) => one.life === life)
      const entries = own.reduce((sum, { entry, answer }) => sum + entry.length + answer.length, 0)
      return ((entries + (own.at(-1)?.record.length ?? 0)) / 1_000 / own.length) * 22
    },
  },
]
