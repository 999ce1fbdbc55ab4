import { type LifecycleInput, openRecord } from '../../src/machine/index.ts'
import { m1 } from './people.ts'
import { cny, serial, start, terminal } from './samples.ts'

const before = (days: number) => new Date(Date.parse(start) - days * 86_400_000).toISOString()
type Device = LifecycleInput['devices'][number]
type Deposit = NonNullable<LifecycleInput['deposits']>[number]
type Hold = NonNullable<LifecycleInput['holds']>[number]
type Transaction = NonNullable<LifecycleInput['transactions']>[number]

const agent = { agentId: 'agent-1', tasks: ['applications', 'devices', 'tests', 'technicalHolds'] } as const
const own: Device = { serial, owner: 'agent', tenancy: 'sole' }
const pledge = (differs: Partial<Deposit> = {}): Deposit => ({
  ...{ depositId: 'deposit-1', kind: 'device_pledge', amount: cny(200_000), heldBy: 'acquirer-1' },
  ...differs,
})
const refund = (status: 'ordered' | 'confirmed' | 'failed' | 'returned') =>
  terminal({
    deposits: [pledge({ refunds: { 'old-1': { amount: 5_000, excess: 0, status, reference: 'r-1' } } })],
  })
const hidden = (code: Hold['code'], ...caps: NonNullable<Hold['caps']>): LifecycleInput =>
  terminal({
    holds: [
      { holdId: 'unseen', code, caps, disclosure: 'hidden', until: before(5) },
      { holdId: 'seen', code: 'ACCOUNT_ARREARS' },
    ],
  })
const stuck = (kind: Transaction['kind'], from: string | null, accepted: boolean): LifecycleInput => {
  const resolution = { handling: 'void', proposedBy: m1, accepted }
  const item = { ref: 'hotel', kind, state: 'authorised', amount: cny(900), occurredAt: before(4) } as const
  return terminal({ transactions: [{ ...item, serial: from, test: false, resolution }] })
}
const cracked = (damageCause: 'human' | 'undetermined'): LifecycleInput => {
  const inspection = { condition: 'damaged', incomplete: true, damageCause, sealBreach: null } as const
  const seen = { custody: 'inspected', receivedAt: before(3), inspection } as const
  return terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole', ...seen }] })
}

/** What somebody else began and did not finish: money, papers, holds that nobody may know of, an agent's things. */
export const halfDone: Readonly<Record<string, LifecycleInput>> = {
  'a pledge that the agent holds for its own device': terminal({
    agent,
    devices: [own],
    deposits: [pledge({ heldBy: 'agent-1' })],
  }),
  'the same, shared, and the agent is gone': terminal({
    devices: [{ ...own, tenancy: 'shared' }],
    deposits: [pledge({ heldBy: 'agent-1', kind: 'guarantee' })],
  }),
  'a refund on its way': refund('ordered'),
  'a refund that arrived': refund('confirmed'),
  'a refund that failed': refund('failed'),
  'a refund that came back': refund('returned'),
  'a pledge partly deducted': terminal({ deposits: [pledge({ deductions: { old: 1_000 } })] }),
  'a pledge partly carried over': terminal({ deposits: [pledge({ carriedOver: 1_000 })] }),
  'a pledge that is released late': terminal({ deposits: [pledge({ releaseRule: 'guaranteeTail' })] }),
  'a hidden freeze': hidden('MALICIOUS_ATTACK', 'payout', 'erasure'),
  'a hidden order for the data': hidden('RULE_VIOLATION', 'erasure'),
  'a hidden fault that nobody lifts': hidden('REACTIVATION_CHECK', 'sale', 'payout', 'erasure'),
  'an item that nobody agreed on': stuck('preAuth', serial, false),
  'an item of a device that is gone': stuck('sale', 'gone-1', true),
  'an item of no device': stuck('refund', null, false),
  'a device that was given up for lost, and is here with a broken seal': terminal({
    devices: [
      { serial: 'other-1', owner: 'provider', tenancy: 'sole' },
      {
        ...{ serial, owner: 'provider', tenancy: 'sole', role: 'retired', retiredAt: before(9) },
        ...{ custody: 'received', receivedAt: before(3), erasure: 'moot', journeyFaults: ['SEAL_BROKEN'] },
      },
    ],
  }),
  'a damage that nobody decided on': cracked('human'),
  'a damage of unknown cause': cracked('undetermined'),
}

const custodies = ['merchant', 'inTransit', 'received', 'inspected', 'lost', 'lossAccepted'] as const
const erasures = ['none', 'authorised', 'completed', 'failed', 'verified', 'moot'] as const
const bindings = ['bound', 'unbindingOrdered', 'unbound'] as const
const keys = ['loaded', 'zeroised', 'destroyed'] as const
const owners = ['provider', 'merchant', 'agent'] as const
const roles = ['bound', 'retired'] as const
const faults: readonly Partial<Device>[] = [
  { journeyFaults: ['SEAL_BROKEN'] },
  {},
  { unreadable: true },
  { tenancy: 'shared', journeyFaults: ['TENANT_CONSENT_MISSING', 'ERASE_OR_SEAL_FIRST'] },
]
const lists = [custodies, erasures, bindings, keys, owners, roles, faults] as const
const pick = <Item>(list: readonly Item[], at: number): Item => list[at % list.length] as Item

/** The device at this place of all there can be, with another one beside it where it was replaced. */
const deviceAt = (place: number): LifecycleInput => {
  let rest = place
  const [a, b, c, d, e, f, g] = lists.map((list) => {
    const at = rest % list.length
    rest = Math.floor(rest / list.length)
    return at
  }) as [number, number, number, number, number, number, number]
  const [custody, erasure, binding, role] = [
    pick(custodies, a),
    pick(erasures, b),
    pick(bindings, c),
    pick(roles, f),
  ]
  const inspection = { condition: 'worn', incomplete: false, damageCause: null, sealBreach: null } as const
  const device: Device = {
    ...{
      serial,
      owner: pick(owners, e),
      tenancy: 'sole',
      custody,
      erasure,
      binding,
      role,
      keys: pick(keys, d),
    },
    registryRef: binding === 'bound' ? null : 'registry-1',
    receivedAt: custody === 'received' || custody === 'inspected' ? before(3) : null,
    erasedBy: erasure === 'completed' || erasure === 'verified' ? 'p1' : null,
    inspection: custody === 'inspected' ? inspection : null,
    retiredAt: role === 'retired' ? before(9) : null,
    ...pick(faults, g),
  }
  const successor: Device = { serial: 'other-1', owner: 'provider', tenancy: 'sole' }
  return terminal({ agent, devices: role === 'retired' ? [successor, device] : [device] })
}

const isOpened = (input: LifecycleInput): boolean => {
  try {
    return openRecord(input, { at: start }) !== undefined
  } catch {
    return false
  }
}

/** Some of all devices that a portfolio can bring, each where something else stopped; without those that it cannot. */
export const someDevices = (every: number): readonly LifecycleInput[] => {
  const all = lists.reduce((count, list) => count * list.length, 1)
  const places = Array.from({ length: Math.ceil(all / every) }, (_, index) => index * every)
  return places.map(deviceAt).filter(isOpened)
}
