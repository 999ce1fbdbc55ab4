import { blocker, profileOf } from '../domain/index.ts'
import type { Command, LifecycleRecord, Refused } from '../machine/index.ts'
import type { HeldElsewhere } from './store.ts'

/** A report is a fact, and two people answer for an exception: both are stored whatever another life has. */
export function isExempt(command: Command): boolean {
  if (!('event' in command)) return true
  const { event } = command
  return profileOf(event.type).kind === 'report' || ('exception' in event && event.exception !== undefined)
}

/** The refusal of a command that would bind a device which another life has. */
export const refusalFor = ({ value }: LifecycleRecord, { ref, lifecycleId }: HeldElsewhere): Refused => ({
  accepted: false,
  code: 'BLOCKED',
  state: value,
  blockers: [blocker('DEVICE_BOUND_ELSEWHERE', ref, { lifecycleId })],
})
