import { type Actor, type FollowUpKind, isReservedFollowUp, type Role } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Ledger } from '../shape/kit.ts'
import type { Note, Written } from '../shape/notes.ts'
import { acceptanceWanted } from './acceptance.ts'
import { chargeOpen } from './charges.ts'
import { isLateFactId } from './closing.ts'
import { seesAll } from './holds.ts'
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

/** The plain notes of a record: older ones have no place for them. */
export const notesIn = ({ notes = {} }: Pick<LifecycleContext, 'notes'>): Ledger<Note> => notes

/** Is or will something to follow up be called so? One name is said to be done, and means one thing. */
export const isFollowUpName = (context: LifecycleContext, id: string): boolean =>
  isLateFactId(id) ||
  isReservedFollowUp(id) ||
  Object.hasOwn(context.followUps, id) ||
  Object.hasOwn(notesIn(context), id)

/** Whose words an actor writes down. */
export const writerOf = ({ role, onBehalfOf }: Pick<Actor, 'role' | 'onBehalfOf'>): Role =>
  onBehalfOf === 'merchant' ? 'merchant' : role

/** Is it for the viewer? What the machine wrote itself is for everybody. */
export const mayRead = (
  { agent }: Pick<LifecycleContext, 'agent'>,
  written: Written | undefined,
  viewer: Role,
): boolean => {
  if (written === undefined || seesAll(viewer)) return true
  const { role, organisationId, visibility, agentId } = written
  if (viewer !== 'serviceProvider') return role === viewer || visibility === viewer
  const writtenFor = visibility === viewer ? agentId : null
  return agent !== null && (role === viewer ? organisationId : writtenFor) === agent.agentId
}
