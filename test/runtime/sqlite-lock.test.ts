import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { manualEnvironment } from './manual-environment.ts'
import { changesTo, changeTo, order } from './records.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))
const path = () => join(folder, 'terminals.db')

/** Another process holds the write lock of the file. */
async function lockedByAnotherProcess() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-child.ts'), path()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return async () => {
    const ended = once(child, 'exit')
    child.stdin.end()
    await ended
  }
}

/** Another connection of this process holds it. */
function locked() {
  const database = new DatabaseSync(path())
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('BEGIN IMMEDIATE')
  return () => {
    database.exec('COMMIT')
    database.close()
  }
}

/** So many turns of the event loop, five milliseconds apart. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5))
}

const at = '2026-03-02T10:00:00+08:00'
const claim = { worker: 'w1', now: 0, at, leaseUntil: 1_000, room: { openTicket: 9, timers: 9 } }

describe('a file whose write lock another process holds', () => {
  it('is waited for while the event loop goes on, and written when it is free', async () => {
    const store = sqliteStore(path())
    await store.commit([await changeTo({ orders: [order('life-1/0/1')] })])
    const free = await lockedByAnotherProcess()
    const events: string[] = []
    const told = (name: string) => () => events.push(name)
    const writes = [
      store.commit([await changeTo({ lifecycleId: 'life-2' })]).then(told('committed')),
      store.claim(claim).then(told('claimed')),
    ]
    await turns(200)
    expect(await store.load('life-1')).toMatchObject({ record: { version: 0 } })
    events.push('the loop has turned 200 times')
    await free()
    await Promise.all(writes)
    expect(events[0]).toBe('the loop has turned 200 times')
    expect(events.toSorted()).toEqual(['claimed', 'committed', 'the loop has turned 200 times'])
    await store.close()
  })

  it('can be opened, and read at once where it is ours already', async () => {
    const first = sqliteStore(path())
    await first.commit([await changeTo({})])
    await first.close()
    const free = await lockedByAnotherProcess()
    const store = sqliteStore(path())
    expect(await store.load('life-1')).toMatchObject({ record: { version: 0 } })
    await free()
    await store.close()
  })

  it('is prepared by the first call that gets through where it is new', async () => {
    const free = await lockedByAnotherProcess()
    const store = sqliteStore(path())
    let isRead = false
    const read = store.load('life-1').then(() => {
      isRead = true
    })
    await turns(20)
    expect(isRead).toBe(false)
    await free()
    await read
    expect(await store.commit([await changeTo({})])).toEqual(['committed'])
    await store.close()
  })

  it('is given up when the time for it is over, and what was to be stored can be sent again', async () => {
    const environment = manualEnvironment()
    const store = sqliteStore(path(), { busyTimeoutMs: 300, environment })
    const free = locked()
    const change = await changeTo({})
    const verdict = expect(store.commit([change])).rejects.toMatchObject({ failure: 'busy', retryable: true })
    await turns(3)
    await environment.advance(299)
    expect(environment.sleepers.size).toBe(1)
    await environment.advance(25)
    await verdict
    free()
    expect(await store.commit([change])).toEqual(['committed'])
    await store.close()
  })

  it('lets nobody wait longer because others wait before them', async () => {
    const environment = manualEnvironment()
    const store = sqliteStore(path(), { busyTimeoutMs: 300, environment })
    const free = locked()
    let givenUp = 0
    for (const change of await changesTo({}, {}, {})) {
      store.commit([change]).catch(() => {
        givenUp += 1
      })
    }
    await turns(3)
    await environment.advance(301)
    expect(givenUp).toBe(3)
    free()
    await store.close()
  })

  it('is written in the order in which this process asked, however long each has paused', async () => {
    const pauses = [0.9, 0.1, 0.5]
    const environment = { ...manualEnvironment(), random: () => pauses.shift() ?? 0 }
    const store = sqliteStore(path(), { environment })
    const free = locked()
    const writes = (await changesTo({}, {}, {})).map((change) => store.commit([change]))
    await turns(3)
    free()
    for (let step = 0; step < 20; step += 1) await environment.advance(0.1)
    expect((await Promise.all(writes)).flat()).toEqual(['committed', 'committed', 'committed'])
    await store.close()
  })
})
