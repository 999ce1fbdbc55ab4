import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { assertInvariants } from 'terminal-lifecycle/machine'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createMockAcquirer, manualTime, signTestWebhook } from 'terminal-lifecycle/testing'
import { verifyWebhook } from 'terminal-lifecycle/webhooks'
import { afterEach, beforeEach, expect, it } from 'vitest'

const acquirerId = 'acquirer-1'
const person = { role: 'provider', personId: 'p1', organisationId: acquirerId, acquirerId } as const
const risk = { ...person, duties: ['risk'] } as const
const terminalRef = `${acquirerId}:M-1:T-1`

const time = manualTime('2026-03-02T09:00:00+08:00')
const mock = createMockAcquirer({ clock: time.clock })
mock.setTerminal(terminalRef, { unsettled: 50_000 })
const beginning = mock.snapshot()

const begin = async () => {
  const client = createAcquirerClient({
    baseUrl: 'https://acquirer.example/v1',
    auth: bearer('secret'),
    fetch: mock.fetch,
    retry: { delay: 0 },
  })
  const runtime = createRuntime({
    store: memoryStore(),
    services: acquirerServices(client),
    clock: time.clock,
    environment: time.environment,
  })
  await runtime.open({
    lifecycleId: 'life-1',
    acquirerId,
    merchantId: 'M-1',
    terminalId: 'T-1',
    merchantName: '青禾便利店',
    merchantType: 'enterprise',
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
    openedBy: risk,
  })
  return runtime
}

beforeEach(() => mock.reset(beginning))
// What has not hit anything has shown nothing.
afterEach(() => expect(mock.unspent()).toEqual([]))

it('stops selling although the answer of the host is lost', async () => {
  const runtime = await begin()
  mock.play('reply-dropped-after-commit', { operation: 'disableAcceptance', times: 2 })
  const event = { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' } as const
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: risk, event })
  await runtime.drain()

  const record = await runtime.get('life-1', { actor: risk })
  expect(record?.context.status.acceptance).toBe('off')
  expect(mock.effects().every(({ count }) => count === 1)).toBe(true)
  if (record) assertInvariants(record)
})

it('hears by a signed webhook what an acquirer tells later', async () => {
  const keys = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']
  const data = { lifecycleId: 'life-1', serial: 'SN-1', where: 'in the cellar' }
  const { body, headers } = await signTestWebhook({ type: 'device.found', data }, { keys, clock: time.clock })
  // Send both to your own endpoint, as they are; it verifies them like this.
  const heard = await verifyWebhook({ body, headers }, { keys, clock: time.clock })
  expect(heard).toMatchObject({ ok: true, event: { type: 'device.found' } })
})
