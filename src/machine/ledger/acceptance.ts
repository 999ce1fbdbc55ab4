import type { CapabilityName, EventOn } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import {
  acceptanceWanted,
  contradictions,
  hostCapabilities,
  isClosedAtHost,
  unwanted,
  waitsForNotice,
} from '../facts/acceptance.ts'
import { boundDevices } from '../facts/devices.ts'
import { saleLimited } from '../facts/holds.ts'
import { isOurs, items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementCarriedOver } from '../facts/settlement.ts'
import { believed, isLater, latest } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Reducers } from './kit.ts'
import { notify, openTicket } from './notices.ts'
import { answerOrders, cancelUnclaimed } from './order-ends.ts'
import { keepPapers } from './papers.ts'
import { outdateStatement } from './settlement.ts'
import { fetchBatches } from './transactions.ts'
import type { Turn } from './turn.ts'

/** Does the order switch on or off any of these? */
const about =
  (...names: readonly CapabilityName[]) =>
  ({ params }: Order): boolean =>
    'capabilities' in params && params.capabilities.some((name) => names.includes(name))

/** An order to switch on what must stay off is taken back; what it said beside that is ordered anew. */
const takeBack = (turn: Turn): void => {
  const stale = about(...unwanted(turn.context))
  const taken = turn.inFlight('enableAcceptance', (order) => !order.claimed && stale(order))
  cancelUnclaimed(turn, 'enableAcceptance', stale)
  if (taken) enableAcceptance(turn)
}

/** Ordered now, believed only when it is read back; where sale is off already, its reading goes on to prove it. */
export const disableAcceptance = (turn: Turn, urgent: boolean, saleUntouched = false): void => {
  const orderId = turn.order('disableAcceptance', { capabilities: unwanted(turn.context), urgent })
  takeBack(turn)
  const { status } = turn.context
  // what worked until now is the measure of what has to work again; a reading that is in doubt is none
  if (status.acceptance === 'on' && !status.contradicted)
    turn.set({ status: { ...status, before: { ...status.before, ...status.capabilities } } })
  if (!saleUntouched && !acceptanceWanted(turn.context)) turn.set({ disabledAt: turn.at })
  if (!saleUntouched && turn.context.closing) turn.closing({ offReadAt: null })
  turn.start(urgent ? 'disableConfirmDue.urgent' : 'disableConfirmDue', { ref: orderId })
}

const covered = (order: Order, urgent: boolean, wanted: readonly CapabilityName[]): boolean =>
  order.kind === 'disableAcceptance' &&
  (order.params.urgent || !urgent) &&
  wanted.every((name) => order.params.capabilities.includes(name))

/** Ordered off, unless that is on its way already or was read back; a loss does not wait for a slower order. */
export const ensureDisabled = (turn: Turn, urgent: boolean): void => {
  const { status, disabledAt, enabledAt } = turn.context
  const wanted = unwanted(turn.context)
  const since = latest(disabledAt, enabledAt)
  // somebody may be switching on what must be off: an older order or reading says nothing about the end of it
  const switchingOn = items(turn.context.orders).filter(
    (order) => order.kind === 'enableAcceptance' && order.status === 'ordered' && about(...wanted)(order),
  )
  const readOff =
    status.acceptance === 'off' &&
    status.readAt !== null &&
    (since === null || isLater(status.readAt, since)) &&
    !switchingOn.some(about('sale'))
  const onlySale = wanted.every((name) => name === 'sale' || name === 'preAuth')
  const underWay = turn.inFlight(
    'disableAcceptance',
    (order) =>
      covered(order, urgent, wanted) &&
      switchingOn.every((other) => isLater(order.orderedAt, other.orderedAt)),
  )
  if (wanted.length > 0 && !(readOff && onlySale) && !underWay) disableAcceptance(turn, urgent, readOff)
  else takeBack(turn)
}

/** A hold that came with the opening waits for a reading. Where the host cannot be read, sale is ordered off all the same. */
export const offUnread = (turn: Turn): void => {
  const { disabledAt, status } = turn.context
  if (disabledAt === null && status.acceptance !== 'off' && saleLimited(turn.context))
    ensureDisabled(turn, false)
}

