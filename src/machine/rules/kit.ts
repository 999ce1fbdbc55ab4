import type { Actor, Blocker, EventType, Instant } from '../../domain/index.ts'
import { lookUp, when } from '../clearing/kit.ts'
import { isInService } from '../facts/devices.ts'
import { isEndedHold } from '../facts/holds.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { StampedEvent } from '../shape/record.ts'

/** An event by its type. */
export type EventOf<T extends EventType> = Extract<StampedEvent, { type: T }>

/** An event that may still lack its payload: a question "may I?" names only who, when and perhaps which item. */
export type Asked<T extends EventType> = { type: T; by: Actor; at: Instant } & {
  readonly [K in keyof EventOf<T>]?: EventOf<T>[K] | undefined
}

/** Why not; nothing missing means: yes. What a partial event does not say is not checked. */
export type Rule<T extends EventType = EventType> = (
  context: LifecycleContext,
  event: Asked<T>,
) => readonly Blocker[]

/** One rule for each event of a topic. */
export type Rules<T extends EventType> = { readonly [K in T]: Rule<K> }

/** The request is for a device at the end of its service: the terminal is closing, or the device is retired. */
export const inService = (context: LifecycleContext, device: Device): Blocker | false =>
  when(isInService(context, device), 'DEVICE_IN_SERVICE', device.serial)

export const isRole = (event: { by: Actor }, role: Actor['role']): boolean => event.by.role === role

/** A report is never refused. */
export const report = (): readonly Blocker[] => []

type Named = { serial?: string | undefined }
export const deviceNamed = (context: LifecycleContext, { serial }: Named) =>
  lookUp(context.devices, serial, 'DEVICE_UNKNOWN')

export const withDevice =
  <E extends Named>(rule: (context: LifecycleContext, item: Device, event: E) => readonly Blocker[]) =>
  (context: LifecycleContext, event: E): readonly Blocker[] => {
    const { item, missing } = deviceNamed(context, event)
    return missing ?? rule(context, item, event)
  }

export const tooHigh = (amount: { amount: number } | undefined, limit: number, ref?: string) =>
  when(amount !== undefined && amount.amount > limit, 'AMOUNT_TOO_HIGH', ref, { limit })

/** One that has left the record had ended; one that was never placed is unknown. */
export const holdNamed = (context: LifecycleContext, holdId: string | undefined) => {
  const isOver = holdId !== undefined && isEndedHold(context, holdId)
  return lookUp(context.holds, holdId, isOver ? 'HOLD_ENDED' : 'HOLD_UNKNOWN')
}
