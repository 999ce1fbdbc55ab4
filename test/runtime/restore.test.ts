import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryStore, restoreStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sealEntry } from '../../src/schemas/index.ts'
import { asP1, sys } from '../support/people.ts'
import { statusRead } from '../support/samples.ts'
import { collect } from './collect.ts'
import { changeTo } from './records.ts'
import { benchLives, dyingAt, pictureOf } from './restoring.ts'
import { escalation, note, rig } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-restore-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const path = () => join(folder, `${files++}.db`)

describe('A restoration', () => {
  it.each([
    ['memory', 'SQLite', () => memoryStore(), () => sqliteStore(path())],
    ['SQLite', 'memory', () => sqliteStore(path()), () => memoryStore()],
  ])('puts all of %s into %s: records, journals, order of commits, work', async (_, __, from, to) => {
    const [source, target] = [from(), to()]
    await benchLives(source, 4)
    const told: string[] = []
    const onProgress = ({ doing }: { doing: string }) => told.push(doing)
    const restored = await restoreStore(source, target, { onProgress })
    expect(restored).toMatchObject({ lives: 4, flawed: [], differing: [] })
    const picture = await pictureOf(target)
    expect(picture).toEqual(await pictureOf(source))
    expect(restored.entries).toBe(picture.changes?.length)
    // Whoever goes on asks first what became of each: it may have been tried after the back-up.
    expect((await source.waiting()).some(({ attempts }) => attempts === 0)).toBe(true)
    expect((await target.waiting()).every(({ attempts }) => attempts > 0)).toBe(true)
    expect(told).toContain('writing')
    await Promise.all([source.close(), target.close()])
  })

  it('goes on where it was killed, at whatever commit, and writes nothing twice', async () => {
    const source = memoryStore()
    await benchLives(source, 4)
    const expected = await pictureOf(source)
    for (const commit of [0, 1, 2]) {
      const target = memoryStore()
      await expect(restoreStore(source, dyingAt(target, commit))).rejects.toThrow('killed')
      const begun = (await pictureOf(target)).changes?.length ?? 0
      expect(begun).toBe(Math.min(commit * 50, expected.changes?.length ?? 0))
      const { entries } = await restoreStore(source, target)
      expect(entries + begun).toBe(expected.changes?.length)
      expect(await pictureOf(target)).toEqual(expected)
      expect((await restoreStore(source, target)).entries).toBe(0)
    }
  })

  it('refuses a store that holds anything else, and leaves it alone', async () => {
    const source = memoryStore()
    await benchLives(source, 2)
    const [other, further] = [memoryStore(), memoryStore()]
    await other.commit([await changeTo({})])
    await restoreStore(source, further)
    await further.commit([await changeTo({ lifecycleId: 'life-x' })])
    for (const target of [other, further]) {
      const before = await pictureOf(target)
      await expect(restoreStore(source, target)).rejects.toMatchObject({
        code: 'STORE_FAILED',
        failure: 'occupied',
      })
      expect(await pictureOf(target)).toEqual(before)
    }
  })

  it('lets the run go on: answers are given again, reports known, orders tried on under their keys', async () => {
    const services = { openTicket: () => Promise.reject(new Error('down')) }
    const made = await rig({ services })
    await made.tell(escalation)
    await made.runtime.drain()
    const reading = statusRead('on', made.clock.now())
    await made.tell(reading, sys)
    const refused = await made.send({ type: 'hold.lifted', holdId: 'nobody' })
    expect(refused.accepted).toBe(false)
    expect(await made.send(reading, sys)).toMatchObject({ accepted: true, noop: true })
    const target = memoryStore()
    await restoreStore(made.store, target)
    expect(await target.waiting()).toMatchObject([{ attempts: 1 }])
    expect(await target.answers?.('life-1')).toEqual(
      expect.arrayContaining([...((await made.store.answers?.('life-1')) ?? [])]),
    )
    const again = await rig({ store: target, clock: made.clock, environment: made.environment })
    const asked = { lifecycleId: 'life-1', commandId: 'command-3', actor: asP1.actor }
    expect(
      await again.runtime.dispatch({ ...asked, event: { type: 'hold.lifted', holdId: 'nobody' } }),
    ).toEqual(refused)
    // another question under its id is noticed
    for (const commandId of ['command-3', 'command-4'])
      await expect(
        again.runtime.dispatch({ ...asked, commandId, event: note('other') }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await made.environment.advance(600_000)
    await again.runtime.drain()
    const keys = [...made.calls, ...again.calls].filter(({ kind }) => kind === 'openTicket')
    expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    expect(again.calls.map(({ attempt }) => attempt)).toEqual([2])
    expect(await again.runtime.audit()).toEqual([])
  })
})

describe('A restoration of what is damaged', () => {
  const spoilt = async (sql: string) => {
    const place = path()
    const source = sqliteStore(place)
    await benchLives(source, 4)
    const [first = '', second = ''] = await source.lifecycleIds('', 2)
    await source.close()
    const database = new DatabaseSync(place)
    const { changes } = database.prepare(sql).run({ id: first })
    database.close()
    expect(changes).toBeGreaterThan(0)
    return { source: sqliteStore(place), first, second }
  }

  it.each([
    [
      'an altered entry',
      "UPDATE journal SET body = json_set(body, '$.commandId', 'b') WHERE seq = 1 AND lifecycle_id = :id",
      'CHAIN_BROKEN',
      'cut',
      1,
    ],
    ['a missing entry', 'DELETE FROM journal WHERE seq = 2 AND lifecycle_id = :id', 'CHAIN_BROKEN', 'cut', 2],
    [
      'an entry that is no JSON',
      "UPDATE journal SET body = 'x' WHERE seq = 2 AND lifecycle_id = :id",
      'UNREADABLE',
      'cut',
      2,
    ],
    [
      'a record that was edited',
      "UPDATE record SET context = json_set(context, '$.identity.merchantName', 'x') WHERE lifecycle_id = :id",
      'FOLD_DIFFERS',
      'rebuilt',
      undefined,
    ],
    [
      'a record that is no JSON',
      "UPDATE record SET context = '{' WHERE lifecycle_id = :id",
      'UNREADABLE',
      'rebuilt',
      undefined,
    ],
    [
      'a record that is gone',
      'DELETE FROM record WHERE lifecycle_id = :id',
      'FOLD_DIFFERS',
      'rebuilt',
      undefined,
    ],
    [
      'an end that is gone',
      'DELETE FROM journal WHERE lifecycle_id = :id AND seq = (SELECT max(seq) FROM journal WHERE lifecycle_id = :id)',
      'CHAIN_BROKEN',
      'cut',
      undefined,
    ],
  ] as const)(
    'names a life with %s, leaves it out or takes of it what its journal tells',
    async (_, sql, code, did, entries) => {
      const { source, first, second } = await spoilt(sql)
      const [without, with_] = [memoryStore(), memoryStore()]
      const left = await restoreStore(source, without)
      expect(left.flawed).toMatchObject([{ lifecycleId: first, did: 'leftOut', entries: 0 }])
      expect(left.flawed[0]?.findings.map((finding) => finding.code)).toContain(code)
      expect(await without.has(first)).toBe(false)
      expect(await without.has(second)).toBe(true)
      const taken = await restoreStore(source, with_, { flawed: 'fromJournal' })
      expect(taken.flawed).toMatchObject([{ lifecycleId: first, did }])
      if (entries !== undefined) expect(taken.flawed[0]?.entries).toBe(entries)
      // whatever was taken agrees with itself
      const { runtime } = await rig({ store: with_ })
      expect((await runtime.audit()).filter(({ code: found }) => found !== 'DEADLINE_OVERDUE')).toEqual([])
      expect((await restoreStore(source, without)).flawed).toMatchObject([{ did: 'leftOut' }])
      await source.close()
    },
  )

  it('ends at an entry that does not continue the one before, however well each is sealed', async () => {
    const place = path()
    const source = sqliteStore(place)
    await benchLives(source, 2)
    const [first = ''] = await source.lifecycleIds('', 1)
    const entry = (await collect(source.journal(first)))[1] ?? expect.fail('no entry')
    await source.close()
    const { hash: _, prevHash, ...told } = entry
    const forged = await sealEntry({ ...told, commandId: 'forged' }, prevHash)
    const database = new DatabaseSync(place)
    const body = JSON.stringify({ ...told, commandId: 'forged' })
    database
      .prepare('UPDATE journal SET body = ?, hash = ? WHERE lifecycle_id = ? AND seq = 1')
      .run(body, forged.hash, first)
    database.close()
    const spoiltSource = sqliteStore(place)
    const { flawed } = await restoreStore(spoiltSource, memoryStore(), { flawed: 'fromJournal' })
    expect(flawed).toMatchObject([{ lifecycleId: first, did: 'cut', entries: 2 }])
    await spoiltSource.close()
  })
})
