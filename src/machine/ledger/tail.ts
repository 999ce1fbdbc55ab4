import { type EventType, lateFactEnds, profileOf } from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { isLateFact, lateFactId } from '../facts/closing.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { items } from '../facts/kit.ts'
import { settlementRest } from '../facts/settlement.ts'
import { inFlight } from '../facts/transfers.ts'
import type { EventOf } from '../rules/kit.ts'
import type { TailItem } from '../shape/closing.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { Turn } from './turn.ts'

/** Facts about the ledger that was frozen when the books were closed: they go to the tail and change nothing else. */
export const frozen: ReadonlySet<EventType> = new Set(
  (Object.keys(lateFactEnds) as EventType[]).filter((type) => type !== 'status.reported'),
)

export const refOf = (event: StampedEvent): string | null => {
  const { item } = profileOf(event.type)
  const named = event as unknown as Record<string, unknown>
  const ref = item === undefined ? (named.ref ?? named.caseId) : named[item]
  return typeof ref === 'string' ? ref : null
}

const subjectOf = (type: EventType): string | undefined => type.split('.')[0]
const isAbout = ({ kind, ref }: TailItem, event: StampedEvent): boolean =>
  ref === refOf(event) && subjectOf(kind) === subjectOf(event.type)

/** Closed, the record keeps facts without changing: another one about the same thing has come since this was told. */
export const isOvertaken = ({ tail }: LifecycleContext, event: StampedEvent): boolean => {
  const last = tail.findLast((item) => isAbout(item, event))
  return last !== undefined && last.kind !== event.type
}

type Settles<T extends EventType> = (event: EventOf<T>, context: LifecycleContext) => boolean
const moves = new Set(['authorised', 'pending', 'completed'])

/** The merchant was charged for the case, or has settled it: what is not lost after all is given back by somebody. */
const wasTaken = ({ charges, carriedOver }: LifecycleContext, caseId: string): boolean =>
  (charges[`dispute:${caseId}`]?.amount.amount ?? 0) > 0 ||
  items(carriedOver).some(
    ({ kind, ref, discharged, amount }) =>
      kind === 'dispute' && ref === caseId && discharged && amount.amount > 0,
  )

/** Of the rest somebody has to see to what follows. */
const needsNobody: { readonly [T in EventType]?: Settles<T> } = {
  'transaction.reported': ({ state, test }) => test === true || !moves.has(state),
  'batch.uploaded': ({ count, hostTotals }) => count === 0 && hostTotals.count === 0,
  'dispute.closed': ({ outcome, liability, caseId }, context) =>
    (outcome !== 'lost' || liability !== 'merchant') && !wasTaken(context, caseId),
  'device.inspected': ({ condition, accessories }) =>
    (condition === 'intact' || condition === 'worn') &&
    accessories.every(({ expected, returned }) => returned >= expected),
  'erasure.completed': () => true,
  'keys.removed': () => true,
  'unbinding.confirmed': () => true,
  'closure.confirmed': () => true,
}

const end = (turn: Turn, isMeant: (item: TailItem) => boolean): void => {
  const { tail } = turn.context
  if (tail.some((item) => item.open && isMeant(item)))
    turn.set({ tail: tail.map((item) => (item.open && isMeant(item) ? { ...item, open: false } : item)) })
}

/** What is told last of a thing takes the place of what was told before; each batch stands for itself. */
export const fileLate = (turn: Turn, event: StampedEvent): void => {
  if (event.type !== 'batch.uploaded') end(turn, (item) => isAbout(item, event))
  const isDone = (needsNobody[event.type] as Settles<EventType> | undefined)?.(event, turn.context) ?? false
  turn.toTail(refOf(event), !isDone)
}

/** The first of them that is open: one charge is raised for one of them. */
const first = ({ tail }: LifecycleContext, isMeant: (item: TailItem) => boolean) => {
  const found = tail.find((item) => item.open && isMeant(item))
  return (item: TailItem): boolean => item === found
}

type Ends<T extends EventType> = (context: LifecycleContext, event: EventOf<T>) => (item: TailItem) => boolean

/** Acts that see to a late fact. */
const acts: { readonly [T in EventType]?: Ends<T> } = {
  'charge.raised': (context, { kind, serial }) => {
    if (kind === 'chargeback') return first(context, (item) => item.kind === 'dispute.closed')
    const about = kind === 'device' ? 'device.lost' : 'device.inspected'
    const isOfDevice = kind === 'device' || kind === 'damage' || kind === 'accessory'
    return first(
      context,
      (item) => isOfDevice && item.kind === about && (serial === undefined || item.ref === serial),
    )
  },
  'obligation.discharged':
    ({ carriedOver }, { obligationId }) =>
    ({ kind, ref }) =>
      carriedOver[obligationId]?.kind === 'dispute' &&
      carriedOver[obligationId]?.ref === ref &&
      subjectOf(kind) === 'dispute',
  'followUp.done':
    (_, { followUpId }) =>
    (item) =>
      isLateFact(item) && lateFactId(item) === followUpId,
}

/** What the books say of it: nothing is owed any more. */
const isSettled = (context: LifecycleContext, { kind, ref, eventSeq }: TailItem): boolean => {
  const { charges, deposits, payouts, status, tail } = context
  if (kind === 'status.reported')
    return status.acceptance !== 'on' || tail.some((one) => one.kind === kind && one.eventSeq > eventSeq)
  if (kind === 'payout.returned') return settlementRest(context) + inFlight(payouts) === 0
  if (ref === null || frozen.has(kind)) return false
  const deposit = kind === 'refund.returned' && Object.hasOwn(deposits, ref) ? deposits[ref] : undefined
  if (deposit) return freeDeposit(context, deposit) + inFlight(deposit.refunds) === 0
  const charge = Object.hasOwn(charges, ref) ? charges[ref] : undefined
  return charge !== undefined && chargeOpen(context, charge) === 0
}

/** The end of writing down anything after the books are closed: what it settles is open no more. */
export const settleTail = (turn: Turn, event: StampedEvent): void => {
  const act = (acts[event.type] as Ends<EventType> | undefined)?.(turn.context, event)
  end(turn, (item) => act?.(item) === true || isSettled(turn.context, item))
}
