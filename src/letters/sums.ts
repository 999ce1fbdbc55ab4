import type { Money, ObligationKind } from '../domain/index.ts'
import type {
  CarriedOver,
  Charge,
  Deposit,
  LifecycleContext,
  LifecycleRecord,
  Transfer,
} from '../machine/index.ts'

// The ledger's own sums, from outside the machine. Money on its way counts as still owed: the merchant does not have it yet.

export const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

type Books = Pick<LifecycleRecord, 'context' | 'value'>

/** What arrived, without what is charged back. */
export const arrived = (transfers: Readonly<Record<string, Transfer>>): number =>
  sum(Object.values(transfers).map((one) => (one.status === 'confirmed' ? one.amount - one.excess : 0)))

/** While closing what was carried over is off the books; afterwards only what of it was discharged. */
const takenOff = ({ context, value }: Books, amount: number, kind: ObligationKind, ref?: string): number =>
  value === 'closed'
    ? sum(
        Object.values(context.carriedOver).map((one) =>
          one.discharged && one.kind === kind && (ref === undefined || one.ref === ref)
            ? one.amount.amount
            : 0,
        ),
      )
    : amount

export const paidFor = ({ payments }: Charge): { deducted: number; paid: number } => {
  const amounts = Object.entries(payments)
  const deducted = sum(amounts.map(([ref, amount]) => (ref.startsWith('deposit:') ? amount : 0)))
  return { deducted, paid: sum(amounts.map(([, amount]) => amount)) - deducted }
}

export const openOf = (books: Books, charge: Charge): number => {
  const { deducted, paid } = paidFor(charge)
  const off = takenOff(books, charge.carriedOver, 'charge', charge.chargeId)
  return Math.max(0, charge.amount.amount - paid - deducted - off)
}

export const deductedFrom = ({ deductions }: Deposit): number => sum(Object.values(deductions))

export const offDeposit = (books: Books, { carriedOver, depositId }: Deposit): number =>
  takenOff(books, carriedOver, 'deposit', depositId)

export const heldOf = (books: Books, deposit: Deposit): number =>
  deposit.amount.amount - arrived(deposit.refunds) - deductedFrom(deposit) - offDeposit(books, deposit)

/** The charge that the library raises for what the merchant owes by the settlement. */
const settlementCharge = 'settlement:net'

/** What the settlement comes to for the merchant, with what it was paid too much, for that is charged. */
export const settlementOwed = ({ closing, credit, charges }: LifecycleContext): number => {
  if (!closing?.statement) return credit
  const { net, charged = charges[settlementCharge]?.amount.amount ?? 0 } = closing.statement
  return credit + Math.max(0, net + charged)
}

export const offSettlement = (books: Books): number =>
  takenOff(books, books.context.closing?.settlementCarriedOver ?? 0, 'settlement')

export const settlementRest = (books: Books): number => {
  const { context } = books
  return Math.max(0, settlementOwed(context) - arrived(context.payouts) - offSettlement(books))
}

const restOf = (books: Books, kind: ObligationKind, ref: string): number => {
  const { deposits, charges } = books.context
  if (kind === 'settlement') return settlementRest(books)
  if (kind === 'deposit') return deposits[ref] ? heldOf(books, deposits[ref]) : 0
  return charges[ref] ? openOf(books, charges[ref]) : 0
}

/** What of an obligation that outlives the closure is still to be settled; what was paid through here met the older ones first. */
export const obligationRest = (books: Books, obligation: CarriedOver): number => {
  const { kind, ref, amount, obligationId } = obligation
  const { carriedOver } = books.context
  if (kind === 'dispute' || books.value !== 'closed') return amount.amount
  const others = Object.values(carriedOver).filter(
    (one) => one.kind === kind && one.ref === ref && !one.discharged,
  )
  const younger = others.slice(others.findIndex((one) => one.obligationId === obligationId) + 1)
  const left = restOf(books, kind, ref) - sum(younger.map((one) => one.amount.amount))
  return Math.min(amount.amount, Math.max(0, left))
}

export const moneyIn =
  ({ identity }: LifecycleContext) =>
  (amount: number): Money => ({ amount, currency: identity.currency })
