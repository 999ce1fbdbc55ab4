import { type AcquirerClientOptions, bearer, createAcquirerClient } from '../../../src/client/index.ts'
import { createRuntime, memoryStore, type Runtime, type RuntimeOptions } from '../../../src/runtime/index.ts'
import { throughRestate } from '../../../src/runtime/restate.ts'
import { manualTime } from '../../../src/testing/index.ts'
import { createOutbox, memoryDeliveries, type OutboxOptions } from '../../../src/webhooks/index.ts'
import { note } from '../../runtime/rig.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'

export const clock = testClock()
export const environment = manualTime().environment
const base = { baseUrl: 'https://acquirer.example/v1', auth: bearer('t') }
export const client = (options: Partial<AcquirerClientOptions>) =>
  createAcquirerClient({ ...base, ...options })
export const answering = (): ReturnType<typeof client> =>
  client({ fetch: async () => Response.json({ items: [], nextCursor: null }) })
export const runtime = (options: Partial<RuntimeOptions> = {}): Runtime =>
  createRuntime({ store: memoryStore(), services: silentServices, clock, ...options })
export const opened = async (): Promise<Runtime> => {
  const made = runtime()
  await made.open(terminal())
  return made
}
export const first = async (items: AsyncIterable<unknown>) => {
  for await (const item of items) return item
  return undefined
}
export const restate = (from: Runtime = runtime()) =>
  throughRestate(from, { store: memoryStore(), url: 'http://127.0.0.1:1' })
export const reader = { actor: p1 }
export const life = 'life-1'
export const command = { lifecycleId: life, commandId: 'c-1', actor: p1, event: note('n') }
export const keys = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G']
export const outbox = (options: Partial<OutboxOptions>) =>
  createOutbox({
    ...{ runtime: runtime(), deliveries: memoryDeliveries(), environment, endpoints: [] },
    transport: { send: async () => ({ kind: 'failed', code: 'TIMEOUT' }) },
    ...options,
  })
export const message = { headers: {}, body: '' } as never
export const request = () => new Request('https://acquirer.example/v1', { method: 'POST', body: 'x' })
export const signed = { keys: [], clock }
export const paper = {
  type: 'business_licence',
  mediaType: 'application/pdf',
  name: 'p',
  content: new Uint8Array(1),
}
