import { findings, problems } from './en/back-end.ts'
import { blockers } from './en/blockers.ts'
import { clocks } from './en/clocks.ts'
import { documents } from './en/documents.ts'
import { errors, fixes, refusals } from './en/errors.ts'
import { events } from './en/events.ts'
import { audiences, notices } from './en/notices.ts'
import { operations, orders } from './en/orders.ts'
import { duties, limits, roles } from './en/parties.ts'
import { closureReasons, suspensionReasons } from './en/reasons.ts'
import { reviewLines } from './en/review.ts'
import { states } from './en/states.ts'
import { departments, ticketTopics } from './en/tickets.ts'
import type { Texts } from './texts.ts'

export const en: Texts = {
  blocker: blockers,
  suspensionReason: suspensionReasons,
  closureReason: closureReasons,
  document: documents,
  event: events,
  state: states,
  role: roles,
  duty: duties,
  limit: limits,
  order: orders,
  operation: operations,
  audience: audiences,
  notice: notices,
  department: departments,
  ticketTopic: ticketTopics,
  clock: clocks,
  reviewLine: reviewLines,
  refusal: refusals,
  problem: problems,
  finding: findings,
  error: errors,
  fix: fixes,
}
