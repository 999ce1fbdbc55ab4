import type { FollowUpKind } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { acceptanceWanted, contradictions } from './acceptance.ts'
import { chargeOpen } from './charges.ts'
import { items } from './kit.ts'
import { isLater } from './time.ts'

const isOpen: Readonly<Partial<Record<FollowUpKind, (context: LifecycleContext) => boolean>>> = {
  openItems: (context) => items(context.charges).some((charge) => chargeOpen(context, charge) > 0),
  // over too where nothing is to be sold any more
  cardFunctions: (context) => {
    const { status, enabledAt } = context
    const isRead =
      status.readAt !== null &&
      status.acceptance === 'on' &&
      (enabledAt === null || isLater(status.readAt, enabledAt))
    return acceptanceWanted(context) && (!isRead || contradictions(context).length > 0)
  },
  // who has another terminal already needs no other way to be paid
  newAcceptance: ({ closing }) => closing?.request?.successorTerminalId === undefined,
}

/** Is there something to follow up? Where the record cannot tell, there is. */
export const isToFollowUp = (context: LifecycleContext, kind: FollowUpKind): boolean =>
  isOpen[kind]?.(context) ?? true
