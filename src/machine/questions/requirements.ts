import type { Instant, Role } from '../../domain/index.ts'
import { isLate } from '../facts/clocks.ts'
import { items } from '../facts/kit.ts'
import type { Asking, Requirement, Requirements } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { foundIn, toldTo } from './asked.ts'
import type { Shown } from './contact.ts'
import { checkAsked } from './given.ts'
import { asRequirement, dueOf, type Need } from './requirement.ts'
import { viewRecord } from './viewing.ts'

/** Is it assigned? Where nobody says which one asks, any that is. */
const looksAfter = ({ agent }: LifecycleContext, actor: Asking['actor'] | undefined): boolean =>
  agent !== null && (actor?.role !== 'serviceProvider' || actor.organisationId === agent.agentId)

/** A service provider that does not look after this terminal knows no more of it than a stranger. */
const nothing = () => ({ currentlyDue: [], pastDue: [], eventuallyDue: [], pendingVerification: [] })

/**
 * What is missing, whose it is and by when. For a viewer: a hidden hold shows others only CONTACT_PROVIDER.
 *
 * @example requirements(record, { at }).currentlyDue // [{ code: 'DEVICE_NOT_RETURNED', owner: 'merchant', ref, due, … }]
 */
export const requirements = (
  record: LifecycleRecord,
  asking: Partial<Asking> & Pick<Asking, 'at'>,
): Requirements => {
  checkAsked(record, asking, 'object?')
  const { at, actor, viewer = actor?.role ?? 'merchant' } = asking
  const { context } = record
  if (viewer === 'serviceProvider' && !looksAfter(context, actor))
    return { ...nothing(), errors: [], deadlines: [] }
  const shown = viewRecord(record, viewer).context
  const rejection = context.application?.rejection
  return {
    ...toldTo(foundIn(record, at), viewer, (item) => asRequirement(context, item, { at, viewer, shown })),
    errors: rejection
      ? [{ code: rejection.code, reason: rejection.reason, ref: context.application?.applicationId }]
      : [],
    deadlines: items(shown.deadlines).filter(
      (deadline) =>
        deadline.status === 'running' || deadline.status === 'paused' || isLate(context, deadline),
    ),
  }
}

/** An item of `requirements`, without what only a page shows of it. */
export type Outstanding = Pick<Requirement, 'code' | 'owner' | 'clearedBy' | 'ref' | 'due'>

/**
 * What `requirements` says to several readers at once, each item without its papers, amounts and what it names: for whoever keeps
 * lists of work, and asks it of every record again, each time that it is told something.
 *
 * @example outstanding(record, { at, viewers: ['provider', 'merchant'] }).merchant.currentlyDue // [{ code, owner, clearedBy, ref, due }]
 */
export const outstanding = <Viewer extends Role>(
  record: LifecycleRecord,
  asking: { readonly at: Instant; readonly viewers: readonly Viewer[] },
): Readonly<
  Record<
    Viewer,
    Readonly<Record<Exclude<keyof Requirements, 'errors' | 'deadlines'>, readonly Outstanding[]>>
  >
> => {
  checkAsked(record, asking, 'object?')
  const { at, viewers } = asking
  const { context } = record
  const found = foundIn(record, at)
  const asItem = (item: Need): Outstanding => {
    const { code, owner, clearedBy, ref } = item
    return { code, owner, clearedBy, ref, due: dueOf(context, item) }
  }
  const told = (viewer: Viewer): Shown<Outstanding> =>
    viewer === 'serviceProvider' && !looksAfter(context, undefined)
      ? nothing()
      : toldTo(found, viewer, asItem)
  return Object.fromEntries(viewers.map((viewer) => [viewer, told(viewer)])) as Record<
    Viewer,
    Shown<Outstanding>
  >
}
