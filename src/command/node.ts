import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sqliteDocuments } from '../backend/sqlite.ts'
import { systemEnvironment } from '../runtime/index.ts'
import { sqliteStore } from '../runtime/sqlite.ts'
import { sqliteDeliveries } from '../webhooks/sqlite.ts'
import type { CommandHost, Home } from './host.ts'
import { openRestoringIn } from './node/restoring.ts'
import { serveHere } from './node/serve.ts'
import { at } from './place.ts'

const names = { store: 'terminals.db', documents: 'documents.db', deliveries: 'webhooks.db' } as const

const openHome: CommandHost['openHome'] = async (folder, { make, incomplete }) => {
  if (make) mkdirSync(folder, { recursive: true })
  const path = join(folder, names.store)
  if (!make && !existsSync(path)) throw new Error(`There is no ${path}: name its folder with --data`)
  const store = await at(path, () => sqliteStore(path, { incomplete }))
  /** Papers and deliveries are opened when they are copied: no other command reads them. */
  const backup: Home['backup'] = async (target) => {
    mkdirSync(target, { recursive: true })
    const copy = join(target, names.store)
    await at(copy, () => store.backup(copy))
    const copied = [copy]
    for (const [name, open] of [
      [names.documents, sqliteDocuments],
      [names.deliveries, sqliteDeliveries],
    ] as const) {
      if (!existsSync(join(folder, name))) continue
      const [from, to] = [join(folder, name), join(target, name)]
      const home = await at(from, () => open(from, { incomplete }))
      await at(to, () => home.backup(to)).finally(() => home.close())
      copied.push(to)
    }
    return copied
  }
  let documents: ReturnType<typeof sqliteDocuments> | undefined
  const papers = () => {
    const file = join(folder, names.documents)
    if (existsSync(file)) documents ??= sqliteDocuments(file, { incomplete })
    return documents
  }
  const close = async () => {
    await documents?.close()
    await store.close()
  }
  return { store, papers, backup, close }
}

/** This machine: its files through SQLite, its standard output. */
export const nodeHost: CommandHost = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date(systemEnvironment.now()).toISOString(),
  language: Intl.DateTimeFormat().resolvedOptions().locale,
  openHome,
  openRestoring: openRestoringIn(names),
  read: (path) => createReadStream(path),
  write: (path, text) => writeFile(path, text, { flag: 'wx' }),
  serve: (serving, started) =>
    serveHere({ ...serving, files: names, complain: nodeHost.complain }, started, (token) =>
      createHash('sha256').update(token).digest('hex'),
    ),
}