/** Everything that is wanted of the host; a reading of sale taken before this order proves nothing. */
export const enableAcceptance = (turn: Turn): void => {
  // nobody sells under a number that its host calls closed
  if (isClosedAtHost(turn.context)) return
  const isWaiting = waitsForNotice(turn.context)
  const off = new Set<string>([...unwanted(turn.context), ...(isWaiting ? ['sale', 'preAuth'] : [])])
  // a slow order to stop what is allowed again must not win afterwards
  cancelUnclaimed(
    turn,
    'disableAcceptance',
    ({ params }) => 'capabilities' in params && !params.capabilities.some((name) => off.has(name)),
  )
  const capabilities = hostCapabilities.filter((name) => !off.has(name))
  if (capabilities.length > 0) turn.order('enableAcceptance', { capabilities })
  if (acceptanceWanted(turn.context) && !isWaiting) turn.set({ enabledAt: turn.at })
}

/** A hold that limited something else than sale is over: the host is told, whether or not sale is on. */
export const restoreCapabilities = (turn: Turn, before: LifecycleContext): void => {
  if (phaseOf(turn.context) === 'closed') return
  const resuming = acceptanceWanted(turn.context) && !acceptanceWanted(before)
  const off = unwanted(turn.context)
  const back = unwanted(before).some((name) => !off.includes(name))
  // who comes back into service is told everything at once, at the entry of `enabling`
  if (back && !resuming) enableAcceptance(turn)
}

export const readStatus = (turn: Turn): void => {
  turn.order('readStatus', { notBefore: turn.at })
}

interface Reading {
  acceptance: 'on' | 'off'
  readAt: string
}

/** The host says something else than was ordered: told, and ordered again. */
const mismatch = (turn: Turn, { acceptance, readAt }: Reading): void => {
  const wanted = acceptanceWanted(turn.context)
  if (wanted === (acceptance === 'on') || isClosedAtHost(turn.context)) return
  const ended = turn.context.closing?.closedAt != null
  const sale = about('sale')
  const underWay = turn.inFlight('disableAcceptance', sale) || turn.inFlight('enableAcceptance', sale)
  const ordered = wanted ? turn.context.enabledAt : turn.context.disabledAt
  if (!ended && (underWay || (ordered !== null && !isLater(readAt, ordered)))) return
  if (!wanted && !ended) turn.set({ status: { ...turn.context.status, sellsAt: readAt } })
  turn.issue('STATUS_MISMATCH', boundDevices(turn.context)[0]?.serial, {
    acceptance,
    wanted: wanted ? 'on' : 'off',
  })
  if (ended) {
    turn.toTail(null, true)
    openTicket(turn, 'risk', 'acceptance_on_after_closure')
  } else if (wanted) enableAcceptance(turn)
  else disableAcceptance(turn, true)
}

/** Off at last, or wanted on again. */
const noLongerSells = (turn: Turn): void => {
  const { sellsAt: _, ...status } = turn.context.status
  turn.set({ status })
}

/** The first reading of `off` after the last order; a reading of `on` makes every upload before it worthless. */
const noteSaleOff = (turn: Turn, { acceptance, readAt }: Reading): void => {
  const { closing, disabledAt } = turn.context
  if (closing === null || closing.closedAt !== null) return
  const believed = disabledAt === null || isLater(readAt, disabledAt)
  if (acceptance === 'on') turn.closing({ offReadAt: null })
  else if (closing.offReadAt === null && believed) turn.closing({ offReadAt: readAt })
}

/** The host denies what was ordered on: it is read again, and somebody looks; after so many times two people may accept it. */
export const followContradictions = (turn: Turn): void => {
  const found = contradictions(turn.context)
  const { status, policy } = turn.context
  const contradicted = found.length === 0 ? 0 : (status.contradicted ?? 0) + 1
  if (contradicted !== (status.contradicted ?? 0)) turn.set({ status: { ...status, contradicted } })
  if (contradicted === 0) return
  turn.issue('STATUS_MISMATCH', boundDevices(turn.context)[0]?.serial, { denied: [...found] })
  if (contradicted === 1) openTicket(turn, 'registry', 'reading_contradicts')
  if (contradicted < policy.verifyAttempts && !turn.inFlight('readStatus')) readStatus(turn)
}

