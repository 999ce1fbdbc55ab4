import type { Accepted, LifecycleContext, LifecycleInput, LifecycleRecord } from '../../src/machine/index.ts'
import type { StampedEvent } from '../../src/machine/shape/record.ts'

interface Moved {
  amount: number
  state: 'ordered' | 'paid' | 'back'
}

/** Minor units, as whoever reads the journal alone counts them. Plain, so that a book can be copied. */
export interface Books {
  /** Paid in when the life was opened. */
  deposits: number
  /** What the merchant was charged, by charge; what the library charges by itself stands apart. */
  charges: Record<string, number>
  /** What the merchant paid for charges. */
  met: number
  /** What went out to the merchant and did not come back. */
  out: number
  net: number
  transfers: Record<string, Moved>
  disputes: Record<string, { amount: number; carriedOver: boolean }>
  /** Settled beside the record, after the closure: positive for what the merchant paid. */
  discharged: number
  isClosed: boolean
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

export const openBooks = ({ deposits = [], charges = [] }: LifecycleInput): Books => ({
  deposits: sum(deposits.map(({ amount }) => amount.amount)),
  charges: Object.fromEntries(charges.map(({ chargeId, amount }) => [chargeId, amount.amount])),
  ...{ met: 0, out: 0, net: 0, transfers: {}, disputes: {}, discharged: 0, isClosed: false },
})

const own = (name: string): boolean => name === 'settlement:net' || name.startsWith('overpayment:')

const pay = (books: Books, orderId: string, amount: number): void => {
  const moved = books.transfers[orderId]
  if (moved?.state !== 'ordered') return
  moved.state = 'paid'
  moved.amount = amount
  books.out += amount
}

const takeBack = (books: Books, orderId: string, amount: number): void => {
  const moved = books.transfers[orderId]
  if (moved === undefined) return
  const isPart = amount < moved.amount
  if (isPart && moved.state !== 'paid') return
  if (moved.state === 'paid') books.out -= Math.min(amount, moved.amount)
  if (isPart) moved.amount -= amount
  else moved.state = 'back'
}

const endDispute = (
  books: Books,
  { caseId, outcome, liability }: StampedEvent & { type: 'dispute.closed' },
): void => {
  const dispute = books.disputes[caseId]
  if (dispute === undefined) return
  const chargeId = `dispute:${caseId}`
  const isOwed = outcome === 'lost' && liability === 'merchant' && !dispute.carriedOver
  if (isOwed) books.charges[chargeId] = dispute.amount
  else if (chargeId in books.charges) books.charges[chargeId] = 0
}

/** What one entry of the journal says about money. */
const enterEvent = (books: Books, event: StampedEvent, before: LifecycleContext): void => {
  switch (event.type) {
    case 'charge.raised':
    case 'charge.determined':
      if (!own(event.chargeId)) books.charges[event.chargeId] = event.amount.amount
      return
    case 'charge.met':
      books.met += event.amount.amount
      return
    case 'device.declaredUnreturned':
      if (event.charge && before.devices[event.serial]?.owner === 'provider')
        books.charges[event.charge.chargeId] = event.charge.amount.amount
      return
    case 'settlement.stated':
      books.net = event.net.amount
      return
    case 'payout.confirmed':
    case 'refund.confirmed':
      pay(books, event.orderId, event.amount.amount)
      return
    case 'payout.returned':
    case 'refund.returned':
      takeBack(books, event.orderId, event.amount.amount)
      return
    case 'dispute.opened':
      if (!books.isClosed) books.disputes[event.caseId] = { amount: event.amount.amount, carriedOver: false }
      return
    case 'dispute.closed':
      if (!books.isClosed) endDispute(books, event)
      return
    case 'obligation.carriedOver': {
      const dispute = event.kind === 'dispute' ? books.disputes[event.ref] : undefined
      if (dispute) dispute.carriedOver = true
      return
    }
    case 'obligation.discharged': {
      const { kind, amount } = before.carriedOver[event.obligationId] ?? {}
      if (kind === 'charge') books.discharged += amount?.amount ?? 0
      if (kind === 'settlement' || kind === 'deposit') books.discharged -= amount?.amount ?? 0
      return
    }
    default:
  }
}

/** What nobody assessed in its time was nobody's fault: its charge is gone. */
const lapse = (books: Books, deadlineId: string, { charges }: LifecycleContext): void => {
  const [name, of] = deadlineId.split(':')
  if (name !== 'assessmentDue') return
  for (const { chargeId, ground, status, unassessed } of Object.values(charges))
    if (unassessed && ground === of && status !== 'determined') books.charges[chargeId] = 0
}

/** Enters an accepted command. */
export const enter = (books: Books, before: LifecycleContext, { entry, orders, record }: Accepted): void => {
  if (entry === null) return
  const { cause } = entry
  if ('type' in cause) enterEvent(books, cause as StampedEvent, before)
  if ('timer' in cause) lapse(books, cause.timer, before)
  if ('type' in cause && cause.type === 'timer.due') lapse(books, cause.deadlineId, before)
  for (const { kind, orderId, params } of orders)
    if ((kind === 'payOut' || kind === 'refundDeposit') && !(orderId in books.transfers))
      books.transfers[orderId] = { amount: params.amount, state: 'ordered' }
  if (record.context.closing === null) books.net = 0
  books.isClosed = record.value === 'closed'
}

/** What the acquirer owes the merchant on the whole, counted from what was told. */
const byBooks = (books: Books, { closing, charges, payouts, deposits }: LifecycleContext): number => {
  // of the charges that the library makes itself only what was waived is looked up: nobody tells it
  const claimed = charges['settlement:net']?.amount.amount ?? 0
  const waived = closing?.statement ? (closing.statement.charged ?? claimed) - claimed : -claimed
  const excess = [payouts, ...Object.values(deposits).map(({ refunds }) => refunds)].flatMap((transfers) =>
    // what is on its way is not too much before it is there
    Object.values(transfers).map(({ excess, status }) => (status === 'ordered' ? 0 : excess)),
  )
  const reclaimed = Object.values(charges).flatMap(({ chargeId, amount }) =>
    chargeId.startsWith('overpayment:') ? [amount.amount] : [],
  )
  const { deposits: paidIn, net, charges: charged, met, out, discharged } = books
  return (
    paidIn +
    net +
    waived +
    sum(excess) -
    sum(reclaimed) -
    sum(Object.values(charged)) +
    met -
    out +
    discharged
  )
}

const paid = (transfers: LifecycleContext['payouts']): number =>
  sum(
    Object.values(transfers).map(({ status, amount, excess }) =>
      status === 'confirmed' ? amount - excess : 0,
    ),
  )

/** The same, read off the record. */
const byRecord = ({ deposits, charges, payouts, credit, closing, carriedOver }: LifecycleContext): number => {
  const held = Object.values(deposits).map(
    ({ amount, refunds, deductions }) => amount.amount - paid(refunds) - sum(Object.values(deductions)),
  )
  const owed = Object.values(charges).map(
    ({ amount, payments }) => amount.amount - sum(Object.values(payments)),
  )
  const { net = 0, charged = charges['settlement:net']?.amount.amount ?? 0 } = closing?.statement ?? {}
  const settlement = closing?.statement ? Math.max(0, net + charged) : 0
  const discharged = Object.values(carriedOver).map(({ kind, amount, discharged: isOver }) => {
    if (!isOver || kind === 'dispute') return 0
    return kind === 'charge' ? amount.amount : -amount.amount
  })
  return sum(held) + credit + settlement - paid(payouts) - sum(owed) + sum(discharged)
}

/** At the end of the books nothing is owed but what two people carried over. */
const leftOver = ({ carriedOver }: LifecycleContext): number =>
  sum(
    Object.values(carriedOver).map(({ kind, amount }) =>
      kind === 'dispute' ? 0 : kind === 'charge' ? -amount.amount : amount.amount,
    ),
  )

type Carried = 'deposit' | 'charge'
/** What two people carried over stands where it was owed, once. */
const isCarriedOnce = ({ carriedOver, deposits, charges }: LifecycleContext): boolean =>
  (
    Object.entries({ deposit: deposits, charge: charges }) as [Carried, typeof deposits | typeof charges][]
  ).every(([kind, ledger]) => {
    const agreed = Object.values(carriedOver).map((item) => (item.kind === kind ? item.amount.amount : 0))
    return sum(agreed) === sum(Object.values(ledger).map((item) => item.carriedOver))
  })

/** Whatever was paid too much is claimed back. */
const isReclaimed = ({ payouts, deposits, charges }: LifecycleContext): boolean => {
  const all = [payouts, ...Object.values(deposits).map(({ refunds }) => refunds)].flatMap(Object.values)
  const claims = Object.keys(charges).filter((chargeId) => chargeId.startsWith('overpayment:'))
  return all.filter(({ excess, status }) => status !== 'ordered' && excess > 0).length <= claims.length
}

/** What does not add up, to the unit. */
export const unbalanced = (books: Books, { context, version }: LifecycleRecord): string | undefined => {
  const [told, kept] = [byBooks(books, context), byRecord(context)]
  if (told !== kept) return `told ${told}, kept ${kept}`
  if (!isCarriedOnce(context)) return 'what was carried over stands twice, or nowhere'
  if (!isReclaimed(context)) return 'what was paid too much is not claimed back'
  const isLast = context.closing?.closedSeq === version
  if (isLast && kept !== leftOver(context)) return `closed with ${kept}, carried over ${leftOver(context)}`
  return undefined
}
