import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Transaction } from '../shape/transactions.ts'
import { items } from './kit.ts'
import { covers } from './time.ts'

/** Something is still to come of it. */
export const isUnfinished = ({ state }: Pick<Transaction, 'state'>): boolean =>
  state === 'authorised' || state === 'pending'

export const isOpenTransaction = (transaction: Transaction): boolean =>
  isUnfinished(transaction) && !transaction.resolution?.accepted

/** One that was only a test is voided, by whoever made it. */
export const openTest = (context: LifecycleContext): Transaction | undefined =>
  items(context.transactions).find(
    (transaction) =>
      transaction.test && isOpenTransaction(transaction) && !isWrittenOff(context, transaction),
  )

export const openTransactions = (context: LifecycleContext): Transaction[] =>
  items(context.transactions).filter(
    (transaction) =>
      !transaction.test && isOpenTransaction(transaction) && !isWrittenOff(context, transaction),
  )

/** Made on this device, and neither final, resolved nor written off. */
export const isOpenOn = (context: LifecycleContext, { serial }: Device, transaction: Transaction): boolean =>
  transaction.serial === serial && isOpenTransaction(transaction) && !isWrittenOff(context, transaction)

/** It went with its device, by the host's totals. */
const isWrittenOff = ({ devices }: LifecycleContext, { serial }: Transaction): boolean =>
  serial !== null && devices[serial]?.writtenOff === true

/** The terminal is given up, and something is still to come of a transaction, or out of a device. */
export const isDraining = (context: LifecycleContext): boolean =>
  context.closing !== null &&
  context.closing.closedAt === null &&
  (openTest(context) !== undefined ||
    openTransactions(context).length > 0 ||
    items(context.devices).some((device) => !isDrained(context, device)))

/** What was uploaded while sale was still on proves nothing: the next sale may be offline. */
const sinceSaleOff = ({ closing }: LifecycleContext, upTo: string): boolean =>
  closing === null || (closing.offReadAt !== null && covers(upTo, closing.offReadAt))

/**
 * Does the device hold nothing any more? Uploaded after sale was read back as off, up to its own last transaction; or
 * written off by the host's totals; or its erasure is verified (a later transaction then opens the settlement only).
 */
export const isDrained = (context: LifecycleContext, device: Device): boolean =>
  device.writtenOff ||
  device.erasure === 'verified' ||
  (device.drainedUpTo !== null &&
    covers(device.drainedUpTo, device.lastTransactionAt) &&
    (device.role === 'retired' || sinceSaleOff(context, device.drainedUpTo)))
