import { describe, expect, it } from 'vitest'
import { memoryStore, restoreStore } from '../../../src/runtime/index.ts'
import { sqliteStore } from '../../../src/runtime/sqlite.ts'
import { benchLives, dyingAt, pictureOf } from '../restoring.ts'
import { escalation, rig } from '../rig.ts'
import { newHome } from './homes.ts'

describe('A move between homes', () => {
  it('goes from a file into PostgreSQL and back, and loses nothing on the way', async () => {
    const file = sqliteStore(':memory:')
    await benchLives(file, 6)
    const { store } = newHome()
    await expect(restoreStore(file, dyingAt(store, 1))).rejects.toThrow('killed')
    expect(await restoreStore(file, store)).toMatchObject({ lives: 6, flawed: [], differing: [] })
    const expected = await pictureOf(file)
    expect(await pictureOf(store)).toEqual(expected)
    const back = sqliteStore(':memory:')
    expect(await restoreStore(store, back)).toMatchObject({ lives: 6, flawed: [], differing: [] })
    expect(await pictureOf(back)).toEqual(expected)
    await expect(restoreStore(memoryStore(), store)).rejects.toMatchObject({ failure: 'occupied' })
    await Promise.all([file.close(), store.close(), back.close()])
  })

  it('takes kept answers along, and how often each order was tried', async () => {
    const made = await rig({ services: { openTicket: () => Promise.reject(new Error('down')) } })
    await made.tell(escalation)
    await made.runtime.drain()
    await made.send({ type: 'hold.lifted', holdId: 'nobody' })
    const { store } = newHome()
    await restoreStore(made.store, store)
    expect(await store.waiting()).toEqual(await made.store.waiting())
    const byCommand = (one: { commandId: string }, other: { commandId: string }) =>
      one.commandId < other.commandId ? -1 : 1
    const kept = async (home: typeof store) => [...((await home.answers?.('life-1')) ?? [])].sort(byCommand)
    expect(await kept(store)).toEqual(await kept(made.store))
    await store.close()
  })
})
