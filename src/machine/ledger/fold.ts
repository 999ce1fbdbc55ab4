import { type EventType, profileOf, type WorkingDayCalendar } from '../../domain/index.ts'
import { actKey, isRemembered } from '../facts/acts.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { isDrained } from '../facts/transactions.ts'
import { erasureBlockers } from '../rules/data.ts'
import { isRepeat } from '../rules/repeats.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'
import { Turn } from '../turn.ts'
import { restoreCapabilities } from './acceptance.ts'
import { applicationReducers } from './applications.ts'
import { chargeReducers } from './charges.ts'
import { dataReducers } from './data.ts'
import { deviceReducers } from './devices.ts'
import { holdReducers } from './holds.ts'
import type { Reducer, Reducers } from './kit.ts'
import { followPayouts, moneyReducers } from './money.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, cancelUnclaimed } from './order-ends.ts'
import { orderReducers } from './orders.ts'
import { serviceReducers } from './service.ts'

const reducers: Reducers<EventType> = {
  ...holdReducers,
  ...applicationReducers,
  ...serviceReducers,
  ...deviceReducers,
  ...dataReducers,
  ...moneyReducers,
  ...chargeReducers,
  ...orderReducers,
}

/** Facts about the ledger that was frozen when the books were closed: they go to the tail and change nothing else. */
const frozen = new Set<EventType>([
  'transaction.reported',
  'batch.uploaded',
  'dispute.opened',
  'dispute.closed',
  'device.lost',
  'device.found',
  'device.shipped',
  'device.received',
  'device.inspected',
  'erasure.completed',
  'erasure.failed',
  'keys.removed',
  'unbinding.confirmed',
  'unbinding.failed',
  'closure.confirmed',
])

/** Of these many come about one thing; of the others, the same one about the same thing again is the same fact. */
const recurring = new Set<EventType>(['transaction.reported', 'batch.uploaded'])

/** Told before, with nothing about it since. */
const isInTail = ({ tail }: LifecycleContext, event: StampedEvent): boolean => {
  const last = tail.findLast(({ ref }) => ref === refOf(event))
  return last?.kind === event.type && !recurring.has(event.type)
}

/** Whoever speaks, itself or through somebody who writes it down, can be reached. */
const hear = (turn: Turn, { by }: StampedEvent): void => {
  const { unreachable } = turn.context
  const silent = unreachable.filter((party) => party !== by.role && party !== by.onBehalfOf)
  if (silent.length < unreachable.length) turn.set({ unreachable: silent })
}

const refOf = (event: StampedEvent): string | null => {
  const { item } = profileOf(event.type)
  const named = event as unknown as Record<string, unknown>
  const ref = item === undefined ? (named.ref ?? named.caseId) : named[item]
  return typeof ref === 'string' ? ref : null
}

/** What was authorised lapses when one of its conditions is no longer true, unless somebody has begun. */
const lapse = (turn: Turn): void => {
  for (const device of items(turn.context.devices)) {
    const about = aboutDevice(device.serial)
    if (device.erasure === 'authorised' && erasureBlockers(turn.context, device).length > 0) {
      cancelUnclaimed(turn, 'eraseDevice', about)
      turn.update('devices', device.serial, { erasure: 'none' })
    }
    if (device.binding === 'unbindingOrdered' && !isDrained(turn.context, device))
      cancelUnclaimed(turn, 'unbind', about)
  }
}

/** A device that will not come back has nothing left to erase once its keys are worthless. */
const moot = (turn: Turn): void => {
  for (const device of items(turn.context.devices))
    if (device.custody === 'lossAccepted' && device.keysRevokedAt !== null && device.erasure !== 'verified')
      if (device.erasure !== 'moot') {
        cancelUnclaimed(turn, 'eraseDevice', aboutDevice(device.serial))
        turn.update('devices', device.serial, { erasure: 'moot' })
      }
}

/** First halves of two-person acts: gone when carried out, forgotten after a day. */
const forget = (turn: Turn, event: StampedEvent): void => {
  const acts = Object.entries(turn.context.proposedActs)
  const done = actKey(event)
  const kept = acts.filter(([key, proposed]) => key !== done && isRemembered(proposed, event.at))
  if (kept.length < acts.length) turn.set({ proposedActs: Object.fromEntries(kept) })
}

/**
 * Writes one event into the context: the only way a context ever changes. A repeat leaves it as it is.
 *
 * A report that is not expected in this phase is kept with issue NOT_EXPECTED_IN_STATE; after closing it goes to the tail.
 */
export const fold = (
  context: LifecycleContext,
  event: StampedEvent,
  calendar: WorkingDayCalendar,
): LifecycleContext => {
  if (isRepeat(context, event)) return context
  const turn = new Turn(context, event, calendar)
  const phase = phaseOf(context)
  hear(turn, event)
  if (phase === 'closed' && frozen.has(event.type) && isInTail(context, event)) return turn.context
  const { kind, phases } = profileOf(event.type)
  if (kind === 'report' && !phases.includes(phase))
    turn.issue('NOT_EXPECTED_IN_STATE', refOf(event) ?? undefined)
  if (phase === 'closed' && frozen.has(event.type)) {
    turn.toTail(refOf(event), true)
    openTicket(turn, 'support', 'after_closure', refOf(event))
    return turn.context
  }
  const reduce = reducers[event.type] as Reducer
  reduce(turn, event)
  followPayouts(turn, context)
  forget(turn, event)
  moot(turn)
  lapse(turn)
  restoreCapabilities(turn, context)
  return turn.context
}
