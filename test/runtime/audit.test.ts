import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Store } from '../../src/runtime/store.ts'
import { asP1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { escalation, note, rig } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

/** A file with one record of four entries, an order that failed once and a running clock. */
async function withFile() {
  const path = join(folder, `${files++}.db`)
  const made = await rig({
    store: sqliteStore(path),
    services: { openTicket: () => Promise.reject(new Error('down')) },
  })
  await made.tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
  await made.tell(note('a'))
  await made.tell(escalation)
  await made.runtime.drain()
  const alter = (sql: string) => {
    const database = new DatabaseSync(path)
    const { changes } = database.prepare(sql).run()
    database.close()
    expect(changes).toBeGreaterThan(0)
  }
  return { ...made, alter }
}

describe('audit', () => {
  it('finds nothing in what the runtime has written', async () => {
    const { runtime } = await withFile()
    expect(await runtime.audit()).toEqual([])
  })

  it.each([
    [
      'an altered entry',
      "UPDATE journal SET body = json_set(body, '$.cause.text', 'b') WHERE seq = 2",
      'CHAIN_BROKEN',
    ],
    ['a missing entry in the middle', 'DELETE FROM journal WHERE seq = 1', 'CHAIN_BROKEN'],
    [
      'a missing newest entry',
      'DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)',
      'CHAIN_BROKEN',
    ],
    ['an entry that continues another', 'UPDATE journal SET prev_hash = hash WHERE seq = 2', 'CHAIN_BROKEN'],
    ['another head', "UPDATE record SET head = 'f'", 'CHAIN_BROKEN'],
    [
      'a record that was edited',
      "UPDATE record SET context = json_set(context, '$.identity.merchantName', 'x')",
      'FOLD_DIFFERS',
    ],
    ['a lost order row', 'DELETE FROM work_order', 'WORK_DIFFERS'],
    [
      'an order row too many',
      "INSERT INTO work_order (order_id, lifecycle_id, kind) VALUES ('life-1/9/9', 'life-1', 'payOut')",
      'WORK_DIFFERS',
    ],
    ['an order row of another kind', "UPDATE work_order SET kind = 'openTickez'", 'WORK_DIFFERS'],
    ['an order row that says it is parked', 'UPDATE work_order SET parked = 1', 'WORK_DIFFERS'],
    ['a number that nobody can have written', 'UPDATE work_order SET attempts = 1 << 60', 'UNREADABLE'],
    ['a lost row of the work list', "DELETE FROM work WHERE viewer = 'merchant'", 'WORK_DIFFERS'],
    ['a row of the work list with another owner', "UPDATE work SET owner = 'system'", 'WORK_DIFFERS'],
    ['a lost timer row', 'DELETE FROM timer', 'WORK_DIFFERS'],
    ['a timer row with another instant', "UPDATE timer SET due = '2030-01-01T00:00:00Z'", 'WORK_DIFFERS'],
    ['an order that fails and fails', 'UPDATE work_order SET attempts = 20', 'ORDER_STUCK'],
    ['a damaged record', "UPDATE record SET context = '{'", 'UNREADABLE'],
    [
      'a record without one of its parts',
      "UPDATE record SET context = json_remove(context, '$.status')",
      'UNREADABLE',
    ],
    ['a state that there is not', `UPDATE record SET value = '{"live":"flying"}'`, 'UNREADABLE'],
    ['a damaged entry', "UPDATE journal SET body = '{' WHERE seq = 1", 'UNREADABLE'],
    ['a record of the future', 'UPDATE record SET format = 9', 'UNREADABLE'],
    [
      'a record that breaks an invariant',
      "UPDATE record SET context = json_set(context, '$.payoutAccount', json_object('token', 't', 'name', 'n', 'enteredBy', 'p1', 'verifiedBy', 'p1', 'changedAt', '2026-03-02T09:00:00Z'))",
      'INVARIANT_VIOLATED',
    ],
  ])('finds %s', async (_, sql, code) => {
    const { runtime, alter } = await withFile()
    alter(sql)
    const findings = await runtime.audit()
    expect(findings.map((finding) => [finding.lifecycleId, finding.code])).toContainEqual(['life-1', code])
    expect(findings.every(({ detail }) => detail.length > 10)).toBe(true)
  })

  it('goes on past a record that cannot be read; so does whoever looks for records, and both name it', async () => {
    const { runtime, alter, failures } = await withFile()
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    alter("UPDATE record SET head = 'f'")
    alter("UPDATE record SET context = json_remove(context, '$.status') WHERE lifecycle_id = 'life-1'")
    const findings = await runtime.audit()
    expect(findings.map(({ lifecycleId, code }) => [lifecycleId, code])).toEqual([
      ['life-1', 'UNREADABLE'],
      ['life-2', 'CHAIN_BROKEN'],
    ])
    expect(findings[0]?.detail).toContain('/context/status')
    failures.length = 0
    expect((await runtime.find({}, asP1)).map(({ lifecycleId }) => lifecycleId)).toEqual(['life-2'])
    expect(failures).toMatchObject([{ lifecycleId: 'life-1', error: { path: '/context/status' } }])
  })

  it('counts whatever a record ends in as unreadable, and stops where the store fails', async () => {
    const { make, store } = await rig()
    await make().open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    const failing = (error: Error): Store => ({
      ...store,
      load: (id) => (id === 'life-1' ? Promise.reject(error) : store.load(id)),
    })
    const foreign = new TypeError('Cannot read properties of undefined')
    const findings = await make({ store: failing(foreign) }).audit()
    expect(findings).toMatchObject([{ lifecycleId: 'life-1', code: 'UNREADABLE' }])
    expect(findings[0]?.detail).not.toContain('undefined')
    const down = make({ store: failing(new StoreError('unavailable')) })
    await expect(down.audit()).rejects.toMatchObject({ code: 'STORE_FAILED' })
  })

  it('finds a deadline that nobody has fired, and gives it the time it is given', async () => {
    const { runtime, clock, record } = await withFile()
    const dues = Object.values((await record()).context.deadlines)
      .filter(({ status }) => status === 'running')
      .map(({ due }) => Date.parse(due))
    clock.tick(Math.max(...dues) - Date.parse(clock.now()) + 30 * 60_000)
    const last = (findings: readonly { code: string }[]) =>
      findings.filter(({ code }) => code === 'DEADLINE_OVERDUE').length
    expect(last(await runtime.audit())).toBe(dues.length - 1)
    expect(last(await runtime.audit({ overdueMs: 60_000 }))).toBe(dues.length)
  })

  it('looks at one life where one is named, and knows whether there is one', async () => {
    const { runtime, alter } = await withFile()
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    alter("UPDATE record SET head = 'f'")
    const found = (await runtime.audit({ lifecycleId: 'life-2' })).map(({ lifecycleId }) => lifecycleId)
    expect(found).toEqual(['life-2'])
    await expect(runtime.audit({ lifecycleId: 'life-9' })).rejects.toMatchObject({
      issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }],
    })
  })

  it('looks only at lives that were told something since an instant', async () => {
    const { runtime, alter, clock } = await withFile()
    clock.tick(60_000)
    const since = clock.now()
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    alter("UPDATE record SET head = 'f'")
    expect((await runtime.audit({ since })).map(({ lifecycleId }) => lifecycleId)).toEqual(['life-2'])
    expect(new Set((await runtime.audit({})).map(({ lifecycleId }) => lifecycleId)).size).toBe(2)
    await expect(runtime.audit({ since: 'yesterday' })).rejects.toMatchObject({
      issues: [{ path: '/since', code: 'INVALID_FORMAT' }],
    })
  })

  it('goes through more records than it reads at a time', async () => {
    const { runtime, alter } = await withFile()
    await runtime.openAll(
      Array.from({ length: 1_050 }, (_, n) => ({
        input: terminal({ lifecycleId: `many-${n}`, terminalId: `T${n}` }),
      })),
    )
    alter("UPDATE record SET head = 'f'")
    const ids = new Set((await runtime.audit()).map(({ lifecycleId }) => lifecycleId))
    expect(ids.size).toBe(1_051)
  })

  it('says nothing false while somebody writes', async () => {
    const { runtime, tell } = await withFile()
    const writing = (async () => {
      for (let n = 0; n < 30; n += 1) await tell(note(`${n}`))
    })()
    for (let n = 0; n < 10; n += 1) expect(await runtime.audit()).toEqual([])
    await writing
  })
})
