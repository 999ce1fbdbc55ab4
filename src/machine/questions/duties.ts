import { type Duty, defaultDuties, duties, type EventType, profileOf } from '../../domain/index.ts'
import { nobody } from '../facts/papers.ts'
import { dutiesFor } from '../rules/door.ts'
import type { Asked } from '../rules/kit.ts'
import type { Requirement } from '../shape/answers.ts'
import type { LifecycleRecord } from '../shape/record.ts'

/**
 * Whose work at the provider a requirement is, by the events that clear it; none: of no duty in particular. Where the policy
 * asks nobody for a duty, the default table says who usually does it.
 *
 * @example dutiesOn(record, requirement) // ['warehouse']
 */
export const dutiesOn = (
  { context }: LifecycleRecord,
  { clearedBy, ref }: Pick<Requirement, 'clearedBy' | 'ref'>,
): readonly Duty[] => {
  const { policy } = context
  const table =
    policy.duties === 'any' ? { ...context, policy: { ...policy, duties: defaultDuties } } : context
  const asked = (type: EventType) => {
    const { item } = profileOf(type)
    const named = item !== undefined && ref !== undefined && { [item]: ref }
    return dutiesFor(table, { type, by: nobody, at: '', ...named } as Asked<EventType>)
  }
  const all = new Set(clearedBy.flatMap(asked))
  return all.size === 0 ? [] : duties.filter((duty) => all.has(duty))
}
