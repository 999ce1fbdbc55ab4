import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from 'terminal-lifecycle'
import { createRuntime, type Runtime, type Store } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { type Listening, listen } from 'terminal-lifecycle/server/node'
import { type MockAcquirerServer, serveMockAcquirer } from 'terminal-lifecycle/testing/node'
import { changeEvents, webhookHandler } from 'terminal-lifecycle/webhooks'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { silentServices } from '../support/world.ts'
import { life } from './a-case.ts'
import { type Project, projectOf, type Running } from './project.ts'

const acquirerId = 'acquirer-1'
const risk: Actor = {
  ...{ role: 'provider', personId: 'risk-1', organisationId: acquirerId, acquirerId },
  duties: ['risk'],
}
/** With whose eyes the subscriber reads. */
const portal: Actor = {
  ...{ role: 'merchant', personId: 'portal-1', organisationId: life.merchantId, acquirerId },
  duties: [],
}
const clock = { now: () => new Date().toISOString() }
const SUBSCRIBER_KEY = `whsec_${btoa(crypto.randomUUID())}`

/** A subscriber that does not answer its first message. */
const subscriber = async () => {
  const heard: { id: string; version: number }[] = []
  const handler = webhookHandler({
    ...{ keys: [SUBSCRIBER_KEY], clock, events: changeEvents },
    receive: async ({ id, event }) => {
      if ('version' in event.data) heard.push({ id, version: event.data.version as number })
      if (heard.length === 1) await new Promise(() => {})
    },
  })
  return { heard, server: await listen(handler) }
}

/** Orders of which somebody heard that they were carried out: whoever was ended had not, so that it was asked about once more. */
const confirmedIn = async (store: Store): Promise<readonly string[]> => {
  const ids: string[] = []
  for await (const { cause } of store.journal('life-1'))
    if ('type' in cause && cause.type === 'order.confirmed') ids.push(cause.orderId)
  return ids
}

