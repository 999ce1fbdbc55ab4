// A small office for the guides: systems that a mock plays, a clock that stands still, a dozen people and one terminal.
import {
  type Actor,
  acquirerServices,
  bearer,
  createAcquirerClient,
  type LifecycleEvent,
  type LifecycleInput,
} from 'terminal-lifecycle'
import type { Duty } from 'terminal-lifecycle/domain'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createMockAcquirer, manualTime } from 'terminal-lifecycle/testing'

export const acquirerId = 'acquirer-1'
export const lifecycleId = 'life-1'

/** Time goes on only where a guide says so. */
export const time = manualTime('2026-03-02T09:00:00+08:00')

/** Host, settlement, terminal management and register of the acquirer. */
export const mock = createMockAcquirer({ clock: time.clock })
const systems = createAcquirerClient({
  baseUrl: 'https://acquirer.example/v1',
  auth: bearer('secret'),
  fetch: mock.fetch,
})

export const runtime = createRuntime({
  store: memoryStore(),
  services: acquirerServices(systems),
  clock: time.clock,
  environment: time.environment,
})

const staff = (personId: string, ...duties: Duty[]): Actor => ({
  ...{ role: 'provider', personId, duties },
  ...{ organisationId: acquirerId, acquirerId },
})
export const clerk = staff('clerk', 'intake')
export const reviewer = staff('reviewer', 'reviewer')
export const risk = staff('risk', 'risk')
export const cashier = staff('cashier', 'settlement')
export const manager = staff('manager', 'settlement', 'risk', 'workshop')
export const workshop = staff('workshop', 'workshop', 'technician')
export const custodian = staff('custodian', 'keyCustodian')
export const warehouse = staff('warehouse', 'warehouse')
export const operations = staff('operations', 'operations')
export const operationsLead = staff('operations-lead', 'operations')
export const owner: Actor = {
  ...{ role: 'merchant', personId: 'owner', duties: [] },
  ...{ organisationId: 'M-1', acquirerId },
}
export const host: Actor = {
  ...{ role: 'system', personId: 'host', duties: [] },
  ...{ organisationId: acquirerId, acquirerId },
}

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

/** The terminal that is spoken of: the one that was opened last. */
let current = lifecycleId

/** A shop with one device that is the provider's, and whatever else a guide needs. */
export const openShop = (more: Partial<LifecycleInput> = {}) => {
  current = more.lifecycleId ?? lifecycleId
  return runtime.open({
    lifecycleId,
    acquirerId,
    merchantId: 'M-1',
    terminalId: 'T-1',
    merchantName: '青禾便利店',
    merchantType: 'enterprise',
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
    openedBy: clerk,
    ...more,
  })
}

let told = 0

/** Tells one event, prints what was answered, and lets the office do what follows from it. */
export const tell = async (actor: Actor, event: LifecycleEvent): Promise<void> => {
  told += 1
  const answer = await runtime.dispatch({
    ...{ lifecycleId: current, commandId: `command-${told}` },
    ...{ actor, event },
  })
  const codes = answer.accepted ? [] : answer.blockers.map(({ code }) => code)
  console.log(
    `${answer.accepted ? '✓' : '✗'} ${actor.personId}: ${[event.type, ...new Set(codes)].join(' ')}`,
  )
  await runtime.drain()
}

/** The record as the office sees it. */
export const recordNow = async () => {
  const record = await runtime.get(current, { actor: host })
  if (!record) throw new Error(`${current} is not open`)
  return record
}
