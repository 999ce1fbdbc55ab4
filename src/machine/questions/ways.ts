import { type EventType, profileOf } from '../../domain/index.ts'
import { irreversibleAct } from '../facts/closing.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'

const applying = ['closure.requested', 'suspension.requested', 'reinstatement.requested'] as const

/** What an event about an application waits for: that there is one, and whose turn it is. */
const toApplication = ({ application }: LifecycleContext, type: EventType): readonly EventType[] => {
  if (application === null) return applying
  if (application.approval !== null) return []
  return type.startsWith('review.')
    ? ['application.supplemented', 'application.withdrawn']
    : ['review.informationRequested', 'review.rejected']
}

/** A test is made between the end of the holds and the return to sale. */
const toTest = (context: LifecycleContext): readonly EventType[] =>
  effectiveHolds(context, 'sale').length > 0
    ? ['hold.lifted', 'hold.rescinded', 'hold.remedyVerified', 'review.approved']
    : ['hold.placed']

const ofApplications = /^(review|application)\./

/** How a closure begins from here. */
const toClosing = ({ application, proposal }: LifecycleContext): readonly EventType[] => {
  if (proposal !== null) return ['closure.imposed']
  return application?.kind === 'closure'
    ? ['review.approved', 'application.supplemented', 'closure.proposed']
    : ['closure.requested', 'closure.proposed']
}

/**
 * Events that lead to a state where `type` is heard; none: there is no way there any more.
 */
export const waysTo = (context: LifecycleContext, type: EventType): readonly EventType[] => {
  const phase = phaseOf(context)
  const { phases } = profileOf(type)
  if (phase === 'live' && !phases.includes('live')) return toClosing(context)
  if (phase === 'live' && ofApplications.test(type)) return toApplication(context, type)
  if (phase === 'live') return toTest(context)
  if (phase === 'closed') return []
  if (!phases.includes('live')) return ['closure.confirmed', 'status.reported']
  return irreversibleAct(context) === undefined ? ['closure.cancelled'] : []
}