/** What follows from a reading that is now in the record. */
const followReading = (turn: Turn, reading: Reading): void => {
  const { disabledAt } = turn.context
  const proves = reading.acceptance === 'off' && (disabledAt === null || isLater(reading.readAt, disabledAt))
  for (const { name, ref } of items(turn.context.deadlines))
    if (proves && name.startsWith('disableConfirmDue') && ref !== null) turn.cancel(name, ref)
  if (reading.acceptance === 'off' || acceptanceWanted(turn.context)) noLongerSells(turn)
  noteSaleOff(turn, reading)
  mismatch(turn, reading)
  followContradictions(turn)
  if (turn.context.closing !== null && reading.acceptance === 'off') fetchBatches(turn)
}

/** Entry of `enabling`: sale is ordered on, and customers hear of it before it is. */
export const resumeService = (turn: Turn): void => {
  notify(turn, 'service_resuming', ['merchant', 'customers'], { phase: 'before' })
  if (isClosedAtHost(turn.context)) readStatus(turn)
  if (turn.context.policy.noticeBeforeResuming) turn.start('resumeNoticeDue')
  else enableAcceptance(turn)
}

const isResumeNotice = (order: Order): boolean =>
  order.kind === 'notify' &&
  order.params.template === 'service_resuming' &&
  order.params.audience === 'customers'

/** Customers have been told, or nobody could tell them, or it has taken too long: sale goes on. (R-299, OQ-18) */
export const resumeAfterNotice = (turn: Turn): void => {
  const { status } = turn.context.deadlines.resumeNoticeDue ?? {}
  if (status !== 'running' && status !== 'fired') return
  const isWanted = acceptanceWanted(turn.context)
  if (isWanted && status === 'running' && turn.inFlight('notify', isResumeNotice)) return
  turn.update('deadlines', 'resumeNoticeDue', { status: 'cancelled', remaining: null })
  if (isWanted) enableAcceptance(turn)
}

/** What was held back while the number was called closed is ordered now. */
const switchOnAfterDoubt = (turn: Turn): void => {
  const { status, enabledAt, disabledAt } = turn.context
  const isOrderedOn = enabledAt !== null && (disabledAt === null || isLater(enabledAt, disabledAt))
  if (acceptanceWanted(turn.context) && (status.acceptance === 'off' || !isOrderedOn)) enableAcceptance(turn)
}

export const acceptanceReducers: Reducers<EventOn<'acceptance'>> = {
  'reading.accepted': (turn, { readAt, evidence }) => {
    keepPapers(turn, evidence)
    turn.set({ status: { ...turn.context.status, acceptedReadAt: readAt, contradicted: 0 } })
    noLongerSells(turn)
    switchOnAfterDoubt(turn)
  },

  'status.reported': (turn, event) => {
    const { acceptance, registry } = event
    // an amount in another currency says nothing of what this terminal is owed
    const isCounted = isOurs(turn.context, event.unsettled)
    const unsettled = isCounted ? event.unsettled.amount : null
    // a host whose clock is ahead cannot have read the future
    const readAt = believed(event.readAt, turn.at)
    const known = turn.context.status.readAt
    if (known !== null && isLater(known, readAt)) return turn.issue('STALE_READ', undefined, { readAt })
    const capabilities = event.capabilities ?? {}
    turn.set({
      status: { ...turn.context.status, acceptance, registry, unsettled, readAt, capabilities },
    })
    const { closing } = turn.context
    // money turned up after the closure was confirmed: the statement no longer says the whole
    const confirmed =
      closing?.confirmedAt != null && closing.closedAt === null && isLater(readAt, closing.confirmedAt)
    const isOff = unsettled !== null && (unsettled < 0 || unsettled > settlementCarriedOver(turn.context))
    const surprising = confirmed && isOff
    if (surprising) {
      outdateStatement(turn)
      turn.issue('UNSETTLED_AMOUNT', undefined, { amount: unsettled })
    }
    // without its amount the host was not read as it was asked to be
    if (isCounted) answerOrders(turn, 'readStatus', ({ orderedAt }) => isLater(readAt, orderedAt))
    if (isClosedAtHost(turn.before) && !isClosedAtHost(turn.context)) switchOnAfterDoubt(turn)
    followReading(turn, { acceptance, readAt })
  },
}
