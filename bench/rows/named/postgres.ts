/**
 * The rows of `runtime` over a PostgreSQL server that is started for them, against what `pg` itself needs for the same rows and
 * against a SQLite file, in the same run.
 *
 *   npm run bench -- postgres
 */
import { join } from 'node:path'
import { type PgPool, postgresStore } from '../../../src/runtime/postgres.ts'
import { sqliteStore } from '../../../src/runtime/sqlite.ts'
import type { Store } from '../../../src/runtime/store.ts'
import { startCluster } from '../../../test/runtime/postgres/cluster.ts'
import { openPool } from '../../../test/runtime/postgres/pg.ts'
import { type Cost, type Row, timed } from '../../compare.ts'
import { temporaryFolder } from '../../folder.ts'
import { benchRuntime, newLives, openAll, tellAll } from '../../lives.ts'
import { learn } from '../../references/learnt.ts'
import { rawPostgres } from '../../references/raw-postgres.ts'

const connections = 8
const [few, many] = [12, 72]
const rounds = 3

const folder = temporaryFolder()
const cluster = await startCluster()
// It ends with this process, which nobody asks to say good-bye.
process.on('exit', () => process.kill(cluster.pid, 'SIGINT'))
const pool: PgPool = openPool(cluster.url, { max: connections })
const raw = await rawPostgres(pool)
const written = {
  [few]: await learn(newLives(few), join(folder, 'few.db')),
  [many]: await learn(newLives(many), join(folder, 'many.db')),
}

const tellRaw = (lives: number, callers: number) => async (): Promise<Cost> => {
  const all = written[lives] ?? []
  await raw.open(all)
  return timed(() => raw.tell(all, callers))
}
const tellTo = (store: Store, count: number, callers: number) => {
  const runtime = benchRuntime(store)
  return async (): Promise<Cost> => {
    const lives = newLives(count)
    await openAll(runtime, lives)
    return timed(() => tellAll(runtime, lives, callers))
  }
}

// A machine that does other things too stands still for seconds.
const postgres = postgresStore(pool, { busyTimeoutMs: 60_000 })
const sqlite = sqliteStore(join(folder, 'runtime.db'))
const common = { by: 'wall', rounds } as const

export const rows: readonly Row[] = [
  {
    ...{ ...common, name: 'PostgreSQL beside pg, one caller, time for each command', budget: 3 },
    reference: 'raw pg, same rows, one commit each',
    candidate: tellTo(postgres, few, 1),
    control: tellRaw(few, 1),
  },
  {
    ...{ ...common, name: 'PostgreSQL beside pg, 64 callers, time for each command', budget: 4 },
    reference: `raw pg, ${connections} connections, same rows, one commit each`,
    candidate: tellTo(postgres, many, 64),
    control: tellRaw(many, connections),
  },
  {
    ...{ ...common, name: 'PostgreSQL beside SQLite, one caller, time for each command', budget: 5 },
    reference: 'the same over a SQLite file',
    candidate: tellTo(postgres, few, 1),
    control: tellTo(sqlite, few, 1),
  },
  {
    ...{ ...common, name: 'PostgreSQL beside SQLite, 64 callers, time for each command', budget: 5 },
    reference: 'the same over a SQLite file',
    candidate: tellTo(postgres, many, 64),
    control: tellTo(sqlite, many, 64),
  },
]
