import { defaultPolicy, type LifecyclePolicy } from 'terminal-lifecycle/domain'
import {
  type Answer,
  type Command,
  createLifecycle,
  type JournalEntry,
  type LifecycleRecord,
  type Refused,
} from 'terminal-lifecycle/machine'
import type { Order } from 'terminal-lifecycle/schemas'
import type { Act, Case } from './acts.ts'
import { type OpeningKey, openings, start } from './openings.ts'
import { people } from './people.ts'
import { type Host, hostAfter, toldOf } from './systems.ts'

/** As everywhere, but a merchant may object to a closure that is imposed. */
const policy: LifecyclePolicy = { ...defaultPolicy, appealAllowed: true }
export const lifecycle = createLifecycle({ policy })

/** How things stand after an act. */
export interface Moment {
  readonly record: LifecycleRecord
  /** What the clock on the wall says. */
  readonly now: string
  readonly host: Host
  /** What the act added to the journal. */
  readonly entries: readonly JournalEntry[]
  /** How many commands were told so far: names of commands are made of it. */
  readonly told: number
}

export type Played = { readonly moment: Moment; readonly refused?: undefined } | { readonly refused: Refused }

export const open = (opening: OpeningKey): Moment => {
  const { record, entry } = lifecycle.open(openings[opening], { at: start, commandId: 'open' })
  return {
    record,
    now: start,
    host: { acceptance: 'on', registry: 'active' },
    entries: entry ? [entry] : [],
    told: 0,
  }
}

const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1_000).toISOString()

const take = (moment: Moment, command: (id: string) => Command): { answer: Answer; moment: Moment } => {
  const answer = lifecycle.step(moment.record, command(`command-${moment.told + 1}`))
  if (!answer.accepted) return { answer, moment }
  const entries = answer.entry ? [...moment.entries, answer.entry] : moment.entries
  return { answer, moment: { ...moment, record: answer.record, entries, told: moment.told + 1 } }
}

const dueBy = ({ record }: Moment, at: string) =>
  Object.values(record.context.deadlines)
    .filter(({ status, due }) => status === 'running' && Date.parse(due) <= Date.parse(at))
    .sort((one, other) => Date.parse(one.due) - Date.parse(other.due))[0]

/** More clocks than any case has: what goes on for ever is a fault of ours. */
const mostSteps = 500

const passUntil = (from: Moment, to: string): Played => {
  let moment = from
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const due = dueBy(moment, to)
    if (due === undefined) break
    const at = Date.parse(due.due) < Date.parse(moment.now) ? moment.now : due.due
    const { answer, moment: next } = take({ ...moment, now: at }, (commandId) => ({
      ...{ commandId, at, timer: due.id },
    }))
    if (!answer.accepted) return { refused: answer }
    moment = next
  }
  return { moment: { ...moment, now: Date.parse(to) < Date.parse(moment.now) ? moment.now : to } }
}

const answerOrder = (from: Moment, order: Order, end: 'done' | 'failed' | 'unknown'): Played => {
  const now = later(from.now, 1)
  let moment: Moment = { ...from, now, host: end === 'done' ? hostAfter(from.host, order) : from.host }
  const events = toldOf(order, end, from.record, now, moment.host)
  for (const [index, event] of events.entries()) {
    const status = moment.record.context.orders[order.orderId]?.status
    // The facts may have ended it already; a claim that is refused stops the call.
    if (event.type === 'order.confirmed' && status !== 'ordered') break
    const { answer, moment: next } = take(moment, (commandId) => ({
      ...{ commandId, at: now, event, actor: people.system.actor },
    }))
    if (!answer.accepted && (index === 0 || event.type === 'order.confirmed')) return { refused: answer }
    moment = next
  }
  return { moment }
}

const openOrders = ({ record }: Moment): readonly Order[] =>
  Object.values(record.context.orders).filter(({ status, parked }) => status === 'ordered' && !parked)

const workOff = (from: Moment): Played => {
  let moment = from
  const hindered = new Set<string>()
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const order = openOrders(moment).find(({ orderId }) => !hindered.has(orderId))
    if (order === undefined) break
    const played = answerOrder(moment, order, 'done')
    if (played.refused || played.moment.record.context.orders[order.orderId]?.status === 'ordered')
      hindered.add(order.orderId)
    if (!played.refused) moment = played.moment
  }
  return { moment }
}

/** One act after another; nothing is changed by one that is refused. */
export function play(before: Moment, act: Act): Played {
  const moment: Moment = { ...before, entries: [] }
  if ('clock' in act) return passUntil(moment, act.clock)
  if ('systems' in act) return workOff(moment)
  if ('order' in act) {
    const order = moment.record.context.orders[act.order]
    return order ? answerOrder(moment, order, act.end) : { moment }
  }
  const now = later(moment.now, 60)
  const { answer, moment: next } = take({ ...moment, now }, (commandId) => ({
    ...{ commandId, at: now, event: act.event, actor: people[act.who].actor },
  }))
  return answer.accepted ? { moment: next } : { refused: answer }
}

/** Every moment of a case, its opening first. @throws {RangeError} where an act is refused: then it is no case of this machine. */
export function playAll({ opening, acts }: Case): readonly Moment[] {
  const moments = [open(opening)]
  for (const [index, act] of acts.entries()) {
    const played = play(moments[index] as Moment, act)
    if (played.refused) throw new RangeError(`Act ${index} is refused: ${JSON.stringify(act)}`)
    moments.push(played.moment)
  }
  return moments
}
