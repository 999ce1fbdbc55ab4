import { addWorkingDays, type EventType, prcCalendar, profileOf } from 'terminal-lifecycle/domain'
import { formatIssues, LifecycleEvent, parseForm } from 'terminal-lifecycle/schemas'
import type { Act, OrderEnd } from '../case/acts.ts'
import { senderOf } from '../case/ask.ts'
import type { PersonKey } from '../case/people.ts'
import { play } from '../case/play.ts'
import { personalIn } from '../case/share.ts'
import { suggest } from '../suggest/suggest.ts'
import type { Tongue } from '../words/tongue.ts'
import { momentOf, type Sheet, type State } from './state.ts'

/** One more act after the moment that is looked at; what came after that is gone. */
function after(state: State, act: Act, said: string): State {
  const played = play(momentOf(state), act)
  if (played.refused) return { ...state, said: '' }
  const acts = [...state.acts.slice(0, state.cursor), act]
  const moments = [...state.moments.slice(0, state.cursor + 1), played.moment]
  return { ...state, acts, moments, cursor: acts.length, story: null, isBroken: false, said }
}

const day = 86_400_000
/** How far the clock goes. */
export const leaps = ['nextClock', 'hour', 'dayMore', 'week', 'workingDays'] as const
export type Leap = (typeof leaps)[number]

const nextDue = (state: State): string | undefined => {
  const running = Object.values(momentOf(state).record.context.deadlines).filter(
    ({ status }) => status === 'running',
  )
  return running.map(({ due }) => due).sort((one, other) => Date.parse(one) - Date.parse(other))[0]
}

export function leap(state: State, how: Leap, { words, moment }: Tongue): State {
  const { now } = momentOf(state)
  const on = (ms: number) => new Date(Date.parse(now) + ms).toISOString()
  const to = {
    nextClock: () => nextDue(state) ?? now,
    hour: () => on(day / 24),
    dayMore: () => on(day),
    week: () => on(7 * day),
    workingDays: () => addWorkingDays(prcCalendar, now, 3).due,
  }[how]()
  return after(state, { clock: to }, words.passed(moment(to)))
}

export function answer(state: State, orderId: string, end: OrderEnd, { words, text }: Tongue): State {
  const order = momentOf(state).record.context.orders[orderId]
  return order ? after(state, { order: orderId, end }, words.answered(text('order', order.kind))) : state
}

export const carryOutAll = (state: State, { words }: Tongue): State =>
  after(state, { systems: 'all' }, words.answered(words.all))

/** Opens the form of an event, filled in as far as it can be, as somebody who may send it. */
export function openSheet(
  state: State,
  type: EventType,
  given: {
    ref?: string | undefined
    who?: PersonKey | undefined
    act?: EventType | undefined
    data?: Record<string, unknown> | undefined
  } = {},
): State {
  const moment = momentOf(state)
  const { ref, act, data } = given
  const who = given.who ?? senderOf(moment, type, state.who, ref)
  const draft = suggest({ type, who, moment, ref, act, data }, profileOf(type).item)
  return { ...state, who, sheet: { type, draft, mode: 'form', issues: [] }, said: '' }
}

/** Sends what stands in the form: the schema reads it first, the machine then. */
export function tell(state: State, sheet: Sheet, { locale, words, text, label }: Tongue): State {
  const { type, draft } = sheet
  const read = parseForm(LifecycleEvent, draft)
  if (!read.success) {
    const issues = formatIssues(read.issues, locale, (name) => label(type, name.split('.')))
    return { ...state, sheet: { ...sheet, issues, refused: undefined }, said: '' }
  }
  if (personalIn(read.data).length > 0) {
    const issues = [{ path: '', code: 'INVALID', message: words.personal } as const]
    return { ...state, sheet: { ...sheet, issues, refused: undefined }, said: '' }
  }
  const act = { who: state.who, event: read.data }
  const played = play(momentOf(state), act)
  if (played.refused)
    return { ...state, sheet: { ...sheet, issues: [], refused: played.refused.blockers }, said: '' }
  return { ...after(state, act, words.told(text('event', type))), sheet: null }
}
