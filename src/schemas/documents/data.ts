import * as z from 'zod'
import { backupMethods, erasureMethods, inOrder, keyRemovals } from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Line, Prose } from '../forms/fields.ts'
import { Digest, Instant, Reference } from '../primitives.ts'
import { deviceHead } from './head.ts'

const backup = z.strictObject({
  type: z.literal('backup_record'),
  ...deviceHead,
  contents: z
    .array(
      z.enum(['dailyReport', 'transactionRecords', 'settlementStatement', 'sales', 'inventory', 'customer']),
    )
    .min(1)
    .max(6),
  method: z.enum(backupMethods),
  takenAt: Instant,
  /** Business time up to which the copy is complete. */
  upTo: Instant,
  verifiedAt: Instant.optional(),
  hash: Digest,
  /** A label, such as `safe 2, head office`; elsewhere than the shop. */
  location: Line,
  encrypted: z.boolean(),
  algorithm: Line.optional(),
  containsCardholderData: z.literal(false),
  /** Kept abroad: then the legal ground must be stated. (C-13) */
  crossBorder: z.boolean(),
  legalBasis: Prose.optional(),
  retentionUntil: Instant,
})
type Backup = z.output<typeof backup>
/** A copy of what the device holds; on a USB stick only when encrypted. (DOC-22, R-151, R-155, R-160, R-303, C-12) */
export const BackupRecord = backup.check(
  crossField<Backup>()({
    code: 'USB_BACKUP_NOT_ENCRYPTED',
    reads: ['encrypted', 'method'],
    holds: ({ method, encrypted }) => method !== 'usb' || encrypted,
  }),
  crossField<Backup>()({
    code: 'LEGAL_BASIS_REQUIRED',
    reads: ['legalBasis', 'crossBorder'],
    holds: ({ crossBorder, legalBasis }) => !crossBorder || legalBasis !== undefined,
  }),
  crossField<Backup>()({
    code: 'PERIOD_REVERSED',
    reads: ['retentionUntil', 'takenAt'],
    holds: ({ takenAt, retentionUntil }) => inOrder(takenAt, retentionUntil),
  }),
)
export interface BackupRecord extends z.output<typeof BackupRecord> {}

/** No copy can be made of the device; the host states that it holds the records. (OQ-17) */
export const ServerSideRecordsStatement = z.strictObject({
  type: z.literal('server_side_records_statement'),
  ...deviceHead,
  system: Line,
  coversFrom: Instant,
  coversUpTo: Instant,
  statedBy: Reference,
  grounds: Prose,
})
export interface ServerSideRecordsStatement extends z.output<typeof ServerSideRecordsStatement> {}

const erasure = z.strictObject({
  type: z.literal('erasure_record'),
  ...deviceHead,
  model: Line,
  requestedAt: Instant,
  /** The provider's authorisation; without one nobody may erase. (C-03, R-038) */
  authorisedBy: Reference,
  procedure: Reference,
  performedBy: Reference,
  /** As NIST SP 800-88 names them; a factory reset is `clear` only. */
  method: z.enum(erasureMethods),
  tool: Line,
  toolVersion: Line,
  status: z.enum(['done', 'failed', 'assisted']),
  completedAt: Instant.optional(),
  verifiedBy: Reference.optional(),
  verifiedAt: Instant.optional(),
  verification: Prose.optional(),
  certificateId: Reference.optional(),
  /** Where the device goes next. */
  destination: Line.optional(),
  /** Who helps when it did not work. */
  ticketId: Reference.optional(),
})
type Erasure = z.output<typeof erasure>
/** The device's data were wiped, and somebody else looked. (DOC-23, R-221, R-235) */
export const ErasureRecord = erasure.check(
  requiredWhen<Erasure>()('completedAt', 'status', ({ status }) => status !== 'failed'),
  requiredWhen<Erasure>()('ticketId', 'status', ({ status }) => status !== 'done'),
  requiredWhen<Erasure>()('verifiedAt', 'verifiedBy', ({ verifiedBy }) => verifiedBy !== undefined),
  crossField<Erasure>()({
    code: 'MAKER_IS_CHECKER',
    reads: ['verifiedBy', 'performedBy'],
    holds: ({ performedBy, verifiedBy }) => performedBy !== verifiedBy,
  }),
  crossField<Erasure>()({
    code: 'PERIOD_REVERSED',
    reads: ['completedAt', 'requestedAt'],
    holds: ({ requestedAt, completedAt }) => inOrder(requestedAt, completedAt),
  }),
)
export interface ErasureRecord extends z.output<typeof ErasureRecord> {}

const destruction = z.strictObject({
  type: z.literal('destruction_certificate'),
  ...deviceHead,
  model: Line,
  certificateId: Reference,
  method: z.enum(['shred', 'incinerate', 'disintegrate', 'other']),
  destroyedAt: Instant,
  performedBy: Reference,
  witnessedBy: Reference,
})
/** The device itself was destroyed, before a witness. */
export const DestructionCertificate = destruction.check(
  crossField<z.output<typeof destruction>>()({
    code: 'MAKER_IS_CHECKER',
    reads: ['witnessedBy', 'performedBy'],
    holds: ({ performedBy, witnessedBy }) => performedBy !== witnessedBy,
  }),
)
export interface DestructionCertificate extends z.output<typeof DestructionCertificate> {}

/** Keys of a device were made useless. Only the name of the set stands here: no key, no part of one, no check value. */
export const KeyRemovalRecord = z.strictObject({
  type: z.literal('key_removal_record'),
  ...deviceHead,
  keySetId: Reference,
  method: z.enum(keyRemovals),
  custodian: Reference,
  procedure: Reference,
  removedAt: Instant,
})
export interface KeyRemovalRecord extends z.output<typeof KeyRemovalRecord> {}
