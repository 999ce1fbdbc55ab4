import type { Texts } from './texts.ts'
import { findings, problems } from './zh-cn/back-end.ts'
import { blockers } from './zh-cn/blockers.ts'
import { clocks } from './zh-cn/clocks.ts'
import { documents } from './zh-cn/documents.ts'
import { errors, fixes, refusals } from './zh-cn/errors.ts'
import { events } from './zh-cn/events.ts'
import { audiences, notices } from './zh-cn/notices.ts'
import { operations, orders } from './zh-cn/orders.ts'
import { duties, limits, roles } from './zh-cn/parties.ts'
import { closureReasons, suspensionReasons } from './zh-cn/reasons.ts'
import { reviewLines } from './zh-cn/review.ts'
import { states } from './zh-cn/states.ts'
import { departments, ticketTopics } from './zh-cn/tickets.ts'

export const zhCn: Texts = {
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
