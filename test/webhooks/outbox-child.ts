import { appendFileSync, existsSync, writeSync } from 'node:fs'
import { createRuntime, systemEnvironment } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { createOutbox, type Transport } from '../../src/webhooks/index.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { silentServices } from '../support/world.ts'
import { cursorFirst } from './failing-deliveries.ts'
import { endpoint } from './outbox-rig.ts'

// Sends all there is to send, and ends; each line says what has happened before it was printed.
const [records = '', deliveriesAt = '', received = '', worker = '', leaseMs = '', kind = ''] =
  process.argv.slice(2)
const environment = systemEnvironment
const say = (line: string) => writeSync(1, `${line}\n`)

/** The receiver: keeps what it got, takes its time to answer. */
const transport: Transport = {
  async send({ headers, body }) {
    const { data } = JSON.parse(body)
    const name = `${headers['webhook-id']} ${data.lifecycleId}/${data.version} ${worker}`
    appendFileSync(received, `begun ${name}\n`)
    say('sending')
    await environment.sleep(2)
    appendFileSync(received, `ended ${name}\n`)
    return { kind: 'answered', status: 204 }
  },
}

const file = sqliteDeliveries(deliveriesAt, { environment })
const between = async () => {
  say('planning')
  await environment.sleep(20)
}
const runtime = createRuntime({ store: sqliteStore(records), services: silentServices })
const outbox = createOutbox({
  ...{ runtime, transport, environment, worker, leaseMs: Number(leaseMs), pollMs: 20 },
  deliveries: kind === 'cursor-first' ? cursorFirst(file, between) : file,
  endpoints: [endpoint()],
  mostWaiting: 8,
})
say('ready')
while (kind === 'together' && !existsSync(`${received}.go`)) await environment.sleep(2)
const done = new AbortController()
const running = outbox.run({ signal: done.signal })
for (let idle = 0; idle < 3; ) {
  await environment.sleep(60)
  const { cursor, waiting } = await file.standing('portal')
  idle = waiting === 0 && cursor?.startsWith('last/') ? idle + 1 : 0
}
done.abort()
await running
say('done')
