import { type LifecycleRecord, requirements } from '../../../src/machine/index.ts'
import { Alone, closeAlone } from '../../support/alone.ts'
import type { Rest } from './rest.ts'

/** Whose turn it is, of everything that is wanted; nobody's: nothing leads on from here. */
const nobodysTurn = (record: LifecycleRecord, at: string): readonly string[] => {
  const { pastDue, currentlyDue, pendingVerification } = requirements(record, { at, viewer: 'provider' })
  return [...pastDue, ...currentlyDue, ...pendingVerification]
    .filter(({ clearedBy }) => clearedBy.length === 0)
    .map(({ code }) => code)
}

const stateOf = ({ value }: LifecycleRecord): string =>
  typeof value === 'string' ? value : Object.keys(value).join()

/** A closure that is under way comes to its end by the provider and its systems alone. */
const isStuck = (record: LifecycleRecord): readonly string[] => {
  const { closing, holds } = record.context
  // What an authority has frozen, an authority lets go.
  const isFrozen = Object.values(holds).some(
    ({ release, status }) => release === 'authority' && status !== 'lifted',
  )
  return closing === null || closing.closedAt !== null || isFrozen ? [] : closeAlone(new Alone(record))
}

/**
 * Records, journals and rows say the same, and every life has ended or waits for somebody. An order that was given up is parked,
 * which is asked of somebody: how often it was tried says no more.
 */
export async function storedFits({ world, office, ends }: Rest): Promise<void> {
  for (const { lifecycleId, code, detail } of await office.auditor.audit({
    stuckAfter: Number.POSITIVE_INFINITY,
  }))
    world.breaks('the audit finds nothing', `${lifecycleId} ${code}: ${detail}`)
  for (const [lifecycleId, { record }] of office.truth.lives) {
    const end = stateOf(record)
    ends[end] = (ends[end] ?? 0) + 1
    const nobodys = nobodysTurn(record, world.instant())
    if (nobodys.length > 0) world.breaks('what is wanted is wanted of somebody', `${lifecycleId}: ${nobodys}`)
    const stuck = isStuck(record)
    if (stuck.length > 0) world.breaks('every case comes to an end', `${lifecycleId}: ${stuck}`)
  }
  for (const { orderId, kind, lastErrorCode, parked } of await office.store.waiting())
    if (!parked) world.breaks('every order comes to an end', `${kind} ${orderId}: ${lastErrorCode}`)
}
