import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { orderKinds } from '../../src/domain/index.ts'
import type { JournalEntry, LifecycleInput } from '../../src/machine/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import type { Row } from '../compare.ts'
import { temporaryFolder } from '../folder.ts'

/** A device is replaced: opened, then 22 events, no clock among them. */
const journal = readFileSync(new URL('../../test/golden/2/swapped.journal.jsonl', import.meta.url), 'utf8')

/** The same life under another name, so that many of them fit into one store. */
const entriesOf = (life: number): readonly JournalEntry[] =>
  journal
    .replaceAll('life-', `life-${life}-`)
    .replaceAll('10230025', `${10_000_000 + life}`)
    .replaceAll('342-119', `${life}-119`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry)

const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services

/** Bytes of a store that was closed with so many lives in it, each with so many events. */
const bytesOf = async (lives: number, events: number): Promise<number> => {
  const path = join(temporaryFolder(), 'lives.db')
  const store = sqliteStore(path)
  let now = '2026-03-02T09:00:00+08:00'
  const runtime = createRuntime({ store, services, clock: { now: () => now } })
  for (let life = 0; life < lives; life += 1) {
    const [opening, ...entries] = entriesOf(life)
    if (opening === undefined) throw new Error('The journal is empty')
    const { opened } = opening.cause as { opened: LifecycleInput }
    now = opening.at
    await runtime.open(opened)
    for (const { at, actor, cause, seq } of entries.slice(0, events)) {
      now = at
      const { by: _by, at: _at, seq: _seq, ...event } = { by: 0, at: 0, seq: 0, ...cause }
      const { lifecycleId } = opened
      const command = { lifecycleId, commandId: `command-${seq}`, actor, event: event as LifecycleEvent }
      const answer = await runtime.dispatch(command)
      if (!answer.accepted) throw new Error(`${seq} is refused: ${JSON.stringify(answer.blockers)}`)
    }
  }
  await store.close()
  return statSync(path).size
}

const kB = async (lives: number, events: number): Promise<number> =>
  ((await bytesOf(lives, events)) - (await bytesOf(0, 0))) / lives / 1_000

export const rows: readonly Row[] = [
  { name: 'on disk, a terminal that was opened', unit: 'kB', budget: 4, measure: () => kB(500, 0) },
  { name: 'on disk, the same after 22 events', unit: 'kB', budget: 20, measure: () => kB(100, 22) },
]
