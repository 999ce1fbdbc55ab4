import { type FollowUpKind, isReservedFollowUp } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { acceptanceWanted } from './acceptance.ts'
import { chargeOpen } from './charges.ts'
import { isLateFactId } from './closing.ts'
import { items } from './kit.ts'

const isOpen: Readonly<Partial<Record<FollowUpKind, (context: LifecycleContext) => boolean>>> = {
  openItems: (context) => items(context.charges).some((charge) => chargeOpen(context, charge) > 0),
  // over where nothing is to be sold any more
  cardFunctions: acceptanceWanted,
  // who has another terminal already needs no other way to be paid
  newAcceptance: ({ closing }) => closing?.request?.successorTerminalId === undefined,
}

/** Is there something to follow up? Where the record cannot tell, there is. */
export const isToFollowUp = (context: LifecycleContext, kind: FollowUpKind): boolean =>
  isOpen[kind]?.(context) ?? true

/** Is or will something to follow up be called so? One name is said to be done, and means one thing. */
export const isFollowUpName = ({ followUps }: LifecycleContext, id: string): boolean =>
  isLateFactId(id) || isReservedFollowUp(id) || Object.hasOwn(followUps, id)
