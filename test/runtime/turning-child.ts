// Opens a file and closes it, and is killed at one of the two moments at which its header names a WAL that is not there.
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { sqliteStore } from '../../src/runtime/sqlite.ts'

const die = () => process.kill(process.pid, 'SIGKILL')

if (isMainThread) {
  const [, , path = '', moment] = process.argv
  if (moment === 'opening') {
    const { exec } = DatabaseSync.prototype
    DatabaseSync.prototype.exec = function (text) {
      exec.call(this, text)
      if (text === 'PRAGMA journal_mode = WAL') die()
    }
  }
  const store = sqliteStore(path)
  if (moment === 'closing') {
    const watcher = new Worker(import.meta.filename, { workerData: `${path}-wal` })
    await new Promise((resolve) => watcher.once('message', resolve))
  }
  await store.close()
} else {
  const { parentPort } = await import('node:worker_threads')
  parentPort?.postMessage('watching')
  while (existsSync(workerData));
  die()
}
