import { createRuntime, type RuntimeOptions, type Store } from '../../../src/runtime/index.ts'
import { terminalLifecycleObject, throughRestate } from '../../../src/runtime/restate.ts'
import { silentServices } from '../../support/world.ts'
import { newHome } from '../postgres/homes.ts'
import { type RestateServer, startRestate } from './restate-server.ts'
import { loadSdk, serveObjects } from './sdk.ts'

/** A server, a service with the object, a PostgreSQL home, and a runtime that goes through all of them. */
export async function restateRig(options: Partial<RuntimeOptions> = {}) {
  const home = newHome()
  const server = await startRestate()
  const sdk = await loadSdk()
  const settings = { services: silentServices, ...options, store: home.store }
  const service = await serveObjects(sdk, [terminalLifecycleObject(sdk, settings)])
  await server.register(service.port)
  const plain = createRuntime(settings)
  const runtime = throughRestate(plain, { store: home.store, url: server.ingress })
  return {
    ...{ server, sdk, plain, runtime, store: home.store as Store, settings },
    /** The disk of the server is lost; the service is told to the new one. */
    async emptyServer() {
      await server.empty()
      await server.register(service.port)
    },
    /** All rows as they are now, to be put back later. */
    copyRecords: () => copyOf(home),
    scheduled: () => scheduled(server),
    quiet: () => quiet(server),
    async close() {
      await server.stop()
      service.close()
      await home.store.close()
    },
  }
}

/** A back-up of PostgreSQL, within it. */
async function copyOf({ pool, schema }: Pick<ReturnType<typeof newHome>, 'pool' | 'schema'>) {
  const { rows } = await pool.query('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema])
  const names = rows.map(({ name }) => String(name))
  await pool.query(`CREATE SCHEMA ${schema}_copy`)
  for (const name of names) await pool.query(`CREATE TABLE ${schema}_copy.${name} AS TABLE ${schema}.${name}`)
  return {
    async putBack() {
      await pool.query(`TRUNCATE ${names.map((name) => `${schema}.${name}`).join(', ')}`)
      for (const name of names)
        await pool.query(
          `INSERT INTO ${schema}.${name} OVERRIDING SYSTEM VALUE SELECT * FROM ${schema}_copy.${name}`,
        )
      await pool.query(`DROP SCHEMA ${schema}_copy CASCADE`)
    },
  }
}

/** What waits for its time, by handler. */
export const scheduled = (server: RestateServer) =>
  server.query(
    `SELECT id, target_service_key AS key, target_handler_name AS handler FROM sys_invocation WHERE status = 'scheduled' ORDER BY handler, id`,
  )

/** Until nothing is under way but what waits for its time. */
export async function quiet(server: RestateServer): Promise<void> {
  for (;;) {
    const [row] = await server.query(
      `SELECT count(*) AS busy FROM sys_invocation WHERE status <> 'scheduled' AND status <> 'completed'`,
    )
    if (Number(row?.busy) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
