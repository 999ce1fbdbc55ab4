import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteDocuments } from '../../backend/sqlite.ts'
import { StoreError } from '../../errors/index.ts'
import { sqliteStore } from '../../runtime/sqlite.ts'
import { sqliteDeliveries } from '../../webhooks/sqlite.ts'
import type { CommandHost } from '../host.ts'
import { at } from '../place.ts'
import { Unfit } from '../unfit.ts'
import { makeFolder } from './folder.ts'
import { isThere } from './there.ts'

export interface FileNames {
  readonly store: string
  readonly documents: string
  readonly deliveries: string
}

/**
 * Records are written into a file of another name, which no server opens; it gets its own when all is there, papers and
 * deliveries included. Who was killed finds it, and goes on with it.
 */
export const openRestoringIn =
  (names: FileNames): CommandHost['openRestoring'] =>
  async (folder, from, { incomplete }) => {
    const backup = join(from, names.store)
    if (!isThere(backup)) throw new Unfit('notThere', backup)
    const [path, part] = [join(folder, names.store), join(folder, `${names.store}.restoring`)]
    const isBegun = existsSync(part)
    const others = [names.documents, names.deliveries]
    const copied = others.filter((name) => isThere(join(from, name)))
    const taken = isBegun ? [names.store] : [names.store, ...others]
    await at(folder, () => {
      if (taken.some((name) => existsSync(join(folder, name)))) throw new StoreError('occupied')
    })
    makeFolder(folder)
    const source = await at(backup, () => sqliteStore(backup, { incomplete }))
    const target = await at(part, () => sqliteStore(part))
    let isClosed = false
    const close = async () => {
      if (isClosed) return
      isClosed = true
      await Promise.all([source.close(), target.close()])
    }
    return {
      ...{ source, target, close },
      async finish() {
        const written = [path]
        for (const [name, open] of [
          [names.documents, sqliteDocuments],
          [names.deliveries, sqliteDeliveries],
        ] as const) {
          if (!copied.includes(name)) continue
          written.push(join(folder, name))
          // A copy bears its name when it is whole: then an earlier call has made it.
          if (existsSync(join(folder, name))) continue
          const [old, copy] = [join(from, name), join(folder, name)]
          const home = await at(old, () => open(old, { incomplete }))
          await at(copy, () => home.backup(copy)).finally(() => home.close())
        }
        await close()
        renameSync(part, path)
        return written
      },
    }
  }
