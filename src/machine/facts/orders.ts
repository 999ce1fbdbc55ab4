import { type ClockName, readOrderName, resultClockOf } from '../../domain/index.ts'
import type { Order, OrderKind } from '../../schemas/index.ts'
import type { Answer } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { RefusedAnswer } from '../shape/orders.ts'
import { unwanted } from './acceptance.ts'
import { isErased } from './data.ts'
import { freeDeposit } from './deposits.ts'
import { isInService, isMissing } from './devices.ts'
import { isEndedHold } from './holds.ts'
import { keysAreGone } from './keys.ts'
import { items } from './kit.ts'
import { phaseOf } from './phase.ts'
import { settlementRest } from './settlement.ts'
import { isLater } from './time.ts'
import { isDrained } from './transactions.ts'

/**
 * Orders whose effect cannot be taken back: whoever carries one out says so first (`order.claimed`), and the record is asked
 * once more.
 */
export const announcedOrders: ReadonlySet<OrderKind> = new Set([
  'payOut',
  'refundDeposit',
  'eraseDevice',
  'unbind',
])

/** Orders whose effect is read back: where nobody answered, the record takes the worse and has the host read. */
export const switchOrders: ReadonlySet<OrderKind> = new Set(['enableAcceptance', 'disableAcceptance'])

/** What takes sale or keys away: it waits for nothing that somebody else does not answer. */
export const urgentOrders: ReadonlySet<OrderKind> = new Set(['disableAcceptance', 'revokeKeys'])

const isLifted = (context: LifecycleContext, holdId: string): boolean =>
  context.holds[holdId]?.status === 'lifted' || isEndedHold(context, holdId)

type Of<K extends OrderKind> = Extract<Order, { kind: K }>
type Ask = { readonly [K in OrderKind]: (context: LifecycleContext, order: Of<K>) => boolean }

const ofDevice =
  (test: (context: LifecycleContext, device: Device, order: Order) => boolean) =>
  (context: LifecycleContext, order: Of<OrderKind> & { params: { serial: string } }): boolean => {
    const device = context.devices[order.params.serial]
    return device !== undefined && test(context, device, order)
  }

/** The device is given up: from one that the terminal works with nothing is taken. */
const ofLeaving = (test: (device: Device) => boolean) =>
  ofDevice((context, device) => !isInService(context, device) && test(device))

const readSince = ({ status }: LifecycleContext, { orderedAt }: Order): boolean =>
  status.readAt !== null && isLater(status.readAt, orderedAt)

/** Is what the order was given for still to be done? Its kind, and the state of what it is about, tell. */
const wanted: Ask = {
  disableAcceptance: (context, order) =>
    phaseOf(context) !== 'closed' &&
    !(readSince(context, order) && context.status.acceptance === 'off') &&
    order.params.capabilities.some((name) => unwanted(context).includes(name)),
  enableAcceptance: (context, order) =>
    phaseOf(context) !== 'closed' &&
    !(readSince(context, order) && context.status.acceptance === 'on') &&
    order.params.capabilities.some((name) => !unwanted(context).includes(name)),
  readStatus: (context, order) => !readSince(context, order) || context.status.unsettled === null,
  confirmClosure: ({ closing }, { params }) =>
    closing !== null && closing.confirmedAt === null && closing.attempt === params.attempt,
  uploadBatch: ofDevice((context, device) => phaseOf(context) !== 'live' && !isDrained(context, device)),
  readBackup: ofDevice(
    (_, { backup }, { params }) =>
      backup !== null && !backup.verified && 'hash' in params && backup.hash === params.hash,
  ),
  eraseDevice: ofDevice(
    (_, device) => !isErased(device) && device.erasure !== 'completed' && !isMissing(device),
  ),
  revokeKeys: ofDevice(
    (context, device) => isMissing(device) && device.keysRevokedAt === null && !keysAreGone(context, device),
  ),
  collectDevice: ofLeaving((device) => device.receivedAt === null && !isMissing(device)),
  requestStatement: ({ closing }) =>
    closing !== null && (closing.statement == null || closing.statement.stale),
  payOut: (context) => settlementRest(context) > 0,
  refundDeposit: (context, { params }) => {
    const deposit = context.deposits[params.depositId]
    return phaseOf(context) !== 'live' && deposit !== undefined && freeDeposit(context, deposit) > 0
  },
  unbind: ofLeaving(({ binding }) => binding !== 'unbound'),
  notify: (context, { params }) => {
    const { audience, template, ref } = params
    if (audience === 'serviceProvider' && context.agent === null) return false
    return ref === null || template === 'restriction_lifted' || !isLifted(context, ref)
  },
  openTicket: () => true,
}

