import { type Blocker, blocker, type EventOn, type EventType } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { actKey, isRemembered } from '../facts/acts.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked, Rules } from './kit.ts'

const stamps = new Set(['by', 'at', 'seq'])

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

/** Do two events say the same, whoever sent them and when? */
const saysTheSame = (a: object, b: object): boolean => {
  const payload = (event: object) =>
    Object.fromEntries(Object.entries(event).filter(([key]) => !stamps.has(key)))
  return isSame(payload(a), payload(b))
}

/** The act was written by somebody else before, word for word, not longer ago than a day. */
export const secondPerson = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const key = actKey(event)
  const proposed = context.proposedActs[key]
  if (!proposed || !isRemembered(proposed, event.at) || !saysTheSame(proposed.act, event))
    return [blocker('SECOND_PERSON_REQUIRED', key)]
  return all(when(proposed.by === event.by.personId, 'MAKER_IS_CHECKER', key))
}

export const actRules: Rules<EventOn<'acts'>> = {
  'act.proposed': () => [],
}
