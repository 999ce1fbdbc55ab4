import type { Data, Facts, Limit, Role } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { items } from './kit.ts'
import { isLater } from './time.ts'

/** An eased hold no longer limits payout and erasure; it is whole again when the closure is cancelled. */
const limitsNow = (hold: Hold, limit: Limit): boolean =>
  hold.caps.includes(limit) && !(hold.eased && (limit === 'payout' || limit === 'erasure'))

export const effectiveHolds = (context: LifecycleContext, limit: Limit): Hold[] =>
  items(context.holds).filter((hold) => hold.status === 'effective' && limitsNow(hold, limit))

/** Cleared, but the device test is still owed: sale stays off. */
export const holdsOwingTest = (context: LifecycleContext): Hold[] =>
  items(context.holds).filter((hold) => hold.status === 'cleared' && hold.caps.includes('sale'))

export const saleLimited = (context: LifecycleContext): boolean =>
  effectiveHolds(context, 'sale').length > 0 || holdsOwingTest(context).length > 0

/** The device that the hold is about; a hold that follows from a loss bears its name. */
export const deviceOfHold = ({ serial, holdId, code }: Hold): string | undefined =>
  serial ?? (code === 'DEVICE_LOST' ? /^lost:(.+):\d+$/.exec(holdId)?.[1] : undefined)

const sellsOn = ({ devices }: LifecycleContext, serial: unknown): boolean =>
  typeof serial === 'string' && devices[serial]?.role === 'bound'

/** Which test is owed, and on which device where it is not any of them. */
export const testOwed = (context: LifecycleContext, hold: Hold): Data => {
  const serial = deviceOfHold(hold)
  return { owed: hold.test, ...(serial !== undefined && sellsOn(context, serial) && { serial }) }
}

/** Is the hold about this device, or about none that the terminal still sells on? Then any of them will do. */
export const concerns = (context: LifecycleContext, hold: Hold, serial: string): boolean => {
  const own = deviceOfHold(hold)
  return own === serial || !sellsOn(context, own)
}

/** What was read off a paper is about another device of the terminal than the hold. */
export const isOfAnother = (context: LifecycleContext, hold: Hold, facts: Facts = {}): boolean => {
  const own = deviceOfHold(hold)
  return own !== undefined && facts.serial !== own && sellsOn(context, own) && sellsOn(context, facts.serial)
}

/** Planned holds start by themselves: a decision already taken. */
export const startsLater = (startsAt: string | undefined, at: string): boolean =>
  startsAt !== undefined && isLater(startsAt, at)

export const seesAll = (viewer: Role): boolean => viewer === 'provider' || viewer === 'system'

export const hiddenHolds = ({ holds }: LifecycleContext): ReadonlySet<string> =>
  new Set(items<Hold>(holds).flatMap(({ holdId, disclosure }) => (disclosure === 'hidden' ? [holdId] : [])))

/** Does this reference name a hold that the viewer must not know of? */
export const isHidden = (context: LifecycleContext, ref: string, viewer: Role): boolean =>
  !seesAll(viewer) && hiddenHolds(context).has(ref)

/** It was here, has ended, and has left the record. */
export const isEndedHold = (
  { endedHolds = [] }: Pick<LifecycleContext, 'endedHolds'>,
  holdId: string,
): boolean => endedHolds.includes(holdId)

/** The library itself gives such names to holds that follow from facts. */
export const isReservedHold = (name: string): boolean =>
  /^(suspension|lost|reactivation|evidence):/.test(name)

/** Its name was given before, whether or not the record still has it. */
export const isKnownHold = (context: LifecycleContext, holdId: string): boolean =>
  Object.hasOwn(context.holds, holdId) || isEndedHold(context, holdId)
