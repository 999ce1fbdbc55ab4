import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors/index.ts'
import { isOf } from './failures.ts'

/** Of the header of a file: by what kind of journal it may be read, and our own version. (sqlite.org/fileformat2.html, 1.3) */
const place = { readVersion: 19, userVersion: 60, length: 100 } as const
const byWal = 2

const headerOf = (path: string): DataView | undefined => {
  const header = new Uint8Array(place.length)
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return readSync(file, header) === place.length ? new DataView(header.buffer) : undefined
  } catch {
    // Whatever is wrong with it, whoever opens it in earnest hears of it.
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Beside which SQLite keeps the WAL: a path may be a link to a file elsewhere. */
const realOf = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/** Which file it is: a copy is another one, whatever it is called. */
const identity = (path: string): string => String(statSync(path, { bigint: true }).ino)
const noteOf = (path: string): string => `${path}-turning`

/** Was this very file being opened or closed by somebody who came no further? */
const wasTurned = (path: string): boolean => {
  try {
    return readFileSync(noteOf(path), 'utf8') === identity(path)
  } catch {
    return false
  }
}

/** Where the file is; empty for one in memory. */
const pathOf = (database: DatabaseSync): string =>
  String(database.prepare("SELECT file FROM pragma_database_list WHERE name = 'main'").get()?.file ?? '')

/**
 * Changes the kind of journal. The header names a WAL a moment before it is there, and a moment after it has gone; who is killed
 * between the two leaves what looks like a copy that lacks its WAL, and lacks nothing. So it is said beside the file for as long.
 */
export function turning<Result>(database: DatabaseSync, work: () => Result): Result {
  const path = pathOf(database)
  if (path === '') return work()
  try {
    writeFileSync(noteOf(path), identity(path))
  } catch {
    // Where nothing may be written, or there is no room, nothing is changed either.
  }
  try {
    return work()
  } finally {
    rmSync(noteOf(path), { force: true })
  }
}

const lacksWal = (given: string, since: number): boolean => {
  const path = realOf(given)
  const header = headerOf(path)
  if (header?.getUint8(place.readVersion) !== byWal || header.getUint32(place.userVersion) < since)
    return false
  return !isThere(`${path}-wal`) && !wasTurned(path)
}

/** Half a second in all; only a file that looks incomplete is waited for. */
const looksInAll = 21
const waitHere = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
}

/**
 * Was the file taken away while somebody had it open? As long as it is in use its header names the WAL, which has the newest commits
 * and lies beside it; after a crash too. Who closes it last takes the name away.
 *
 * @param since the version of the tables from which on it is closed like that.
 * @throws StoreError `incomplete`; nothing has been opened yet.
 */
export function refuseWithoutWal(path: string, since = Number.POSITIVE_INFINITY, wait = waitHere): void {
  for (let looks = 1; lacksWal(path, since); looks += 1) {
    // Whoever closes it takes the WAL away first, and its name a moment later.
    if (looks === looksInAll) throw new StoreError('incomplete')
    wait()
  }
}

/** What this process has open. Held fast: closed by nobody but us, or the header would go on naming the WAL. */
const opened = new Set<DatabaseSync>()
let isWatched = false

/** A process that comes to its end without having closed its files leaves them whole all the same. */
export function closeAtEnd(database: DatabaseSync): void {
  opened.add(database)
  if (isWatched) return
  isWatched = true
  process.once('exit', () => {
    for (const one of opened) closeWhole(one)
  })
}

/** Closes it; the last to do so leaves one whole file. One that is closed stays so. */
export function closeWhole(database: DatabaseSync): void {
  opened.delete(database)
  try {
    turning(database, () => database.exec('PRAGMA journal_mode = DELETE'))
  } catch {
    // Somebody else has it open, and goes on needing the WAL.
  }
  try {
    database.close()
  } catch (error) {
    if (!isOf(error, 'ERR_INVALID_STATE')) throw error
  }
}
