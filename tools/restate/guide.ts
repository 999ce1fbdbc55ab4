import { createServer } from 'node:http2'
import * as restate from '@restatedev/restate-sdk'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { type PgPool, postgresStore } from 'terminal-lifecycle/runtime/postgres'
import { terminalLifecycleObject, throughRestate } from 'terminal-lifecycle/runtime/restate'
import type { Services } from 'terminal-lifecycle/schemas'

/** The service: Restate calls it whenever there is something to do for a life. */
export function serve(pool: PgPool, services: Services) {
  const object = terminalLifecycleObject(restate, { store: postgresStore(pool), services })
  const handler = restate.createEndpointHandler({ services: [object] })
  return createServer(handler).listen(9080, '127.0.0.1')
}

/** Whoever opens, tells and reads: a back end, a console, an import. */
export function runtimeFor(pool: PgPool, services: Services) {
  const store = postgresStore(pool)
  return throughRestate(createRuntime({ store, services }), { store, url: 'http://127.0.0.1:8080' })
}
