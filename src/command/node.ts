import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sqliteDocuments } from '../backend/sqlite.ts'
import { systemEnvironment } from '../runtime/index.ts'
import { sqliteStore } from '../runtime/sqlite.ts'
import { sqliteDeliveries } from '../webhooks/sqlite.ts'
import { ends } from './context.ts'
import type { CommandHost, Home } from './host.ts'
import { makeFolder } from './node/folder.ts'
import { openRestoringIn } from './node/restoring.ts'
import { serveHere } from './node/serve.ts'
import { isThere } from './node/there.ts'
import { at } from './place.ts'
import { Unfit } from './unfit.ts'

const names = { store: 'terminals.db', documents: 'documents.db', deliveries: 'webhooks.db' } as const

const openHome: CommandHost['openHome'] = async (folder, { make, incomplete }) => {
  if (make) makeFolder(folder)
  const path = join(folder, names.store)
  if (!isThere(path, make) && !make) throw new Unfit('noData', path)
  const store = await at(path, () => sqliteStore(path, { incomplete }))
  /** Papers and deliveries are opened when they are copied: no other command reads them. */
  const copyOf = async (
    target: string,
    name: string,
    open: typeof sqliteDocuments | typeof sqliteDeliveries,
  ): Promise<readonly string[]> => {
    if (!isThere(join(folder, name))) return []
    const [from, to] = [join(folder, name), join(target, name)]
    const home = await at(from, () => open(from, { incomplete }))
    await at(to, () => home.backup(to)).finally(() => home.close())
    return [to]
  }
  /**
   * While all of it is in use, each file is copied at a moment of its own. So no copy may need what is younger than the copy of the records,
   * or the records what is younger than that of the papers: deliveries name records up to which they were planned, records name papers.
   */
  const backup: Home['backup'] = async (target) => {
    makeFolder(target)
    const deliveries = await copyOf(target, names.deliveries, sqliteDeliveries)
    const copy = join(target, names.store)
    await at(copy, () => store.backup(copy))
    return [...deliveries, copy, ...(await copyOf(target, names.documents, sqliteDocuments))]
  }
  const subscribers: Home['subscribers'] = async () => {
    const file = join(folder, names.deliveries)
    if (!isThere(file)) return []
    const deliveries = await at(file, () => sqliteDeliveries(file, { incomplete }))
    try {
      const ids = await deliveries.endpoints()
      return await Promise.all(
        ids.map(async (endpointId) => ({ endpointId, ...(await deliveries.standing(endpointId)) })),
      )
    } finally {
      await deliveries.close()
    }
  }
  let documents: ReturnType<typeof sqliteDocuments> | undefined
  const papers = () => {
    const file = join(folder, names.documents)
    if (isThere(file)) documents ??= sqliteDocuments(file, { incomplete })
    return documents
  }
  const close = async () => {
    await documents?.close()
    await store.close()
  }
  return { store, papers, subscribers, backup, close }
}

let isHeard = false

/**
 * Whoever reads a pipe may have read enough (`| head -1`): the work goes on, and nobody hears of it. Where the answer cannot be
 * written for another reason, such as a full disk, that is how the command ends.
 */
const heard = (stream: NodeJS.WriteStream): NodeJS.WriteStream => {
  if (isHeard) return stream
  isHeard = true
  for (const one of [process.stdout, process.stderr])
    one.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return
      process.once('exit', () => {
        process.exitCode = ends.failed
      })
      if (one === process.stdout) process.stderr.write(`${message}\n`)
    })
  return stream
}

/** What the system says of a file it has opened does not name it. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EISDIR') throw new Unfit('isFolder', path)
    throw message.includes(`'${path}'`) ? error : new Error(`${path}: ${message}`)
  }
}

/** It bears its name when it is whole; a file of that name stays. */
const writeWhole = async (path: string, text: string): Promise<void> => {
  if (existsSync(path)) throw new Unfit('exists', path)
  const part = `${path}.part`
  try {
    await writeFile(part, text)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    // Whoever reads it has never heard of the part; where that cannot be, its folder is not there.
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw Object.assign(error as Error, { path: isNowhere ? dirname(path) : path })
  }
}

/** This machine: its files through SQLite, its standard output. */
export const nodeHost: CommandHost = {
  print: (line) => heard(process.stdout).write(`${line}\n`),
  complain: (line) => heard(process.stderr).write(`${line}\n`),
  now: () => new Date(systemEnvironment.now()).toISOString(),
  // By its own name, which leads to it from wherever it was built to.
  version: createRequire(import.meta.url)('terminal-lifecycle/package.json').version,
  language: Intl.DateTimeFormat().resolvedOptions().locale,
  openHome,
  openRestoring: openRestoringIn(names),
  read: bytesOf,
  write: writeWhole,
  serve: (serving, started) =>
    serveHere({ ...serving, files: names, complain: nodeHost.complain }, started, (token) =>
      createHash('sha256').update(token).digest('hex'),
    ),
}
