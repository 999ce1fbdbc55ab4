import type { Instant, Role } from '../../domain/index.ts'
import { isLate } from '../facts/clocks.ts'
import { items } from '../facts/kit.ts'
import type { Asking, Requirement, Requirements } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { askedFrom, type Reading } from './asked.ts'
import { asRequirement, dueOf, type Need } from './requirement.ts'
import { viewRecord } from './viewing.ts'

/** Is it assigned? Where nobody says which one asks, any that is. */
const looksAfter = ({ agent }: LifecycleContext, actor: Asking['actor'] | undefined): boolean =>
  agent !== null && (actor?.role !== 'serviceProvider' || actor.organisationId === agent.agentId)

/** A service provider that does not look after this terminal knows no more of it than a stranger. */
const nothing = () => ({ currentlyDue: [], pastDue: [], eventuallyDue: [], pendingVerification: [] })

/** What others may see of a record is made once for all that is asked of it, and only where that is looked at. */
const readingOf = (record: LifecycleRecord, at: Instant, viewer: Role): Reading => {
  let shown: LifecycleContext | undefined
  return {
    at,
    viewer,
    shown: () => {
      shown ??= viewRecord(record, viewer).context
      return shown
    },
  }
}

/**
 * What is missing, whose it is and by when. For a viewer: a hidden hold shows others only CONTACT_PROVIDER.
 *
 * @example requirements(record, { at }).currentlyDue // [{ code: 'DEVICE_NOT_RETURNED', owner: 'merchant', ref, due, … }]
 */
export const requirements = (
  record: LifecycleRecord,
  { at, actor, viewer = actor?.role ?? 'merchant' }: Partial<Asking> & Pick<Asking, 'at'>,
): Requirements => {
  const { context } = record
  if (viewer === 'serviceProvider' && !looksAfter(context, actor))
    return { ...nothing(), errors: [], deadlines: [] }
  const reading = readingOf(record, at, viewer)
  const rejection = context.application?.rejection
  return {
    ...askedFrom(record, reading, (item) => asRequirement(context, item, reading)),
    errors: rejection
      ? [{ code: rejection.code, reason: rejection.reason, ref: context.application?.applicationId }]
      : [],
    deadlines: items(reading.shown().deadlines).filter(
      (deadline) =>
        deadline.status === 'running' || deadline.status === 'paused' || isLate(context, deadline),
    ),
  }
}

/** An item of `requirements`, without what only a page shows of it. */
export type Outstanding = Pick<Requirement, 'code' | 'owner' | 'clearedBy' | 'ref' | 'due'>

/**
 * The lists of `requirements`, each item without its papers, amounts and what it names: for whoever keeps lists of work, and asks
 * it of every record again, each time that it is told something.
 *
 * @example outstanding(record, { at, viewer: 'provider' }).currentlyDue // [{ code, owner, clearedBy, ref, due }, …]
 */
export const outstanding = (
  record: LifecycleRecord,
  { at, viewer }: { readonly at: Instant; readonly viewer: Role },
): Readonly<Record<Exclude<keyof Requirements, 'errors' | 'deadlines'>, readonly Outstanding[]>> => {
  const { context } = record
  if (viewer === 'serviceProvider' && !looksAfter(context, undefined)) return nothing()
  const asItem = (item: Need): Outstanding => {
    const { code, owner, clearedBy, ref } = item
    return { code, owner, clearedBy, ref, due: dueOf(context, item) }
  }
  return askedFrom(record, readingOf(record, at, viewer), asItem)
}
