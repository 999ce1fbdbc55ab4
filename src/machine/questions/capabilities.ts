import { type CapabilityName, capabilityNames, type Role } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { effectiveHolds, holdsOwingTest, isHidden } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementRest } from '../facts/settlement.ts'
import { isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { checkRecord } from './given.ts'

/** What the terminal should be able to do, what was ordered, what it was read back to be able to do, and when. */
export interface Capabilities {
  desired: Readonly<Record<CapabilityName, boolean>>
  observed: Readonly<Record<CapabilityName, boolean | 'unknown'>>
  readAt: string | null
  /** The last order about selling: on or off, and when; `null`: none was given. A reading that is not younger says nothing of it. */
  ordered: { readonly sale: boolean; readonly at: string } | null
}

const noSelling: readonly CapabilityName[] = ['void', 'completion', 'refund', 'batchUpload', 'payout']

const base = (context: LifecycleContext): readonly CapabilityName[] => {
  const phase = phaseOf(context)
  if (phase === 'closed') {
    const refundable = items(context.deposits).some((deposit) => freeDeposit(context, deposit) > 0)
    const owed = { payout: settlementRest(context) > 0, refund: refundable }
    return (['payout', 'refund'] as const).filter((name) => owed[name])
  }
  if (phase === 'closing') {
    return regions.transactions(context).length === 0 ? ['refund', 'payout'] : noSelling
  }
  if (effectiveHolds(context, 'sale').length > 0) return noSelling
  if (holdsOwingTest(context).length > 0) return [...noSelling, 'test']
  return capabilityNames.filter((name) => name !== 'test')
}

const each = <Value>(value: (name: CapabilityName) => Value) =>
  Object.fromEntries(capabilityNames.map((name) => [name, value(name)])) as Record<CapabilityName, Value>

/**
 * What the terminal should be able to do: what its state allows, minus what its holds forbid. That it sells nothing shows
 * anyway; what else a hidden hold forbids would tell of it.
 */
const desiredIn = (context: LifecycleContext, viewer: Role): Capabilities['desired'] => {
  const allowed = new Set(base(context))
  const told = (name: CapabilityName) =>
    effectiveHolds(context, name).filter(({ holdId }) => !isHidden(context, holdId, viewer))
  return each((name) => allowed.has(name) && told(name).length === 0)
}

/** Stopped once more for a hidden hold while a hold that everybody sees stops it already: the hour would tell of the hidden one. */
const stoppedAt = (context: LifecycleContext, disabledAt: string, viewer: Role): string => {
  const holds = effectiveHolds(context, 'sale')
  const seen = holds.filter(({ holdId }) => !isHidden(context, holdId, viewer))
  if (seen.length === holds.length) return disabledAt
  return seen.reduce((first, { startsAt }) => (isLater(first, startsAt) ? startsAt : first), disabledAt)
}

const orderedIn = (context: LifecycleContext, viewer: Role): Capabilities['ordered'] => {
  const { disabledAt, enabledAt } = context
  if (disabledAt !== null && (enabledAt === null || !isLater(enabledAt, disabledAt)))
    return { sale: false, at: stoppedAt(context, disabledAt, viewer) }
  return enabledAt === null ? null : { sale: true, at: enabledAt }
}

/**
 * Ordered is not done: `desired` follows from state and holds, `observed` is the host's own word, `unknown` where it gave none.
 *
 * @param viewer whose eyes the answer is for; the provider's when left out.
 * @example capabilities(record).desired.sale // false while a sale-limiting hold stands
 */
export const capabilities = (record: LifecycleRecord, viewer: Role = 'provider'): Capabilities => {
  checkRecord(record)
  const { status } = record.context
  const accepting = (name: CapabilityName): boolean | 'unknown' =>
    (name === 'sale' || name === 'preAuth') && status.acceptance !== 'unknown'
      ? status.acceptance === 'on'
      : 'unknown'
  return {
    desired: desiredIn(record.context, viewer),
    observed: each((name) => status.capabilities[name] ?? accepting(name)),
    readAt: status.readAt,
    ordered: orderedIn(record.context, viewer),
  }
}
