import { capabilityNames } from '../../domain/index.ts'
import { acceptanceWanted, boundDevice, effectiveHolds, isDrained, items } from '../facts.ts'
import { isLater, latest } from '../time.ts'
import type { Turn } from '../turn.ts'
import { notify, openTicket } from './notices.ts'
import { aboutDevice, cancelUnclaimed } from './order-ends.ts'

const selling = ['sale', 'preAuth'] as const

/** Sale off: ordered now, believed only when it is read back. */
export const disableAcceptance = (turn: Turn, urgent: boolean): void => {
  cancelUnclaimed(turn, 'enableAcceptance')
  const orderId = turn.order('disableAcceptance', { capabilities: [...selling], urgent })
  turn.set({ disabledAt: turn.at })
  turn.start(urgent ? 'disableConfirmDue.urgent' : 'disableConfirmDue', { ref: orderId })
}

/** Sale on again; a reading taken before this order proves nothing. */
const enableAcceptance = (turn: Turn): void => {
  const limited = new Set(capabilityNames.filter((name) => effectiveHolds(turn.context, name).length > 0))
  const capabilities = capabilityNames.filter((name) => name !== 'test' && !limited.has(name))
  turn.order('enableAcceptance', { capabilities })
  turn.set({ enabledAt: turn.at })
}

export const readStatus = (turn: Turn): void => {
  turn.order('readStatus', { notBefore: turn.at })
}

/** While closing, what a device still holds is fetched as soon as sale is read back as off. */
const fetchBatches = (turn: Turn): void => {
  for (const device of items(turn.context.devices)) {
    const { serial, custody } = device
    const asked = turn.inFlight('uploadBatch', aboutDevice(serial))
    if (custody !== 'lost' && !asked && !isDrained(turn.context, device))
      turn.order('uploadBatch', { serial })
  }
}

interface Reading {
  acceptance: 'on' | 'off'
  readAt: string
}

/** The host says something else than was ordered: told, and ordered again. */
const mismatch = (turn: Turn, { acceptance, readAt }: Reading): void => {
  const wanted = acceptanceWanted(turn.context)
  if (wanted === (acceptance === 'on')) return
  const ended = turn.context.closing?.closedAt != null
  const underWay = turn.inFlight('disableAcceptance') || turn.inFlight('enableAcceptance')
  const ordered = wanted ? turn.context.enabledAt : turn.context.disabledAt
  if (!ended && (underWay || (ordered !== null && !isLater(readAt, ordered)))) return
  turn.issue('STATUS_MISMATCH', boundDevice(turn.context)?.serial, {
    acceptance,
    wanted: wanted ? 'on' : 'off',
  })
  if (ended) {
    turn.toTail(null, true)
    openTicket(turn, 'risk', 'acceptance_on_after_closure')
  } else if (wanted) enableAcceptance(turn)
  else disableAcceptance(turn, true)
}

/** What follows from a reading that is now in the record. */
export const followReading = (turn: Turn, reading: Reading): void => {
  for (const deadline of items(turn.context.deadlines))
    if (
      reading.acceptance === 'off' &&
      deadline.name.startsWith('disableConfirmDue') &&
      deadline.ref !== null
    )
      if (
        isLater(reading.readAt, turn.context.disabledAt ?? reading.readAt) ||
        turn.context.disabledAt === null
      )
        turn.cancel(deadline.name, deadline.ref)
  mismatch(turn, reading)
  if (turn.context.closing !== null && reading.acceptance === 'off') fetchBatches(turn)
}

/** A transaction moves the business time of the terminal and of its device. */
export const touch = (turn: Turn, serial: string | null, occurredAt: string): void => {
  const before = turn.context.lastTransactionAt
  turn.set({ lastTransactionAt: latest(turn.context.lastTransactionAt, occurredAt) })
  const device = serial === null ? undefined : turn.context.devices[serial]
  if (device)
    turn.update('devices', device.serial, { lastTransactionAt: latest(device.lastTransactionAt, occurredAt) })
  const { closing, deposits, lastTransactionAt } = turn.context
  if (closing === null || lastTransactionAt === null || lastTransactionAt === before) return
  // a guarantee is kept as long as the last transaction may come back as a dispute
  for (const { depositId, releaseRule } of items(deposits))
    if (releaseRule === 'guaranteeTail')
      turn.start('guaranteeTail', { ref: depositId, from: lastTransactionAt })
}

/** Entry of `enabling`: sale is ordered on, and customers hear of it before it is. */
export const resumeService = (turn: Turn): void => {
  enableAcceptance(turn)
  notify(turn, 'service_resuming', ['merchant', 'customers'], { phase: 'before' })
}
