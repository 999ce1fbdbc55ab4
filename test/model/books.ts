import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { Around, Said, Told, Type } from './told.ts'

/** Money that the provider holds. */
interface Deposit {
  readonly kind: 'device_pledge' | 'guarantee'
  readonly amount: number
  readonly carried: number
}
/** What the merchant owes. What came from a deposit stands as paid by `deposit:ID`. */
export interface Charge {
  readonly kind: string
  readonly amount: number
  readonly state: 'raised' | 'disputed' | 'determined'
  readonly paid: Readonly<Record<string, number>>
  readonly carried: number
  readonly ground: string | null
}
/** Money to the merchant, by its order: from a deposit, or from the settlement. */
export interface Move {
  readonly from: string | null
  readonly amount: number
  readonly state: 'flying' | 'there' | 'failed' | 'back'
  readonly claimed: boolean
  /** The other side has taken the order on, whoever carried it there. */
  readonly accepted: boolean
  readonly method: string
  /** Of what is there: paid although it was not owed. */
  readonly excess: number
}
export interface Statement {
  readonly id: string
  readonly upTo: string
  readonly net: number
  readonly state: 'stated' | 'agreed' | 'disputed'
  readonly outdated: boolean
  readonly passedOn: boolean
  /** What it asks back: a negative net, and what earlier statements paid too much. */
  readonly charged: number
}
export interface Device {
  readonly owner: 'provider' | 'merchant' | 'agent'
  readonly shared: boolean
  readonly retired: boolean
  readonly where: 'merchant' | 'inTransit' | 'received' | 'inspected' | 'lost' | 'lossAccepted'
  readonly arrived: boolean
  readonly report: boolean
  readonly known: readonly string[]
  /** What has to come back with it, where that was told. */
  readonly accessories: readonly { name: string; count: number }[]
  /** The bag that it was allowed to travel in; `''`: allowed without one. */
  readonly bag: string | null
  readonly journey: readonly string[]
  readonly leftWhole: boolean
  readonly inspection: { cause: string | null; missing: boolean; breach: boolean } | null
  /** Found at the merchant's expense, neither charged nor let go. */
  readonly undecided: readonly ('damage' | 'accessory')[]
}
type Ledger<Item> = Readonly<Record<string, Item>>

/** All of money and custody that was ever told, as it stands. */
export interface Books {
  readonly deposits: Ledger<Deposit>
  readonly charges: Ledger<Charge>
  readonly moves: Ledger<Move>
  readonly disputes: Ledger<{ amount: number; open: boolean; lost: boolean; carried: boolean }>
  readonly obligations: Ledger<{ kind: string; ref: string; amount: number; discharged: boolean }>
  readonly devices: Ledger<Device>
  /** Whether each that is known has moved money. */
  readonly transactions: Ledger<boolean>
  readonly statement: Statement | null
  readonly settlementCarried: number
  /** Met too much: the settlement gives it back. */
  readonly credit: number
  readonly account: {
    readonly token: string
    readonly name: string
    readonly named: boolean
    readonly verified: boolean
    readonly cooling: boolean
  } | null
  /** How the form of the closure wants to be paid. */
  readonly method: string
  readonly closingSince: string | null
  /** Reports of money and of a device on its way that have counted: told again they say nothing. */
  readonly told: readonly string[]
  /** Clocks that have run and were not begun anew. */
  readonly run: readonly string[]
}

type EventOf<T extends Type> = Extract<LifecycleEvent, { type: T }>
/** Why not: nothing where neither money nor custody minds. Of a report: with which issue it is kept. */
export type No = { readonly [T in Type]?: (books: Books, event: EventOf<T>, around: Around) => Said }
/** What stands in the books then. */
export type Then = {
  readonly [T in Type]?: (books: Books, event: EventOf<T>, around: Around, told: Told) => Books
}

type Held = 'deposits' | 'charges' | 'moves' | 'disputes' | 'obligations' | 'devices'
/** With one item changed; of one that is not there, as before. */
export const change = <L extends Held>(
  books: Books,
  ledger: L,
  id: string,
  to: Partial<Books[L][string]>,
): Books => {
  const item = books[ledger][id]
  return item ? put(books, ledger, id, { ...item, ...to } as Books[L][string]) : books
}
export const put = <L extends Held>(books: Books, ledger: L, id: string, item: Books[L][string]): Books => ({
  ...books,
  [ledger]: { ...books[ledger], [id]: item },
})
/** These clocks begin anew, or end. */
export const unrun = (books: Books, ...names: readonly string[]): Books => ({
  ...books,
  run: books.run.filter((clock) => !names.some((name) => clock === name || clock.startsWith(`${name}:`))),
})
