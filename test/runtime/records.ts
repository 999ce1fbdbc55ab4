import { defaultPolicy } from '../../src/domain/index.ts'
import {
  type Accepted,
  type JournalEntry,
  type LifecycleContext,
  type LifecycleRecord,
  machineVersion,
  type Refused,
  recordFormat,
} from '../../src/machine/index.ts'
import { newDevice } from '../../src/machine/ledger/devices.ts'
import type { Change } from '../../src/runtime/store.ts'
import { genesisHash, sealEntry } from '../../src/schemas/index.ts'

const at = '2026-03-02T09:30:00+08:00'
const system = {
  role: 'system',
  personId: 'system',
  organisationId: 'acq-1',
  acquirerId: 'acq-1',
  duties: [],
} as const

type Order = LifecycleContext['orders'][string]
type Deadline = LifecycleContext['deadlines'][string]
type Device = LifecycleContext['devices'][string]

export const order = (orderId: string, status: Order['status'] = 'ordered'): Order => ({
  orderId,
  kind: 'openTicket',
  params: { department: 'support', topic: 'device_test_failed', ref: null },
  status,
  orderedAt: at,
  claimed: false,
})

/** Stores look at kind and status alone. */
export const orderOf = (kind: Order['kind'], orderId: string): Order => ({ ...order(orderId), kind }) as Order

export const deadline = (
  name: 'verifyDue' | 'payoutDue' | 'tidQuarantine',
  due: string,
  status: Deadline['status'] = 'running',
): Deadline => ({
  id: name,
  name,
  ref: null,
  due,
  rule: defaultPolicy.clocks[name],
  calendar: { id: 'test', version: '1', known: true },
  startedAt: at,
  status,
  remaining: null,
  enables: [],
})

export const device = (serial: string, retiredAt: string | null = null, more: Partial<Device> = {}): Device =>
  newDevice({
    serial,
    owner: 'provider',
    tenancy: 'sole',
    role: retiredAt === null ? 'bound' : 'retired',
    retiredAt,
    ...more,
  })

/** What a test wants to see in a record; the rest is that of a terminal in service. */
export interface Wanted {
  lifecycleId?: string
  merchantId?: string
  terminalId?: string
  at?: string
  orders?: readonly Order[]
  deadlines?: readonly Deadline[]
  devices?: readonly Device[]
  closedAt?: string
  agentId?: string
  acquirerId?: string
  representatives?: LifecycleContext['representatives']
}

const closing = (closedAt: string): NonNullable<LifecycleContext['closing']> => ({
  reason: 'NO_LONGER_NEEDED',
  startedAt: closedAt,
  attempt: 1,
  confirmedAt: closedAt,
  closedAt,
  closedSeq: null,
  offReadAt: null,
  statement: null,
  settlementCarriedOver: 0,
  request: null,
  formDocumentId: null,
})

/** Nothing left on it, in it or bound to it, as on the last day of a life. */
const finished = (given: Device): Device => ({
  ...given,
  erasure: 'verified',
  backup: { upTo: at, hash: '0'.repeat(64), verified: true, waived: false },
  keys: 'zeroised',
  binding: 'unbound',
})

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [key(item), item]))

export function recordWith(wanted: Wanted, version: number): LifecycleRecord {
  const { lifecycleId = 'life-1', merchantId = 'M1', terminalId = `T-${lifecycleId}` } = wanted
  const { closedAt, devices = [] } = wanted
  return {
    format: recordFormat,
    machineVersion,
    lifecycleId,
    version,
    at: wanted.at ?? at,
    value: closedAt === undefined ? { live: { service: 'inService', application: 'none' } } : 'closed',
    context: {
      identity: {
        lifecycleId,
        acquirerId: wanted.acquirerId ?? 'acq-1',
        merchantId,
        terminalId,
        merchantName: 'Blue Kettle Teahouse',
        merchantType: 'enterprise',
        currency: 'CNY',
        openedInFormat: recordFormat,
      },
      policy: defaultPolicy,
      status: {
        acceptance: 'on',
        registry: 'active',
        unsettled: null,
        readAt: null,
        acceptedReadAt: null,
        capabilities: {},
      },
      disabledAt: null,
      enabledAt: null,
      lastTransactionAt: null,
      holds: {},
      devices: byKey(closedAt === undefined ? devices : devices.map(finished), ({ serial }) => serial),
      deposits: {},
      charges: {},
      disputes: {},
      transactions: {},
      orders: byKey(wanted.orders ?? [], ({ orderId }) => orderId),
      deadlines: byKey(wanted.deadlines ?? [], ({ id }) => id),
      documents: {},
      application: null,
      proposal: null,
      payouts: {},
      credit: 0,
      proposedActs: {},
      closing: closedAt === undefined ? null : closing(closedAt),
      payoutAccount: null,
      carriedOver: {},
      refusedAnswers: {},
      told: {},
      requests: {},
      agent: wanted.agentId === undefined ? null : { agentId: wanted.agentId, tasks: [], since: at },
      representatives: wanted.representatives ?? {},
      unreachable: [],
      tail: [],
      issues: [],
      followUps: {},
    },
  }
}

const entryOf = ({ version, at, value, context }: LifecycleRecord, commandId: string): JournalEntry => ({
  seq: version,
  version,
  at,
  commandId,
  actor: system,
  cause: { timer: 'verifyDue' },
  from: version === 0 ? null : value,
  to: value,
  orderIds: Object.keys(context.orders),
  issues: [],
})

/** A change that brings a record to `version`, sealed to the entry with the hash `prevHash`. */
export async function changeTo(wanted: Wanted, version = 0, prevHash = genesisHash): Promise<Change> {
  const record = recordWith(wanted, version)
  const commandId = `command-${version}`
  const entry = await sealEntry(entryOf(record, commandId), prevHash)
  const answer: Accepted = {
    accepted: true,
    noop: false,
    record,
    entry,
    orders: [],
    deadlines: [],
    issues: [],
  }
  return {
    lifecycleId: record.lifecycleId,
    commandId,
    fingerprint: `fingerprint of ${commandId}`,
    expectedVersion: version === 0 ? null : version - 1,
    answer,
    entry,
    keptAt: 0,
  }
}

/** Each record in turn, every one sealed to the one before. */
export async function changesTo(...versions: readonly Wanted[]): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const wanted of versions) {
    changes.push(await changeTo(wanted, changes.length, changes.at(-1)?.entry?.hash))
  }
  return changes
}

export const refusal: Refused = {
  accepted: false,
  code: 'NOT_ALLOWED_IN_STATE',
  state: { live: { service: 'inService', application: 'none' } },
  blockers: [],
}

export const refusedChange = (lifecycleId: string, commandId: string): Change => ({
  lifecycleId,
  commandId,
  fingerprint: null,
  expectedVersion: 0,
  answer: refusal,
  entry: null,
  keptAt: 0,
})
