import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { terminal } from '../support/samples.ts'
import { escalation, note, rig } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-audit-changes-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

/** A file with two lives that have been audited; then the first is told something. */
async function audited() {
  const path = join(folder, `${files++}.db`)
  const made = await rig({ store: sqliteStore(path) })
  const { runtime, tell, clock } = made
  await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
  await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
  clock.tick(60_000)
  const { mark, ...first } = await runtime.auditChanges(null)
  clock.tick(60_000)
  await tell(note('a'))
  await tell(escalation)
  const alter = (sql: string) => {
    const database = new DatabaseSync(path)
    const { changes } = database.prepare(sql).run()
    database.close()
    expect(changes).toBeGreaterThan(0)
  }
  return { ...made, alter, mark, first }
}

describe('an audit of what changed', () => {
  it('looks at every life first, and then at those alone that were told something since', async () => {
    const { runtime, mark, first, tell, clock } = await audited()
    expect(first).toEqual({ findings: [], audited: 2, since: null, more: false })
    clock.tick(60_000)
    const second = await runtime.auditChanges(mark)
    expect(second).toMatchObject({ findings: [], audited: 1, more: false })
    expect(second.since).not.toBeNull()
    expect(await runtime.auditChanges(second.mark)).toMatchObject({ audited: 0, mark: second.mark })
    await tell(note('b'))
    expect(await runtime.auditChanges(second.mark)).toMatchObject({ audited: 1 })
  })

  it.each([
    ['an altered entry', "UPDATE journal SET body = json_set(body, '$.cause.text', 'b') WHERE seq = 2"],
    [
      'an altered entry of long before',
      "UPDATE journal SET body = json_set(body, '$.at', 'x') WHERE seq = 0",
    ],
    ['a missing entry in the middle', 'DELETE FROM journal WHERE seq = 2'],
    ['a missing newest entry', "DELETE FROM journal WHERE seq = 3 AND lifecycle_id = 'life-1'"],
    ['all new entries missing', "DELETE FROM journal WHERE seq > 1 AND lifecycle_id = 'life-1'"],
    ['no entry at all', "DELETE FROM journal WHERE lifecycle_id = 'life-1'"],
    ['a missing record', "DELETE FROM record WHERE lifecycle_id = 'life-1'"],
    ['another head', "UPDATE record SET head = 'f' WHERE lifecycle_id = 'life-1'"],
    [
      'a record that was edited',
      "UPDATE record SET context = json_set(context, '$.identity.merchantName', 'x') WHERE lifecycle_id = 'life-1'",
    ],
    ['a lost order row', 'DELETE FROM work_order'],
    ['a lost row of the work list', "DELETE FROM work WHERE lifecycle_id = 'life-1'"],
    ['a lost timer row', 'DELETE FROM timer'],
    ['a damaged record', "UPDATE record SET context = '{' WHERE lifecycle_id = 'life-1'"],
    ['a damaged entry', "UPDATE journal SET body = '{' WHERE seq = 2"],
  ])('finds %s as a full audit does', async (_, sql) => {
    const { runtime, alter, mark } = await audited()
    alter(sql)
    const { findings } = await runtime.auditChanges(mark)
    const full = await runtime.audit({ lifecycleId: 'life-1' }).catch(() => [])
    expect(findings).toEqual(expect.arrayContaining([...full]))
    expect(findings.length).toBeGreaterThan(0)
  })

  it('looks at all lives where the entry at which it ended is missing, and says so', async () => {
    const { runtime, alter, mark, tell } = await audited()
    await tell(note('b'))
    alter("DELETE FROM journal WHERE lifecycle_id = 'life-2'")
    alter("UPDATE record SET changed_at = 0 WHERE lifecycle_id = 'life-2'")
    const { findings, audited: looked, since } = await runtime.auditChanges(mark)
    expect(findings[0]).toMatchObject({ lifecycleId: 'life-2', code: 'CHAIN_BROKEN' })
    expect(findings[0]?.detail).toContain('last audit')
    expect({ looked, since }).toEqual({ looked: 2, since: null })
  })

  it('says what it does not find: what is altered in a life that was told nothing', async () => {
    const { runtime, alter, mark, clock } = await audited()
    alter("UPDATE record SET head = 'f' WHERE lifecycle_id = 'life-2'")
    const { findings, since, audited: looked } = await runtime.auditChanges(mark)
    expect({ findings, looked }).toEqual({ findings: [], looked: 1 })
    expect(Date.parse(since ?? '')).toBeLessThan(Date.parse(clock.now()))
    expect(await runtime.audit()).toMatchObject([{ lifecycleId: 'life-2', code: 'CHAIN_BROKEN' }])
  })

  it('goes on in pieces, misses nothing that is told meanwhile, and counts no life twice in one', async () => {
    const { runtime, tell, clock } = await audited()
    await runtime.openAll(
      Array.from({ length: 1_100 }, (_, n) => ({
        input: terminal({ lifecycleId: `many-${String(n).padStart(4, '0')}`, terminalId: `N${n}` }),
      })),
    )
    let [mark, looked, calls]: [string | null, number, number] = [null, 0, 0]
    for (let more = true; more; calls += 1) {
      clock.tick(60_000)
      const answer = await runtime.auditChanges(mark, { limit: 400 })
      expect(answer.findings).toEqual([])
      mark = answer.mark
      more = answer.more
      looked += answer.audited
      if (calls === 0) await tell(note('meanwhile'))
    }
    expect(calls).toBe(3)
    // the first life was told something after it was looked at
    expect(looked).toBe(1_103)
    // what was told while it went on is looked at once more
    expect(await runtime.auditChanges(mark)).toMatchObject({ audited: 1 })
  })

  it('goes on in pieces, and finds what was told and taken out again between two of them', async () => {
    const { runtime, alter, tell, clock } = await audited()
    await runtime.openAll(
      Array.from({ length: 1_100 }, (_, n) => ({
        input: terminal({ lifecycleId: `many-${n}`, terminalId: `N${n}` }),
      })),
    )
    let { mark, more } = await runtime.auditChanges(null, { limit: 400 })
    clock.tick(60_000)
    await tell(note('taken out'))
    alter(
      "DELETE FROM journal WHERE lifecycle_id = 'life-1' AND seq = (SELECT max(seq) FROM journal WHERE lifecycle_id = 'life-1')",
    )
    const found: string[] = []
    for (let pieces = 0; more || pieces < 3; pieces += 1) {
      clock.tick(60_000)
      const answer = await runtime.auditChanges(mark, { limit: 400 })
      found.push(...answer.findings.map(({ lifecycleId }) => lifecycleId))
      mark = answer.mark
      more = answer.more
    }
    expect(found).toContain('life-1')
  })

  it.each(['', 'life-1/3', '|life-1/3', 'yesterday||life-1/3', `||${'x'.repeat(999)}/1`])(
    'refuses what is no mark (%#)',
    async (after) => {
      const { runtime } = await rig()
      await expect(runtime.auditChanges(after)).rejects.toMatchObject({
        issues: [{ path: '/after', code: 'CURSOR_UNKNOWN' }],
      })
    },
  )
})