/** An order was accepted; is what it was for there, or no longer wanted? Money on its way is bound until its bank has told. */
export const resultIsThere = (context: LifecycleContext, order: Order): boolean => {
  if (order.kind === 'payOut') return context.payouts[order.orderId]?.status !== 'ordered'
  if (order.kind === 'refundDeposit')
    return context.deposits[order.params.depositId]?.refunds[order.orderId]?.status !== 'ordered'
  if (order.kind === 'eraseDevice') return context.devices[order.params.serial]?.erasure !== 'authorised'
  if (order.kind === 'unbind') return context.devices[order.params.serial]?.binding !== 'unbindingOrdered'
  if (order.kind === 'enableAcceptance') return readSince(context, order)
  return order.kind === 'notify' || order.kind === 'openTicket' || !isWanted(context, order)
}

export const isWanted = (context: LifecycleContext, order: Order): boolean =>
  (wanted[order.kind] as (context: LifecycleContext, order: Order) => boolean)(context, order)

/** By which it is waited for once it was accepted; a stop by its own, shorter one. */
export const clockOf = ({ kind, params }: Order): ClockName | undefined => {
  if (kind !== 'disableAcceptance') return resultClockOf(kind)
  return params.urgent ? 'disableConfirmDue.urgent' : 'disableConfirmDue'
}

/** What tells two orders of one kind apart, beside their ids. */
export const subjectOf = ({ kind, params }: Order): string => {
  if ('serial' in params) return `${kind}:${params.serial}`
  if (kind === 'refundDeposit') return `${kind}:${params.depositId}`
  if (kind === 'notify') return [kind, params.template, params.audience, params.phase, params.ref].join(':')
  return kind === 'openTicket' ? [kind, params.topic, params.ref].join(':') : kind
}

/** Still to be carried out on this device. */
export const isOrderedFor =
  (serial: string) =>
  ({ status, params }: Order): boolean =>
    status === 'ordered' && 'serial' in params && params.serial === serial

/** Was the same ordered again later? Then the older one is nobody's task any more. */
export const isSuperseded = ({ orders }: LifecycleContext, order: Order): boolean => {
  const all = items(orders)
  const own = subjectOf(order)
  return all
    .slice(all.findIndex(({ orderId }) => orderId === order.orderId) + 1)
    .some((other) => other.status !== 'cancelled' && subjectOf(other) === own)
}

/** Is this the name of an order that this life has given before its event `seq`? One with a tag has been: nobody else makes such names. */
export const isGiven = ({ identity }: LifecycleContext, name: string, seq = Infinity): boolean => {
  const { lifecycleId, version = -1 } = readOrderName(name) ?? {}
  return lifecycleId === identity.lifecycleId && version < seq
}

/** An order of this life that is in its record no more has ended: what is told of it comes too late, and changes nothing. */
export const isEndedOrder = (
  context: LifecycleContext,
  { orderId, seq = Infinity }: { orderId?: string | undefined; seq?: number | undefined },
): boolean =>
  orderId !== undefined && !Object.hasOwn(context.orders, orderId) && isGiven(context, orderId, seq)

/** It failed, nothing took its place, and what it was for is still to be done. */
export const isOpenFailure = (context: LifecycleContext, order: Order): boolean =>
  order.status === 'failed' && !isSuperseded(context, order) && isWanted(context, order)

/** The fact is kept with such an issue and moves nothing: the order that asked for it has no result yet. */
const unusable: ReadonlySet<string> = new Set(['CURRENCY_MISMATCH', 'PAYOUT_UNKNOWN'])

const notTaken = (answer: Answer): readonly string[] => {
  if (answer.accepted) return answer.issues.flatMap(({ code }) => (unusable.has(code) ? [code] : []))
  return answer.blockers.length > 0 ? answer.blockers.map(({ code }) => code) : [answer.code]
}

/** Why what a service told was not taken: refused, kept without an effect, or told once more as it was refused before. */
export const codesNotTaken = (
  answers: readonly Answer[],
  before: RefusedAnswer | undefined,
): readonly string[] => {
  const isOld = answers.length > 0 && answers.every((answer) => answer.accepted && answer.noop)
  return before && isOld ? before.codes : [...new Set(answers.flatMap(notTaken))]
}