describe('The example of a worker, from the packed package', () => {
  let project: Project
  let worker: Running
  let systems: MockAcquirerServer
  let receiver: { heard: { id: string; version: number }[]; server: Listening }
  let store: Store
  let office: Runtime
  const start = () =>
    project.start('main.ts', {
      ...{ SUBSCRIBER_KEY, SUBSCRIBER_URL: 'https://portal.example.com/hooks', LEASE_MS: '2000' },
      ...{ SYSTEMS_URL: systems.baseUrl, RECEIVER_URL: receiver.server.url, HEALTH_MS: '200' },
    })
  const lastHealth = () => {
    const lines = worker.output().trim().split('\n')
    const said = lines.map((line) => JSON.parse(line) as { what: string; about: unknown })
    return said.findLast(({ what }) => what === 'health')?.about
  }

  beforeAll(async () => {
    project = projectOf('worker')
    systems = await serveMockAcquirer()
    receiver = await subscriber()
  })
  afterAll(async () => {
    await worker?.end('SIGKILL')
    await store?.close()
    await systems.close()
    await receiver.server.close()
    project.remove()
  })

  it('compiles against the declarations of the package, which are checked too', () => {
    expect(project.types()).toBe('')
  })

  it('does not start for a subscriber inside the house, and says which one', async () => {
    const env = { SUBSCRIBER_KEY, SUBSCRIBER_URL: 'https://127.0.0.1/hooks' }
    await expect(project.start('main.ts', env)).rejects.toThrow('/endpoints/0/url')
  })

  it('ends at once when it is told to and has nothing to do', async () => {
    worker = await project.start('main.ts')
    expect(await worker.end('SIGTERM')).toBe(0)
    expect(worker.output()).toMatch(/"what":"ended".*\n$/)
  })

  it('is told to end in the middle of an order: it ends at once, and the next one asks what became of it', async () => {
    const own = projectOf('worker')
    onTestFinished(own.remove)
    const slow = await serveMockAcquirer()
    onTestFinished(() => slow.close())
    slow.mock.faults([{ kind: 'hold', operation: 'disableAcceptance', times: 1 }])
    const startOwn = () => own.start('main.ts', { SYSTEMS_URL: slow.baseUrl, HEALTH_MS: '200' })
    const begun = await startOwn()
    const records = sqliteStore(join(own.folder, 'data', 'terminals.db'))
    onTestFinished(() => records.close())
    const desk = createRuntime({ store: records, services: silentServices, clock })
    await desk.open({ ...life, openedBy: risk })
    const event = { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' } as const
    await desk.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: risk, event })
    const effects = () => slow.mock.effects().filter(({ operation }) => operation === 'disableAcceptance')
    await expect.poll(() => effects().length).toBe(1)
    expect(await begun.end('SIGTERM')).toBe(0)
    expect(begun.output()).toMatch(/"what":"ended".*\n$/)
    const left = await records.waiting('life-1')
    expect(left).toContainEqual(expect.objectContaining({ kind: 'disableAcceptance', attempts: 1 }))

    slow.mock.release()
    const again = await startOwn()
    const acceptance = async () => (await desk.get('life-1', { actor: risk }))?.context.status.acceptance
    await expect.poll(acceptance).toBe('off')
    expect(effects()).toMatchObject([{ count: 1 }])
    await expect.poll(() => confirmedIn(records)).toContain(effects()[0]?.key)
    expect(await again.end('SIGTERM')).toBe(0)
  })

  it('is killed in the middle of an order and of a webhook, and does each of them again', async () => {
    copyFileSync(join(import.meta.dirname, 'local-transport.ts'), join(project.folder, 'transport.ts'))
    systems.mock.faults([{ kind: 'hold', operation: 'disableAcceptance', times: 1 }])
    store = sqliteStore(join(project.folder, 'data', 'terminals.db'))
    office = createRuntime({ store, services: silentServices, clock })
    worker = await start()
    await office.open({ ...life, openedBy: risk })
    const event = { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' } as const
    await office.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: risk, event })
    const done = () => systems.mock.effects().map(({ operation }) => operation)
    await expect.poll(done).toContain('disableAcceptance')
    await expect.poll(() => receiver.heard.length).toBe(1)
    expect(await worker.end('SIGKILL')).toBeNull()
    systems.mock.release()

    worker = await start()
    const acceptance = async () => {
      const record = await office.get('life-1', { actor: risk })
      return record?.context.status.acceptance
    }
    await expect.poll(acceptance).toBe('off')
    const effects = systems.mock.effects()
    expect(effects.filter(({ count }) => count !== 1)).toEqual([])
    const { key = '' } = effects.find(({ operation }) => operation === 'disableAcceptance') ?? {}
    await expect.poll(() => confirmedIn(store)).toContain(key)
  })

  it('tells the subscriber every change, that which got no answer under its old id', async () => {
    const readable = async () => {
      const { changes } = await office.changesPage(null, { actor: portal, limit: 100 })
      return changes.map(({ version }) => version)
    }
    const heard = () => [...new Set(receiver.heard.map(({ version }) => version))].toSorted((a, b) => a - b)
    const missing = async () => (await readable()).filter((version) => !heard().includes(version))
    await expect.poll(missing).toEqual([])
    expect(heard()).toEqual(await readable())
    const [first] = receiver.heard
    expect(receiver.heard.filter(({ id }) => id === first?.id).length).toBeGreaterThan(1)
  })

  it('says that nothing waits', async () => {
    await expect.poll(lastHealth).toMatchObject({
      runtime: { reachable: true, oldestOrder: null, breakers: [], unreadable: [] },
      outbox: { reachable: true, endpoints: [{ endpointId: 'portal-1', waiting: 0, givenUp: 0 }] },
    })
    expect(await worker.end('SIGTERM')).toBe(0)
  })
})
