import { writeSync } from 'node:fs'
import { orderKinds } from '../../../src/domain/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { terminalLifecycleObject } from '../../../src/runtime/restate.ts'
import type { Call, Services } from '../../../src/schemas/index.ts'
import { dyingAt, moments } from '../crash/dying.ts'
import { openPool } from '../postgres/pg.ts'
import { through } from '../postgres/through.ts'
import { loadSdk, serveObjects } from './sdk.ts'

// The service with the object, until it is killed or kills itself at its point. `keyless`: the other side is not told under which
// key it is asked.
const [url = '', schema = '', acquirer = '', port = '', keyless = '', moment = '', nth = ''] =
  process.argv.slice(2)
const reach = dyingAt({ moment: moments.find((one) => one === moment) ?? 'before', nth: Number(nth) })

const carriedOut = async (kind: string, params: unknown, { idempotencyKey, identity, signal }: Call) => {
  const purpose = JSON.stringify([identity.lifecycleId, kind, params])
  const body = JSON.stringify({ key: keyless ? null : idempotencyKey, purpose })
  const response = await fetch(`http://127.0.0.1:${acquirer}`, { method: 'POST', body, signal })
  const reports = await response.json()
  // At once, so that whoever waits for the end of this process knows what it had done.
  writeSync(1, `acted ${idempotencyKey}\n`)
  reach('effect')
  return reports
}
const services = Object.fromEntries(
  orderKinds.map((kind) => [kind, (params: unknown, call: Call) => carriedOut(kind, params, call)]),
) as unknown as Services

const sdk = await loadSdk()
const pool = through(openPool(url, { max: 10 }), async (text, ask) => {
  const isEnd = text === 'COMMIT'
  if (isEnd) reach('before')
  const result = await ask()
  if (isEnd) reach('after')
  return result
})
const store = postgresStore(pool, { schema })
await serveObjects(sdk, [terminalLifecycleObject(sdk, { store, services })], Number(port))
writeSync(1, 'ready\n')
