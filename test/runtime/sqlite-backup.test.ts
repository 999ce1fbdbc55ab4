import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { closeWhole, refuseWithoutWal } from '../../src/runtime/sqlite/whole.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { note } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const runtimeOver = (path: string) => {
  const store = sqliteStore(path)
  return { store, runtime: createRuntime({ store, services: silentServices }) }
}
const versionIn = async (path: string, lifecycleId: string) => {
  const { store, runtime } = runtimeOver(path)
  const record = await runtime.get(lifecycleId, asP1)
  const findings = await runtime.audit()
  await store.close()
  return { version: record?.version, findings }
}

describe('a back-up of a file that this process and another one write to', () => {
  it('is of one moment, whole, and has all that was acknowledged before', async () => {
    const path = at('busy.db')
    const { store, runtime } = runtimeOver(path)
    await runtime.openAll(
      ['own', 'other', 'shared'].map((lifecycleId, n) => ({
        input: terminal({ lifecycleId, terminalId: `T${n}` }),
      })),
    )
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'feed-child.ts'), path, 'other', 'Infinity'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    let acknowledged = 0
    let isDone = false
    const writing = (async () => {
      while (!isDone) {
        const answer = await runtime.dispatch({
          ...{ lifecycleId: 'own', actor: p1, event: note('on and on') },
          commandId: `own-${acknowledged}`,
        })
        // a record takes so many notes and no more
        if (!answer.accepted) return
        acknowledged = answer.record.version
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    })()
    let whileCopied = 0
    try {
      for (let n = 0; n < 10; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        const [before, copy] = [acknowledged, at(`copy-${n}.db`)]
        await store.backup(copy)
        whileCopied += acknowledged - before
        expect(existsSync(`${copy}-wal`)).toBe(false)
        const { version = -1, findings } = await versionIn(copy, 'own')
        expect(findings).toEqual([])
        expect(version).toBeGreaterThanOrEqual(before)
        expect(version).toBeLessThanOrEqual(acknowledged)
      }
      // else nothing went on while it was made
      expect(whileCopied).toBeGreaterThan(0)
      expect(child.exitCode).toBeNull()
    } finally {
      isDone = true
      child.kill()
      await Promise.allSettled([writing, once(child, 'exit')])
    }
    // and the control: the file alone lacks what the WAL holds
    copyFileSync(path, at('control.db'))
    const database = at('control.db')
    await expect((async () => versionIn(database, 'own'))()).rejects.toMatchObject({ failure: 'incomplete' })
    await store.close()
  })

  it('leaves a file of that name alone, and nothing behind when it fails', async () => {
    const { store } = runtimeOver(at('some.db'))
    await store.backup(at('once.db'))
    await expect(store.backup(at('once.db'))).rejects.toMatchObject({
      code: 'STORE_FAILED',
      failure: 'exists',
    })
    await expect(store.backup(at('none/there.db'))).rejects.toMatchObject({ failure: 'unavailable' })
    expect(existsSync(at('none'))).toBe(false)
    await store.close()
  })

  it('is made of papers, of deliveries and of what is in memory alone, too', async () => {
    const documents = sqliteDocuments(at('documents.db'))
    const deliveries = sqliteDeliveries(at('webhooks.db'))
    const memory = sqliteStore(':memory:')
    for (const [home, copy] of [
      [documents, 'documents-copy.db'],
      [deliveries, 'webhooks-copy.db'],
      [memory, 'memory-copy.db'],
    ] as const) {
      await home.backup(at(copy))
      await home.close()
    }
    await sqliteDocuments(at('documents-copy.db')).close()
    await sqliteDeliveries(at('webhooks-copy.db')).close()
    await sqliteStore(at('memory-copy.db')).close()
  })
})

describe('a file whose WAL is not beside it', () => {
  const opened = async (path: string) => {
    const { store, runtime } = runtimeOver(path)
    await runtime.open(terminal())
    return store
  }

  it('is found out when it is opened, and opened all the same by who says so', async () => {
    const path = at('in-use.db')
    const store = await opened(path)
    copyFileSync(path, at('copied.db'))
    expect(() => sqliteStore(at('copied.db'))).toThrow(expect.objectContaining({ failure: 'incomplete' }))
    // it was not touched
    expect(existsSync(at('copied.db-wal'))).toBe(false)
    await sqliteStore(at('copied.db'), { incomplete: 'accept' }).close()
    // and is whole as it is from then on
    await sqliteStore(at('copied.db')).close()
    await store.close()
  })

  it('is none that is opened by another name: its WAL lies beside the file that the name leads to', async () => {
    mkdirSync(at('elsewhere'))
    const path = at('elsewhere/named.db')
    const store = await opened(path)
    symlinkSync(path, at('current.db'))
    await sqliteStore(at('current.db')).close()
    // of a copy the name says nothing either
    copyFileSync(path, at('elsewhere/copy.db'))
    symlinkSync(at('elsewhere/copy.db'), at('copy.db'))
    expect(() => sqliteStore(at('copy.db'))).toThrow(expect.objectContaining({ failure: 'incomplete' }))
    await store.close()
  })

  it('is none where another process is about to close it', async () => {
    const path = at('closing.db')
    const store = await opened(path)
    copyFileSync(path, at('moment.db'))
    let waits = 0
    // the moment between the two steps of closing, held until the third look
    refuseWithoutWal(at('moment.db'), 1, () => {
      waits += 1
      if (waits === 2) closeWhole(new DatabaseSync(at('moment.db')))
    })
    expect(waits).toBe(2)
    await store.close()
  })

  it('is none where it was closed, by the last of several, or copied with it', async () => {
    const path = at('closed.db')
    const [store, other] = [await opened(path), sqliteStore(path)]
    await store.close()
    copyFileSync(path, at('with.db'))
    copyFileSync(`${path}-wal`, at('with.db-wal'))
    await sqliteStore(at('with.db')).close()
    await other.close()
    copyFileSync(path, at('after.db'))
    expect((await versionIn(at('after.db'), 'life-1')).version).toBe(0)
    expect((await versionIn(at('with.db'), 'life-1')).version).toBe(0)
  })

  it.each([
    ['comes to its end', '', 0],
    ['leaves by process.exit', 'process.exit(4)', 4],
    ['falls over an error', 'throw new Error()', 1],
  ])('is none where a process %s without having closed it', async (_, end, code) => {
    const path = at(`ended-${code}.db`)
    const sqlite = join(import.meta.dirname, '..', '..', 'src', 'runtime', 'sqlite.ts')
    const script = `
      const { sqliteStore } = await import(${JSON.stringify(sqlite)})
      await sqliteStore(process.argv[1]).lifecycleIds('', 1)
      ${end}`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, path])
    expect(await once(child, 'exit')).toEqual([code, null])
    await sqliteStore(path).close()
  })

  it('is none where it was opened by a process that died', async () => {
    const path = at('died.db')
    await (await opened(path)).close()
    const script = `
      const { DatabaseSync } = await import('node:sqlite')
      const database = new DatabaseSync(process.argv[1])
      database.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = ' + database.prepare('PRAGMA user_version').get().user_version)
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, path])
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    await sqliteStore(path).close()
  })
})
