import type { Texts } from './texts.ts'
import { findings, problems } from './zh-cn/back-end.ts'
import { blockers } from './zh-cn/blockers.ts'
import {
  backupStatements,
  channels,
  components,
  dispositions,
  durations,
  faultCauses,
  performers,
  remedies,
  selfServiceResults,
  signatories,
  symptoms,
} from './zh-cn/choices.ts'
import { clocks } from './zh-cn/clocks.ts'
import {
  backupMethods,
  conditions,
  damageCauses,
  destinations,
  erasureMethods,
  keyRemovals,
  losses,
  testChecks,
} from './zh-cn/devices.ts'
import { documents } from './zh-cn/documents.ts'
import { errors, fixes, refusals } from './zh-cn/errors.ts'
import { events } from './zh-cn/events.ts'
import { charges, deposits, handlings, obligations, payoutMethods } from './zh-cn/money.ts'
import { audiences, notices } from './zh-cn/notices.ts'
import { operations, orders } from './zh-cn/orders.ts'
import { agentTasks, duties, limits, merchantTypes, roles } from './zh-cn/parties.ts'
import { closureReasons, reasonCategories, rejections, suspensionReasons } from './zh-cn/reasons.ts'
import { reviewLines } from './zh-cn/review.ts'
import { states } from './zh-cn/states.ts'
import { switching } from './zh-cn/switching.ts'
import { departments, followUps, notes, noteVisibilities, requests, ticketTopics } from './zh-cn/tickets.ts'

/** Every text in Chinese, for `textFrom`. A bundle that names it leaves the English out. */
export const zhCn: Texts = {
  blocker: blockers,
  suspensionReason: suspensionReasons,
  closureReason: closureReasons,
  document: documents,
  event: events,
  state: states,
  switching,
  role: roles,
  duty: duties,
  limit: limits,
  order: orders,
  operation: operations,
  payoutMethod: payoutMethods,
  audience: audiences,
  notice: notices,
  department: departments,
  ticketTopic: ticketTopics,
  clock: clocks,
  reviewLine: reviewLines,
  channel: channels,
  signatory: signatories,
  duration: durations,
  disposition: dispositions,
  backupStatement: backupStatements,
  selfServiceResult: selfServiceResults,
  remedy: remedies,
  performer: performers,
  component: components,
  symptom: symptoms,
  faultCause: faultCauses,
  merchantType: merchantTypes,
  agentTask: agentTasks,
  reasonCategory: reasonCategories,
  rejection: rejections,
  request: requests,
  followUp: followUps,
  note: notes,
  noteVisibility: noteVisibilities,
  charge: charges,
  deposit: deposits,
  obligation: obligations,
  handling: handlings,
  destination: destinations,
  condition: conditions,
  damageCause: damageCauses,
  loss: losses,
  testCheck: testChecks,
  backupMethod: backupMethods,
  erasureMethod: erasureMethods,
  keyRemoval: keyRemovals,
  refusal: refusals,
  problem: problems,
  finding: findings,
  error: errors,
  fix: fixes,
}
