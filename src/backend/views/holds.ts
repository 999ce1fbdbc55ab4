import type { HoldView } from '../../contract/index.ts'
import { deviceOfHold, type Hold, type LifecycleContext, type LifecycleRecord } from '../../machine/index.ts'

/** The clock that a hold is looked at again by; a hold on money has one of its own in the place of the other. */
const reviewOf = ({ deadlines }: LifecycleContext, holdId: string): string | null => {
  const [due = null] = [`holdReview:${holdId}`, `fundsHoldReview:${holdId}`].flatMap((id) => {
    const deadline = Object.hasOwn(deadlines, id) ? deadlines[id] : undefined
    return deadline?.status === 'running' ? [deadline.due] : []
  })
  return due
}

const viewOf =
  (context: LifecycleContext) =>
  (hold: Hold): HoldView => {
    const { holdId, code, caps, status, startsAt, until, source, words, side, fault } = hold
    const { release, test, disclosure, placedBy, orderRef, chargeId, remedy } = hold
    return {
      ...{ holdId, code, caps, status, startsAt, until, source, words, side, fault },
      ...{ release, test, disclosure, orderRef, chargeId, serial: deviceOfHold(hold) ?? null },
      placedBy: { role: placedBy.role, onBehalfOf: placedBy.onBehalfOf ?? null },
      remedy: remedy && { evidence: remedy.evidence, verified: remedy.verifiedBy !== null },
      reviewAt: reviewOf(context, holdId),
    }
  }

/** The holds that the record's reader was shown. */
export const holdsOf = ({ context }: LifecycleRecord): readonly HoldView[] =>
  Object.values(context.holds).map(viewOf(context))
