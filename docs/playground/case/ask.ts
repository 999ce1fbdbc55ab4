import { type Blocker, type EventType, profileOf } from 'terminal-lifecycle/domain'
import type { Action } from 'terminal-lifecycle/machine'
import { LifecycleEvent, parseForm } from 'terminal-lifecycle/schemas'
import { suggest } from '../suggest/suggest.ts'
import { type PersonKey, people, personKeys } from './people.ts'
import { lifecycle, type Moment } from './play.ts'

/** Something that somebody may do now, or why not. */
export interface Option {
  readonly type: EventType
  readonly ref?: string | undefined
  readonly blockers: readonly Blocker[]
  readonly isOverdue: boolean
}

/** Why this very event would be refused to this person now; nothing: it would be taken. */
export const whyNot = (moment: Moment, who: PersonKey, event: Record<string, unknown>): readonly Blocker[] =>
  lifecycle.explain(moment.record, event as LifecycleEvent, { at: moment.now, actor: people[who].actor })

/** Of what somebody has typed: nothing is known of what its schema refuses for more than for being incomplete. */
export const whyNotTyped = (
  moment: Moment,
  who: PersonKey,
  event: Record<string, unknown>,
): readonly Blocker[] | undefined => {
  const read = parseForm(LifecycleEvent, event)
  const isPartial = read.success || read.issues.every(({ code }) => code === 'REQUIRED')
  return isPartial ? whyNot(moment, who, read.success ? { ...read.data } : event) : undefined
}

const optionOf = (moment: Moment, who: PersonKey, action: Action): Option => {
  const { event: type, ref, enabled, blockers, overdue: isOverdue } = action
  if (enabled) return { type, ref, blockers: [], isOverdue }
  // Some acts are refused only because nothing is filled in: asked again as its form would send it.
  const draft = suggest({ type, who, moment, ref }, profileOf(type).item)
  const asked = whyNot(moment, who, draft)
  return { type, ref, blockers: asked.length < blockers.length ? asked : blockers, isOverdue }
}

/** Every event that this person's role may send, what can be done first. */
export const optionsFor = (moment: Moment, who: PersonKey): readonly Option[] =>
  lifecycle
    .availableActions(moment.record, { at: moment.now, actor: people[who].actor })
    .map((action) => optionOf(moment, who, action))

/** Who could send it: somebody to whom it would not be refused, and else somebody of the role. */
export function senderOf(moment: Moment, type: EventType, first: PersonKey, ref?: string): PersonKey {
  const able = personKeys.filter((key) =>
    (profileOf(type).roles as readonly string[]).includes(people[key].actor.role),
  )
  const order = [...(able.includes(first) ? [first] : []), ...able]
  const judged = order.map((key) => {
    const draft = suggest({ type, who: key, moment, ref }, profileOf(type).item)
    return { key, blockers: whyNot(moment, key, draft).length }
  })
  const best = judged.reduce((one, other) => (other.blockers < one.blockers ? other : one), {
    key: order[0] ?? first,
    blockers: Number.POSITIVE_INFINITY,
  })
  return best.key
}
