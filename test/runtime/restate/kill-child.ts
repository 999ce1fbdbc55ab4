import { orderKinds } from '../../../src/domain/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { terminalLifecycleObject } from '../../../src/runtime/restate.ts'
import type { Call, Services } from '../../../src/schemas/index.ts'
import { openPool } from '../postgres/pg.ts'
import { loadSdk, serveObjects } from './sdk.ts'

// The service with the object, until it is killed. `keyless`: the other side is not told under which key it is asked.
const [url = '', schema = '', acquirer = '', port = '', keyless = ''] = process.argv.slice(2)

const carriedOut = async (kind: string, params: unknown, { idempotencyKey, identity, signal }: Call) => {
  const purpose = JSON.stringify([identity.lifecycleId, kind, params])
  const body = JSON.stringify({ key: keyless ? null : idempotencyKey, purpose })
  const response = await fetch(`http://127.0.0.1:${acquirer}`, { method: 'POST', body, signal })
  return response.json()
}
const services = Object.fromEntries(
  orderKinds.map((kind) => [kind, (params: unknown, call: Call) => carriedOut(kind, params, call)]),
) as unknown as Services

const sdk = await loadSdk()
const store = postgresStore(openPool(url, { max: 10 }), { schema })
await serveObjects(sdk, [terminalLifecycleObject(sdk, { store, services })], Number(port))
console.log('ready')
