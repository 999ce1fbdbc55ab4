import { type DeviceCondition, deviceConditions, type Instant, type Role, roles } from '../../domain/index.ts'
import { fields, flag, instant, list, natural, nullable, oneOf, optional, text, word } from './kinds.ts'

/** Four independent facts (custody, erasure, keys, binding) and what they rest on. */
export interface Device {
  serial: string
  /** As it was registered when it was handed out; `null`: never told. */
  model: string | null
  accessories: readonly { name: string; count: number }[] | null
  /** Does it offer help by itself? Left out: never told. */
  selfService?: boolean
  role: 'bound' | 'retired'
  owner: 'provider' | 'merchant' | 'agent'
  tenancy: 'sole' | 'shared'
  custody: 'merchant' | 'inTransit' | 'received' | 'inspected' | 'lost' | 'lossAccepted'
  /** Business time up to which the device is known to be empty. */
  drainedUpTo: Instant | null
  /** Undrained items were written off by the host's totals, by two persons. */
  writtenOff: boolean
  batches: readonly string[]
  lastTransactionAt: Instant | null
  backup: { upTo: Instant; hash: string; verified: boolean; waived: boolean } | null
  erasure: 'none' | 'authorised' | 'completed' | 'failed' | 'verified' | 'moot'
  erasedBy: string | null
  /** Told to have been wiped although nobody had allowed it: has it been tried since, and is what it held still to be decided on? */
  wiped?: { tried: boolean; recordsLost: boolean } | null
  keys: 'loaded' | 'zeroised' | 'destroyed'
  keysRevokedAt: Instant | null
  binding: 'bound' | 'unbindingOrdered' | 'unbound'
  registryRef: string | null
  unreadable: boolean
  /** Set by `return.authorised`; a sealed device may travel before it is erased. */
  returnTo: {
    destination: string
    bagNo: string | null
    trackingNo: string | null
    /** The paper that says where a place is that the provider named. */
    addressDocumentId?: string
  } | null
  /** What it looked like when it was handed over, as its sender says. */
  handedOver?: {
    condition: DeviceCondition
    photoHashes: readonly string[]
    by: Role
  } | null
  /** Codes of the journey that have to be answered before it counts: a consent by the return that is authorised later, others by the inspection. */
  journeyFaults: readonly ('ERASE_OR_SEAL_FIRST' | 'SEAL_BROKEN' | 'TENANT_CONSENT_MISSING')[]
  inspection: {
    condition: string
    incomplete: boolean
    damageCause: string | null
    sealBreach: string | null
  } | null
  /** What an inspection found at the merchant's expense, and the provider has neither charged nor waived. */
  undecided: readonly ('damage' | 'accessory')[]
  lossReport: string | null
  /** All there ever were, so that a repeat is known. */
  receipts: readonly string[]
  /** Of this journey. */
  receivedAt: Instant | null
  retiredAt: Instant | null
}

export const device = () =>
  fields<Device>({
    serial: text,
    model: nullable(text),
    accessories: nullable(list(fields<{ name: string; count: number }>({ name: text, count: natural }))),
    selfService: optional(flag),
    role: word('bound retired'),
    owner: word('provider merchant agent'),
    tenancy: word('sole shared'),
    custody: word('merchant inTransit received inspected lost lossAccepted'),
    drainedUpTo: nullable(instant),
    writtenOff: flag,
    batches: list(text),
    lastTransactionAt: nullable(instant),
    backup: nullable(
      fields<NonNullable<Device['backup']>>({ upTo: instant, hash: text, verified: flag, waived: flag }),
    ),
    erasure: word('none authorised completed failed verified moot'),
    erasedBy: nullable(text),
    wiped: optional(nullable(fields<NonNullable<Device['wiped']>>({ tried: flag, recordsLost: flag }))),
    keys: word('loaded zeroised destroyed'),
    keysRevokedAt: nullable(instant),
    binding: word('bound unbindingOrdered unbound'),
    registryRef: nullable(text),
    unreadable: flag,
    returnTo: nullable(
      fields<NonNullable<Device['returnTo']>>({
        destination: text,
        bagNo: nullable(text),
        trackingNo: nullable(text),
        addressDocumentId: optional(text),
      }),
    ),
    handedOver: optional(
      nullable(
        fields<NonNullable<Device['handedOver']>>({
          condition: oneOf(deviceConditions),
          photoHashes: list(text),
          by: oneOf(roles),
        }),
      ),
    ),
    journeyFaults: list(word('ERASE_OR_SEAL_FIRST SEAL_BROKEN TENANT_CONSENT_MISSING')),
    inspection: nullable(
      fields<NonNullable<Device['inspection']>>({
        condition: text,
        incomplete: flag,
        damageCause: nullable(text),
        sealBreach: nullable(text),
      }),
    ),
    undecided: list(word('damage accessory')),
    lossReport: nullable(text),
    receipts: list(text),
    receivedAt: nullable(instant),
    retiredAt: nullable(instant),
  })
