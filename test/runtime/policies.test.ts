import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asP1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { collect } from './collect.ts'
import { changeTo } from './records.ts'
import { note, rig } from './rig.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-'))
})
afterEach(() => rm(folder, { recursive: true }))
const path = () => join(folder, 'terminals.db')

function ask(sql: string) {
  const database = new DatabaseSync(path())
  const rows = database.prepare(sql).all()
  database.close()
  return rows
}

describe('policies in SQLite', () => {
  it('are kept once for all lives that have one, and every life tells its own whole', async () => {
    const policy = { ...defaultPolicy, clocks: { ...defaultPolicy.clocks } }
    const { runtime, make, store, tell } = await rig({ store: sqliteStore(path()), policy })
    await tell(note('once'))
    // What a caller does to its own afterwards is of lives that are opened from now on.
    Object.assign(policy.clocks, { payoutDue: { amount: 9, unit: 'days' } })
    await make().open({
      ...terminal(),
      lifecycleId: 'life-2',
      terminalId: 'T-2',
      devices: terminal().devices.map((one) => ({ ...one, serial: `${one.serial}-2` })),
    })
    await tell(note('again'))
    expect(ask('SELECT digest FROM policy')).toHaveLength(2)
    expect(ask('SELECT body FROM journal').every(({ body }) => !String(body).includes('payoutDue'))).toBe(
      true,
    )
    for (const [id, clocks] of [
      ['life-1', defaultPolicy.clocks],
      ['life-2', policy.clocks],
    ] as const) {
      const [opening] = await collect(store.journal(id))
      expect((await store.load(id))?.record.context.policy.clocks).toEqual(clocks)
      expect(opening?.cause).toMatchObject({ policy: { clocks } })
    }
    expect(await runtime.audit()).toEqual([])
    expect(await collect(runtime.journal('life-1', asP1))).toHaveLength(3)
    await store.close()
  })

  it('are not taken for stored when the transaction that brought one was taken back', async () => {
    const store = sqliteStore(path())
    const change = await changeTo({}, 0)
    const strange = {
      ...(await changeTo({ lifecycleId: 'life-2', terminalId: 'T-2' }, 0)),
      lifecycleId: 'life-3',
    }
    await expect(store.commit([change, strange])).rejects.toMatchObject({ failure: 'inconsistent' })
    expect(await store.commit([change])).toEqual(['committed'])
    await store.close()
    const again = sqliteStore(path())
    expect((await again.load('life-1'))?.record.context.policy).toEqual(defaultPolicy)
    await again.close()
  })

  it('that are gone make a record that cannot be read, and no other', async () => {
    const { store } = await rig({ store: sqliteStore(path()) })
    await store.close()
    ask("UPDATE policy SET body = '{' RETURNING digest")
    const again = sqliteStore(path())
    await expect(again.load('life-1')).rejects.toMatchObject({ code: 'CORRUPT_RECORD', path: '/context' })
    await expect(collect(again.journal('life-1'))).rejects.toMatchObject({ path: '/journal/0' })
    await again.close()
  })
})
