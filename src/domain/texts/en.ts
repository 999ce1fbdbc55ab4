import { findings, problems } from './en/back-end.ts'
import { blockers } from './en/blockers.ts'
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
} from './en/choices.ts'
import { clocks } from './en/clocks.ts'
import {
  backupMethods,
  conditions,
  damageCauses,
  destinations,
  erasureMethods,
  keyRemovals,
  losses,
  testChecks,
} from './en/devices.ts'
import { documents } from './en/documents.ts'
import { errors, fixes, refusals } from './en/errors.ts'
import { events } from './en/events.ts'
import { charges, deposits, handlings, obligations, payoutMethods } from './en/money.ts'
import { audiences, notices } from './en/notices.ts'
import { operations, orders } from './en/orders.ts'
import { agentTasks, duties, limits, merchantTypes, roles } from './en/parties.ts'
import { closureReasons, reasonCategories, rejections, suspensionReasons } from './en/reasons.ts'
import { reviewLines } from './en/review.ts'
import { states } from './en/states.ts'
import { switching } from './en/switching.ts'
import { departments, followUps, notes, noteVisibilities, requests, ticketTopics } from './en/tickets.ts'
import type { Texts } from './texts.ts'

/** Every text in English, for `textFrom`. A bundle that names it leaves the Chinese out. */
export const en: Texts = {
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
