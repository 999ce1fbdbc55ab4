import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { diceOf } from '../support/dice.ts'
import { counting, flipsOr, type Outcome, outcomeOf, spelled } from './flips.ts'
import { escalation, note, rig } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-flips-'))
const all = counting()
afterAll(() => {
  rmSync(folder, { recursive: true })
  all.keep()
})
const flips = flipsOr(1_000)
const parts = 10

describe('Single bits of a SQLite file that are turned over', () => {
  it.each(Array.from({ length: parts }, (_, part) => part))(
    'are refused, change nothing, or are found by an audit: part %i of ten',
    async (part) => {
      const path = join(folder, `whole-${part}.db`)
      const made = await rig({ store: sqliteStore(path) })
      await made.tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
      await made.tell(note('a'))
      await made.tell(escalation)
      const before = await spelled(made.store)
      await made.store.close()
      const whole = readFileSync(path)
      const dice = diceOf(part + 1)
      const count: Record<Outcome, number> = { refused: 0, same: 0, found: 0, unnoticed: 0, untyped: 0 }
      const worst: number[] = []
      for (let n = 0; n < flips / parts; n += 1) {
        const spoilt = Buffer.from(whole)
        const at = dice.below(spoilt.length)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << dice.below(8))
        const copy = join(folder, `spoilt-${part}.db`)
        for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
        writeFileSync(copy, spoilt)
        const outcome = await outcomeOf(() => sqliteStore(copy, { busyTimeoutMs: 1 }), before)
        count[outcome] += 1
        all.add(outcome)
        if (outcome === 'unnoticed' || outcome === 'untyped') worst.push(at)
      }
      console.log(`part ${part}:`, count)
      expect({ ...count, worst }).toMatchObject({ unnoticed: 0, untyped: 0, worst: [] })
      // else nothing was hit that matters
      expect(count.found + count.refused).toBeGreaterThan(0)
    },
  )
})
