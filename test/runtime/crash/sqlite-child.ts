import { DatabaseSync } from 'node:sqlite'
import { prepareDatabase } from '../../../src/runtime/sqlite/database.ts'
import { storeOver } from '../../../src/runtime/sqlite/store.ts'
import { dyingAt, fromArguments } from './dying.ts'
import { playOn } from './scenario.ts'

// Plays to the end, or until it kills itself. What SQLite makes durable is the end of a transaction, or how the file is kept.
const { home, point, ...playing } = fromArguments(process.argv.slice(2))
const reach = dyingAt(point)

class Mortal extends DatabaseSync {
  override exec(sql: string): void {
    const isDurable = /^(COMMIT|PRAGMA (journal_mode|wal_checkpoint))/.test(sql)
    if (isDurable) reach('before')
    super.exec(sql)
    if (isDurable) reach('after')
  }
}

const database = new Mortal(home)
prepareDatabase(database)
const store = storeOver(database)
await playOn(store, { ...playing, acted: () => reach('effect') })
await store.close()
