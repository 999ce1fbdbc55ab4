// The acquirer of the suite: the real back end in memory, behind msw and whatever goes wrong.
import { setupServer } from 'msw/node'
import { type Actor, acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend, memoryDocuments } from 'terminal-lifecycle/backend'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createAcquirerHandler } from 'terminal-lifecycle/server'
import { createMockAcquirer, faulty, manualTime } from 'terminal-lifecycle/testing'
import { mswHandlers } from 'terminal-lifecycle/testing/msw'

const acquirerId = 'acquirer-1'
const merchantId = '898440354110001'
export const clerk: Actor = {
  role: 'provider',
  personId: 'clerk-1',
  organisationId: acquirerId,
  acquirerId,
  duties: ['intake', 'risk'],
}
const owner: Actor = {
  role: 'merchant',
  personId: 'owner-1',
  organisationId: merchantId,
  acquirerId,
  duties: [],
}

export const openAcquirer = async () => {
  const { clock, environment } = manualTime('2026-03-02T09:00:00+08:00')
  const mock = createMockAcquirer({ clock })
  const systems = createAcquirerClient({
    baseUrl: 'https://systems.example/v1',
    auth: bearer('secret'),
    fetch: mock.fetch,
  })
  const documents = memoryDocuments()
  const services = acquirerServices(systems)
  const runtime = createRuntime({ store: memoryStore(), services, papers: documents, clock, environment })
  await runtime.open({
    lifecycleId: 'life-1',
    acquirerId,
    merchantId,
    terminalId: '10000001',
    merchantName: '青禾便利店',
    merchantType: 'enterprise',
    devices: [{ serial: '271-540-386', owner: 'provider', tenancy: 'sole' }],
    openedBy: clerk,
  })
  const backend = createBackend(runtime, { documents, clock })
  const handler = createAcquirerHandler(backend, { side: 'portal', authenticate: () => owner })
  const portal = faulty(handler, { clock, side: 'portal' })
  const server = setupServer(...mswHandlers(portal.handle, { side: 'portal' }))
  // Every call that nobody answers is a mistake of the suite.
  server.listen({ onUnhandledFrame: 'error' })
  // As your portal makes it, one for each test: it refuses a key that it has sent with something else. Pauses between attempts
  // would only hold up the suite.
  const client = createAcquirerClient({
    baseUrl: 'https://acquirer.example/v1',
    auth: bearer('secret'),
    retry: { delay: 0 },
  })
  return { runtime, portal, client, close: () => server.close() }
}
