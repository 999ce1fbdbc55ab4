import * as z from 'zod'
import { damageCauses, deviceConditions, roles } from '../../domain/index.ts'
import { Count, Digest, Instant, Reference, SerialNumber, Text } from '../primitives.ts'

const references = z.array(Reference).readonly()

/**
 * A device as it stands when its terminal is opened. Serial number, owner and tenancy are known; what else is left out
 * starts as on a new device: at the merchant's, keys loaded, nothing erased.
 */
export const DeviceInput = z.strictObject({
  serial: SerialNumber,
  owner: z.enum(['provider', 'merchant', 'agent']),
  tenancy: z.enum(['sole', 'shared']),
  model: Text.nullable().exactOptional(),
  /** What was handed out with it. */
  accessories: z
    .array(z.strictObject({ name: Text, count: Count }))
    .max(20)
    .readonly()
    .nullable()
    .exactOptional(),
  /** Does it offer help by itself, on its screen? Left out: not known. */
  selfService: z.boolean().exactOptional(),
  role: z.enum(['bound', 'retired']).exactOptional(),
  custody: z.enum(['merchant', 'inTransit', 'received', 'inspected', 'lost', 'lossAccepted']).exactOptional(),
  drainedUpTo: Instant.nullable().exactOptional(),
  writtenOff: z.boolean().exactOptional(),
  batches: references.exactOptional(),
  lastTransactionAt: Instant.nullable().exactOptional(),
  backup: z
    .strictObject({ upTo: Instant, hash: Digest, verified: z.boolean(), waived: z.boolean() })
    .nullable()
    .exactOptional(),
  erasure: z.enum(['none', 'authorised', 'completed', 'failed', 'verified', 'moot']).exactOptional(),
  erasedBy: Reference.nullable().exactOptional(),
  /** Was it wiped although nobody had allowed it? */
  wiped: z.strictObject({ tried: z.boolean(), recordsLost: z.boolean() }).nullable().exactOptional(),
  keys: z.enum(['loaded', 'zeroised', 'destroyed']).exactOptional(),
  keysRevokedAt: Instant.nullable().exactOptional(),
  binding: z.enum(['bound', 'unbindingOrdered', 'unbound']).exactOptional(),
  registryRef: Reference.nullable().exactOptional(),
  unreadable: z.boolean().exactOptional(),
  returnTo: z
    .strictObject({
      destination: Text,
      bagNo: Reference.nullable(),
      trackingNo: Reference.nullable(),
      addressDocumentId: Reference.exactOptional(),
    })
    .nullable()
    .exactOptional(),
  handedOver: z
    .strictObject({
      condition: z.enum(deviceConditions),
      photoHashes: z.array(Digest).max(20).readonly(),
      by: z.enum(roles),
    })
    .nullable()
    .exactOptional(),
  journeyFaults: z
    .array(z.enum(['ERASE_OR_SEAL_FIRST', 'SEAL_BROKEN', 'TENANT_CONSENT_MISSING']))
    .readonly()
    .exactOptional(),
  inspection: z
    .strictObject({
      condition: z.enum(deviceConditions),
      incomplete: z.boolean(),
      damageCause: z.enum(damageCauses).nullable(),
      sealBreach: Text.nullable(),
    })
    .nullable()
    .exactOptional(),
  undecided: z
    .array(z.enum(['damage', 'accessory']))
    .max(2)
    .readonly()
    .exactOptional(),
  lossReport: Reference.nullable().exactOptional(),
  receipts: references.exactOptional(),
  receivedAt: Instant.nullable().exactOptional(),
  retiredAt: Instant.nullable().exactOptional(),
})
