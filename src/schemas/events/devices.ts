import * as z from 'zod'
import { damageCauses, deviceConditions, lossKinds, returnDestinations } from '../../domain/index.ts'
import { DocumentRef, DocumentRefs } from '../document-ref.ts'
import { Count, Digest, listOf, Money, NetMoney, Reference, SerialNumber, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'
import { device } from './kit.ts'

const Seal = z.strictObject({ bagNo: Reference, trackingNo: Reference })

/** Reported by whoever misses it; the terminal stops selling and its keys are revoked at once. */
export const DeviceLost = z.strictObject({
  type: z.literal('device.lost'),
  ...device,
  kind: z.enum(lossKinds),
  /** Police or loss report; needed before the loss is accepted. */
  report: DocumentRef.optional(),
})
export interface DeviceLost extends z.output<typeof DeviceLost> {}

/** A lost device has turned up: what had lapsed with the loss, its erasure for instance, is owed again. */
export const DeviceFound = z.strictObject({ type: z.literal('device.found'), ...device, where: Text })
export interface DeviceFound extends z.output<typeof DeviceFound> {}

/** Two people of the provider accept that the device is lost, so that nothing waits for it. */
export const LossAccepted = z.strictObject({
  type: z.literal('loss.accepted'),
  ...device,
  evidence: DocumentRefs,
  ...vouching,
})
export interface LossAccepted extends z.output<typeof LossAccepted> {}

/**
 * Handed out with its accessories; it binds nothing, and tells later what has to come back. Left out, they are those that the
 * provider publishes for the model. (R-217, OQ-15)
 */
export const DeviceRegistered = z.strictObject({
  type: z.literal('device.registered'),
  ...device,
  model: Text,
  accessories: listOf(z.strictObject({ name: Text, count: Count }), { max: 20 }).optional(),
  /** Does it offer help by itself, on its screen? */
  selfService: z.boolean().optional(),
})
export interface DeviceRegistered extends z.output<typeof DeviceRegistered> {}

/** Another device under the same terminal number; the old one retires with its own obligations. */
export const DeviceReplaced = z.strictObject({
  type: z.literal('device.replaced'),
  oldSerial: SerialNumber,
  newSerial: SerialNumber,
  owner: z.enum(['provider', 'merchant', 'agent']),
  tenancy: z.enum(['sole', 'shared']),
  /** Why the new device may be bound here although another life still has it; it takes two people. */
  exception: DocumentRef.optional(),
})
export interface DeviceReplaced extends z.output<typeof DeviceReplaced> {}

/** Where the device goes, and whether it may travel sealed instead of erased. */
export const ReturnAuthorised = z.strictObject({
  type: z.literal('return.authorised'),
  ...device,
  /** Where the form of the closure asked for it to be fetched: collection; else the institution. */
  destination: z.enum(returnDestinations).optional(),
  seal: Seal.optional(),
  /**
   * The address, as a paper. Of a place that the provider names it is needed; where the device is collected, the form of the
   * closure says it when left out.
   */
  addressDocumentId: Reference.optional(),
  /** Of those who use a shared device too; two persons do without when it is overdue, or here already. */
  consent: DocumentRef.optional(),
})
export interface ReturnAuthorised extends z.output<typeof ReturnAuthorised> {}

/** The device is on its way, with what it can be traced by. */
export const DeviceShipped = z.strictObject({
  type: z.literal('device.shipped'),
  ...device,
  carrier: Text,
  trackingNo: Reference,
  bagNo: Reference.optional(),
  /** What it looked like when it was handed over, and the digests of pictures that show it. */
  condition: z.enum(deviceConditions).optional(),
  photoHashes: listOf(Digest, { max: 20 }).optional(),
})
export interface DeviceShipped extends z.output<typeof DeviceShipped> {}

/** The same `receiptId` again changes nothing. */
export const DeviceReceived = z.strictObject({
  type: z.literal('device.received'),
  ...device,
  receiptId: Reference,
  bagNo: Reference.optional(),
  sealIntact: z.boolean().optional(),
})
export interface DeviceReceived extends z.output<typeof DeviceReceived> {}

/** Condition, completeness and who is to blame for a damage; an undetermined cause blames nobody. (R-217, R-224, R-240, R-241, C-05) */
export const DeviceInspected = z.strictObject({
  type: z.literal('device.inspected'),
  ...device,
  condition: z.enum(deviceConditions),
  accessories: z.array(z.strictObject({ name: Text, expected: Count, returned: Count })).max(20),
  damage: z.strictObject({ cause: z.enum(damageCauses), description: Text }).optional(),
  /** What the inspection found of a broken seal; needed where the journey raised SEAL_BROKEN. */
  sealBreach: Text.optional(),
})
export interface DeviceInspected extends z.output<typeof DeviceInspected> {}

/** A device that answers no more: undrained items are written off by the host's totals. */
export const DeviceDeclaredUnreadable = z.strictObject({
  type: z.literal('device.declaredUnreadable'),
  ...device,
  assessment: Text,
  hostTotals: z.strictObject({ count: Count, total: NetMoney }),
})
export interface DeviceDeclaredUnreadable extends z.output<typeof DeviceDeclaredUnreadable> {}

/**
 * Two people of the provider stop waiting for a device that is overdue. It may be charged for where the provider
 * owns it.
 */
export const DeviceDeclaredUnreturned = z.strictObject({
  type: z.literal('device.declaredUnreturned'),
  ...device,
  /** What a device that never came back costs; only for one that the provider owns. */
  charge: z.strictObject({ chargeId: Reference, amount: Money, feeTableVersion: Reference }).optional(),
})
export interface DeviceDeclaredUnreturned extends z.output<typeof DeviceDeclaredUnreturned> {}

export const deviceEvents = [
  DeviceLost,
  DeviceFound,
  LossAccepted,
  DeviceRegistered,
  DeviceReplaced,
  ReturnAuthorised,
  DeviceShipped,
  DeviceReceived,
  DeviceInspected,
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
] as const
export type DeviceEvent =
  | DeviceLost
  | DeviceFound
  | LossAccepted
  | DeviceRegistered
  | DeviceReplaced
  | ReturnAuthorised
  | DeviceShipped
  | DeviceReceived
  | DeviceInspected
  | DeviceDeclaredUnreadable
  | DeviceDeclaredUnreturned
