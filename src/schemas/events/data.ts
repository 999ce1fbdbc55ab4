import * as z from 'zod'
import { backupMethods, erasureMethods } from '../../domain/index.ts'
import { DocumentRef } from '../document-ref.ts'
import { Digest, Instant, OrderId, Reference, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'
import { device } from './kit.ts'

/** A copy of what the device holds, before it is wiped; a stick only when encrypted. (R-151, R-161, C-12) */
export const BackupRecorded = z
  .strictObject({
    type: z.literal('backup.recorded'),
    ...device,
    /** Business time up to which the copy is complete. */
    upTo: Instant,
    hash: Digest,
    method: z.enum(backupMethods),
    encrypted: z.boolean(),
    containsCardholderData: z.literal(false),
  })
  .refine(({ method, encrypted }) => method !== 'usb' || encrypted, {
    path: ['encrypted'],
    error: 'USB_BACKUP_NOT_ENCRYPTED',
  })
export interface BackupRecorded extends z.output<typeof BackupRecorded> {}

/** The copy was read back. Another hash than the recorded one is refused. */
export const BackupVerified = z.strictObject({
  type: z.literal('backup.verified'),
  ...device,
  /** Read back from the copy; must equal the recorded one. */
  hash: Digest,
})
export interface BackupVerified extends z.output<typeof BackupVerified> {}

/** No copy can be made (dead device, records are kept by the host): the statement says so. (OQ-17) */
export const BackupWaived = z.strictObject({
  type: z.literal('backup.waived'),
  ...device,
  statement: DocumentRef,
  ...vouching,
})
export interface BackupWaived extends z.output<typeof BackupWaived> {}

/** The provider allows what is on the device to be erased, which cannot be undone, by the named procedure. */
export const ErasureAuthorised = z.strictObject({
  type: z.literal('erasure.authorised'),
  ...device,
  /** `application` leaves another acquirer's part of a shared device alone. */
  scope: z.enum(['device', 'application']),
  procedure: Reference,
})
export interface ErasureAuthorised extends z.output<typeof ErasureAuthorised> {}

/** Whoever erased the device says so, and how. It counts as erased only when that is verified. */
export const ErasureCompleted = z.strictObject({
  type: z.literal('erasure.completed'),
  ...device,
  method: z.enum(erasureMethods),
  tool: Text,
  orderId: OrderId.optional(),
})
export interface ErasureCompleted extends z.output<typeof ErasureCompleted> {}

/** The data are still on the device, and why. */
export const ErasureFailed = z.strictObject({
  type: z.literal('erasure.failed'),
  ...device,
  reason: Text,
  orderId: OrderId.optional(),
})
export interface ErasureFailed extends z.output<typeof ErasureFailed> {}

/** Somebody else than who erased it found the device empty; `evidence` shows it. */
export const ErasureVerified = z.strictObject({
  type: z.literal('erasure.verified'),
  ...device,
  evidence: DocumentRef.optional(),
  ...vouching,
})
export interface ErasureVerified extends z.output<typeof ErasureVerified> {}

export const dataEvents = [
  BackupRecorded,
  BackupVerified,
  BackupWaived,
  ErasureAuthorised,
  ErasureCompleted,
  ErasureFailed,
  ErasureVerified,
] as const
export type DataEvent =
  | BackupRecorded
  | BackupVerified
  | BackupWaived
  | ErasureAuthorised
  | ErasureCompleted
  | ErasureFailed
  | ErasureVerified
