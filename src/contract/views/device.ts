import * as z from 'zod'
import { deviceConditions, roles } from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { known, list, Words } from '../wire.ts'

/** Where a device is on its way back. */
const journey = {
  custody: known(['merchant', 'inTransit', 'received', 'inspected', 'lost', 'lossAccepted']),
  /** Where it is to go, once its return is authorised. */
  returnTo: z
    .object({
      destination: Words,
      bagNo: Words.nullable(),
      trackingNo: Words.nullable(),
      addressDocumentId: Words.optional(),
    })
    .nullable(),
  /** As whoever handed it over says. */
  handedOver: z
    .object({ condition: known(deviceConditions), photoHashes: list(Words), by: known(roles) })
    .nullable(),
  receivedAt: Instant.nullable(),
  receipts: list(Words),
  inspection: z
    .object({
      condition: Words,
      incomplete: z.boolean(),
      damageCause: Words.nullable(),
      sealBreach: Words.nullable(),
    })
    .nullable(),
  /** Has to be answered before the journey counts. */
  journeyFaults: list(known(['ERASE_OR_SEAL_FIRST', 'SEAL_BROKEN', 'TENANT_CONSENT_MISSING'])),
  /** What an inspection found, and the provider has neither charged nor waived. */
  undecided: list(known(['damage', 'accessory'])),
  lossReport: Words.nullable(),
}

/** A device and its journey. */
export const DeviceView = z.object({
  serial: Words,
  model: Words.nullable(),
  /** What was handed out with it; `null`: never told. */
  accessories: list(z.object({ name: Words, count: z.int().nonnegative() })).nullable(),
  selfService: z.boolean().optional(),
  role: known(['bound', 'retired']),
  owner: known(['provider', 'merchant', 'agent']),
  tenancy: known(['sole', 'shared']),
  ...journey,
  /** Until then it is known to hold no transaction. */
  drainedUpTo: Instant.nullable(),
  /** What it may still have held was written off by the host's totals. */
  writtenOff: z.boolean(),
  unreadable: z.boolean(),
  lastTransactionAt: Instant.nullable(),
  backup: z.object({ upTo: Instant, hash: Words, verified: z.boolean(), waived: z.boolean() }).nullable(),
  erasure: known(['none', 'authorised', 'completed', 'failed', 'verified', 'moot']),
  /** Wiped although nobody had allowed it: was it tried since, and is what it held still to be decided on? */
  wiped: z.object({ tried: z.boolean(), recordsLost: z.boolean() }).nullable(),
  keys: known(['loaded', 'zeroised', 'destroyed']),
  keysRevokedAt: Instant.nullable(),
  binding: known(['bound', 'unbindingOrdered', 'unbound']),
  registryRef: Words.nullable(),
  retiredAt: Instant.nullable(),
})
export interface DeviceView extends z.output<typeof DeviceView> {}
