import { mkdirSync } from 'node:fs'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend } from 'terminal-lifecycle/backend'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { systemEnvironment } from 'terminal-lifecycle/runtime'
import type { Call, ServiceAnswer } from 'terminal-lifecycle/schemas'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createOutbox } from 'terminal-lifecycle/webhooks'
import { nodeTransport } from 'terminal-lifecycle/webhooks/node'
import { sqliteDeliveries } from 'terminal-lifecycle/webhooks/sqlite'
import { describeNotice } from 'terminal-lifecycle/words'
import { openHome } from './home.ts'
import { houseSystem, merchantsOnly } from './people.ts'
import { policy } from './policy.ts'
import { settings } from './settings.ts'

export const clock = { now: () => new Date().toISOString() }
export const onError = (error: unknown, about: object): void => console.error(about, error)

mkdirSync(settings.data, { recursive: true })
const file = (name: string): string => `${settings.data}/${name}.db`

/** Host, terminal management, settlement: they carry out what is ordered. */
const systems = createAcquirerClient({
  baseUrl: settings.systems?.url ?? 'https://mock.example/v1',
  auth: bearer(settings.systems?.token ?? 'token'),
  ...(!settings.systems && { fetch: createMockAcquirer({ clock }).fetch }),
})

const services = acquirerServices(systems, { clock })

export const documents = sqliteDocuments(file('documents'))
const deliveries = sqliteDeliveries(file('webhooks'))

const home = await openHome({
  services,
  papers: documents,
  policy,
  clock,
  ...(settings.parkAfter !== undefined && { parkAfter: settings.parkAfter }),
  onFailure: ({ error, ...about }) => onError(error, about),
})
export const { runtime } = home

/** What people do over HTTP: they file, upload, read and decide. */
export const backend = createBackend(runtime, { documents, clock, describeNotice })

/**
 * Asks the systems what became of an order that was given long ago, without giving it again, and tells the record what they say.
 * `false`: they say that it has not ended.
 */
export const askAgain = async (lifecycleId: string, orderId: string): Promise<boolean> => {
  const record = await runtime.get(lifecycleId, { actor: houseSystem })
  const order = record?.context.orders[orderId]
  if (!record || order?.status !== 'ordered') return true
  const { acquirerId, merchantId, terminalId, currency } = record.context.identity
  const service = services[order.kind] as (params: object, call: Call) => Promise<ServiceAnswer>
  const answer = await service(order.params, {
    orderId,
    idempotencyKey: orderId,
    // A second attempt asks for the result of the first.
    attempt: 2,
    identity: { lifecycleId, acquirerId, merchantId, terminalId, currency },
    orderedAt: order.orderedAt,
    signal: AbortSignal.timeout(10_000),
  })
  if ('pending' in answer) return false
  for (const [place, event] of answer.entries())
    await runtime.dispatch({ lifecycleId, commandId: `asked:${place}:${orderId}`, actor: houseSystem, event })
  return true
}

const [reader] = merchantsOnly
/** What happens to terminals, on its way to whoever wants to hear of it. */
const outbox = createOutbox({
  runtime,
  endpoints:
    settings.subscriber && reader
      ? [
          {
            id: 'portal-1',
            url: settings.subscriber.url,
            secrets: [settings.subscriber.key],
            actor: reader.actor,
          },
        ]
      : [],
  deliveries,
  transport: nodeTransport({ environment: systemEnvironment }),
  environment: systemEnvironment,
  onGivenUp: (delivery) => console.error('given up', delivery),
  onDisabled: (endpoint) => console.error('disabled', endpoint),
  onFailure: ({ error, ...about }) => onError(error, about),
})

/** Carries out orders, fires clocks and sends webhooks until it is told to end; what was begun comes to rest first. */
export const work = async (signal: AbortSignal): Promise<void> => {
  await Promise.all([home.run(signal), outbox.run({ signal })])
}

export const close = async (): Promise<void> => {
  for (const kept of [home, documents, deliveries]) await kept.close()
}
