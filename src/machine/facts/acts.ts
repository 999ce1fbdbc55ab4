import { type EventType, type Instant, profileOf } from '../../domain/index.ts'
import type { ProposedAct } from '../shape/acts.ts'
import { milliseconds } from './time.ts'

/** Under which key the first half of a two-person act is remembered. */
export const actKey = (event: { type: EventType }): string => {
  const { item } = profileOf(event.type)
  const ref = item === undefined ? '' : (event as Record<string, unknown>)[item]
  return `${event.type}:${String(ref ?? '')}`
}

/** How long what one of two people proposed waits for the other. */
export const rememberedMs = 24 * 3_600_000

export const isRemembered = (proposed: ProposedAct, at: Instant): boolean =>
  milliseconds(at) - milliseconds(proposed.at) <= rememberedMs
