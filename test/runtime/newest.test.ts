import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { step } from '../../src/machine/index.ts'
import { memoryStore, type Runtime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { type WorkRow, workOf } from '../../src/runtime/work-of.ts'
import { type LifecycleEvent, sealEntry } from '../../src/schemas/index.ts'
import { p1, sys } from '../support/people.ts'
import { changeTo } from './records.ts'
import { escalation, note, rig } from './rig.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-'))
})
afterEach(() => rm(folder, { recursive: true }))
const open = () => sqliteStore(join(folder, 'terminals.db'))

let told = 0
const tell = (runtime: Runtime, event: LifecycleEvent, actor = p1) => {
  told += 1
  return runtime.dispatch({ lifecycleId: 'life-1', commandId: `command-${told}`, actor, event })
}
describe('a record that a process has written itself', () => {
  it('is the one that is stored, whichever of two processes wrote last', async () => {
    const [one, other] = [await rig({ store: open() }), await rig({ store: open() })]
    for (const [writer, reader] of [
      [one, other],
      [other, one],
      [one, other],
    ] as const) {
      const answer = await tell(writer.runtime, note('whose turn it was'))
      expect(answer).toMatchObject({ accepted: true })
      expect(await reader.store.newest?.('life-1')).toEqual(await writer.store.load('life-1'))
      expect(await writer.store.newest?.('life-1')).toEqual(await writer.store.load('life-1'))
    }
    await one.store.close()
    await other.store.close()
  })

  it('refuses nothing that another process has made possible', async () => {
    const [one, other] = [await rig({ store: open() }), await rig({ store: open() })]
    await tell(one.runtime, note('this process knows the life'))
    const asked = await tell(other.runtime, escalation)
    const orderId = asked.accepted ? (asked.orders[0]?.orderId ?? '') : ''
    // Without a look at the file this process knows of no such order, and would say so for days.
    const ended = await tell(one.runtime, { type: 'order.confirmed', orderId }, sys)
    expect(ended).toMatchObject({ accepted: true, noop: false })
    await one.store.close()
    await other.store.close()
  })

  it('says nothing of the rows in the file once another process has written others', async () => {
    const [one, other] = [await rig({ store: open() }), await rig({ store: open() })]
    await tell(one.runtime, note('this process wrote the life'))
    await tell(other.runtime, {
      type: 'hold.placed',
      holdId: 'h-1',
      code: 'SYSTEM_MAINTENANCE',
      side: 'platform',
    })
    const stored = await other.store.load('life-1')
    if (!stored) expect.fail('it is not there')
    const event: LifecycleEvent = { type: 'hold.lifted', holdId: 'h-1' }
    const { record, head } = stored
    const answer = step(record, { commandId: 'lifted', at: record.at, actor: p1, event })
    if (!answer.accepted || !answer.entry) expect.fail('it was refused')
    // told to the store itself: nobody looked at the file before
    const entry = await sealEntry(answer.entry, head)
    const change = { lifecycleId: 'life-1', commandId: 'lifted', fingerprint: null, answer, entry, keptAt: 0 }
    expect(await one.store.commit([{ ...change, expectedVersion: record.version }])).toEqual(['committed'])
    const codes = (work: readonly WorkRow[]) => work.map(({ code }) => code).sort()
    expect(codes(await one.store.workOf('life-1'))).toEqual(codes(workOf(answer.record)))
    await one.store.close()
    await other.store.close()
  })

  it('is read anew when the file was put back from a copy', async () => {
    const store = open()
    await store.commit([await changeTo({}, 0)])
    expect((await store.newest?.('life-1'))?.head).toBe((await store.load('life-1'))?.head)
    const database = new DatabaseSync(join(folder, 'terminals.db'))
    database.exec(`UPDATE record SET head = '${'1'.repeat(64)}', context = '{'`)
    database.close()
    await expect(store.newest?.('life-1')).rejects.toMatchObject({ code: 'CORRUPT_RECORD' })
    await store.close()
  })

  it.each([
    ['SQLite', open],
    ['the memory store', memoryStore],
  ])('cannot be changed by whoever was given it: %s', async (_, made) => {
    const { runtime, store } = await rig({ store: made() })
    const answer = await tell(runtime, note('once'))
    if (!answer.accepted) expect.fail('it was refused')
    expect(() => Object.assign(answer.record.context.notes ?? {}, { other: 1 })).toThrow(TypeError)
    // The record itself is the caller's own; what stands in it is shared.
    Object.assign(answer.record, { version: 7 })
    expect((await store.newest?.('life-1'))?.record.version).toBe(1)
    await store.close()
  })

  it('is not one that was not stored', async () => {
    const store = open()
    await store.commit([await changeTo({}, 0)])
    const another = { ...(await changeTo({ agentId: 'agent-1' }, 0)), commandId: 'another' }
    expect(await store.commit([another])).toEqual(['conflict'])
    expect(await store.newest?.('life-1')).toEqual(await store.load('life-1'))
    await store.close()
  })
})
