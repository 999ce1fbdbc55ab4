import { type ClockName, clockProfiles, resultClockOf } from './clocks.ts'
import { type EventType, eventProfiles } from './events.ts'
import { orderAnswers } from './order-answers.ts'
import type { OrderKind } from './orders.ts'
import type { Department } from './tickets.ts'

/** What ends an order, whoever tells it: its answers, and what the clock of its result waits for. */
export const resultsOf = (kind: OrderKind): readonly EventType[] => {
  const clock = resultClockOf(kind)
  return [...new Set([...orderAnswers[kind], ...(clock ? clockProfiles[clock].ends : [])])]
}

/** A stop has a clock of its own, which waits for the reading that proves it. */
const clockOf = (kind: OrderKind): ClockName | undefined =>
  kind === 'disableAcceptance' ? 'disableConfirmDue' : resultClockOf(kind)

/** Whose work an order is where people carry it out: of those who are given a ticket when its result is overdue. */
export const deskOf = (kind: OrderKind): Department => {
  const clock = clockOf(kind)
  return (clock && clockProfiles[clock].ticket) ?? 'support'
}

/** The events by which a person of the provider tells what came of an order; empty where nothing is waited for. */
export const toldByPeople = (kind: OrderKind): readonly EventType[] => {
  const clock = clockOf(kind)
  const results = [...new Set([...resultsOf(kind), ...(clock ? clockProfiles[clock].ends : [])])]
  return results.filter((type) => (eventProfiles[type].roles as readonly string[]).includes('provider'))
}
