import { lateFactEnds, type ObligationKind } from '../../domain/index.ts'
import type { TailItem } from '../shape/closing.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { CarriedOver } from '../shape/obligations.ts'
import type { Transfer } from '../shape/transfers.ts'
import { chargeOpen } from './charges.ts'
import { erasureBegun } from './data.ts'
import { deducted, freeDeposit } from './deposits.ts'
import { boundDevices } from './devices.ts'
import { items, sum } from './kit.ts'
import { phaseOf } from './phase.ts'
import { settlementRest } from './settlement.ts'
import { inFlight } from './transfers.ts'

/** A fact that somebody has to see to, beside the money that the books show. */
export const isLateFact = (item: TailItem): item is TailItem & { kind: keyof typeof lateFactEnds } =>
  item.kind in lateFactEnds

/** How a late fact is called where somebody says that it was seen to. */
export const lateFactId = ({ eventSeq }: TailItem): string => `late:${eventSeq}`
export const isLateFactId = (id: string): boolean => /^late:\d+$/.test(id)

/** The late fact of this name, also one that was seen to. */
export const lateFactNamed = ({ tail }: LifecycleContext, id: string | undefined): TailItem | undefined =>
  tail.find((item) => isLateFact(item) && lateFactId(item) === id)

/** The act that cannot be taken back, if one was done: from here a closure is not cancelled any more. */
export const irreversibleAct = (context: LifecycleContext): string | undefined => {
  const bound = boundDevices(context)
  const erasing = (device: Device) =>
    device.erasure !== 'moot' && (device.erasure !== 'none' || erasureBegun(context, device))
  if (bound.some(erasing)) return 'erasure.authorised'
  if (bound.some(({ keys }) => keys !== 'loaded')) return 'keys.removed'
  if (bound.some(({ binding }) => binding !== 'bound')) return 'unbinding.ordered'
  const moved = (transfers: Readonly<Record<string, Transfer>>) =>
    items(transfers).some(({ status }) => status !== 'failed' && status !== 'cancelled')
  if (moved(context.payouts)) return 'payout.ordered'
  if (items(context.deposits).some(({ refunds }) => moved(refunds))) return 'refund.ordered'
  if (items(context.deposits).some((deposit) => deducted(deposit) > 0)) return 'deposit.deducted'
  if (items(context.carriedOver).length > 0) return 'obligation.carriedOver'
  return undefined
}

/** Minor units that a ledger still shows as open under this name; nothing where it has none of it. */
export const openAmountOf = (
  context: LifecycleContext,
  kind: ObligationKind,
  ref: string,
): number | undefined => {
  const { deposits, charges, disputes } = context
  if (kind === 'settlement') return settlementRest(context)
  if (kind === 'deposit') return deposits[ref] && freeDeposit(context, deposits[ref])
  if (kind === 'charge') return charges[ref] && chargeOpen(context, charges[ref])
  const dispute = disputes[ref]
  return dispute?.status === 'open' && !dispute.carriedOver ? dispute.amount.amount : undefined
}

/** Minor units that are open beside what two people carried over and is still owed. */
export const owedBeside = (context: LifecycleContext, kind: ObligationKind, ref = ''): number => {
  const open = openAmountOf(context, kind, ref) ?? 0
  if (phaseOf(context) !== 'closed') return open
  const carried = items(context.carriedOver).filter(
    (one) =>
      one.kind === kind && (kind === 'settlement' || one.ref === ref) && isObligationOwed(context, one),
  )
  return open - sum(carried.map((one) => obligationFree(context, one)))
}

/**
 * What of an obligation that outlived the closure is still to be paid: what was paid through here has discharged it, the older
 * ones first. Money on its way is bound, and still owed until it has arrived.
 */
const unpaid = (context: LifecycleContext, obligation: CarriedOver, bound: number): number => {
  const { kind, ref, amount, obligationId } = obligation
  // one that ends for the merchant is cut; one that is lost is owed until it is discharged
  if (kind === 'dispute' || phaseOf(context) !== 'closed') return amount.amount
  const others = items(context.carriedOver).filter(
    (one) => one.kind === kind && one.ref === ref && !one.discharged,
  )
  const younger = others.slice(others.findIndex((one) => one.obligationId === obligationId) + 1)
  const left = (openAmountOf(context, kind, ref) ?? 0) + bound
  return Math.min(amount.amount, Math.max(0, left - sum(younger.map((one) => one.amount.amount))))
}

export const obligationOpen = (context: LifecycleContext, obligation: CarriedOver): number =>
  unpaid(context, obligation, onItsWay(context, obligation.kind, obligation.ref))
export const obligationFree = (context: LifecycleContext, obligation: CarriedOver): number =>
  unpaid(context, obligation, 0)

/** An objection that outlived the closure has no amount, and is open until somebody discharges it. */
export const isObligationOwed = (context: LifecycleContext, obligation: CarriedOver): boolean =>
  !obligation.discharged && (obligation.amount.amount === 0 || obligationOpen(context, obligation) > 0)

const onItsWay = ({ payouts, deposits }: LifecycleContext, kind: ObligationKind, ref: string): number => {
  if (kind === 'settlement') return inFlight(payouts)
  return kind === 'deposit' ? inFlight(deposits[ref]?.refunds ?? {}) : 0
}
