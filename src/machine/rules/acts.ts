import { type Blocker, blocker, type EventOn, type EventType, isSamePerson } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { actKey, isRemembered } from '../facts/acts.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked, Rules } from './kit.ts'

/** `checked` is the sender's own word: the second person vouches for itself. */
const stamps = new Set(['by', 'at', 'seq', 'checked'])

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  // a paper is the same paper whatever has been read off it since
  const isPaper = keys.has('digest') && keys.has('id')
  return [...keys].every(
    (key) =>
      (isPaper && (key === 'facts' || key === 'checked')) ||
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
  return all(when(isSamePerson(proposed.by, event.by.personId), 'MAKER_IS_CHECKER', key))
}

export const actRules: Rules<EventOn<'acts'>> = {
  'act.proposed': () => [],
}
