/** What is known of the way back of a device; without a bag it may travel as it is. */
export const newWay = () => ({
  ...{ arrived: false, allowed: false, bag: '', journey: [] as string[], leftWhole: false },
  ...{ inspected: false, cause: '', found: [] as string[], breach: false },
})
export type Part = { name: string; count?: number; expected?: number; returned?: number }
/** What stands in the books of a thing before anything is told of it. */
export const blank = () => ({
  deposit: { kind: '', amount: 0 },
  /** Raised, disputed or determined. What came from a deposit is paid by `deposit:ID`. */
  charge: {
    ...{ kind: 'other', amount: 0, state: 'raised', ground: '', paid: {} as Record<string, number> },
    /** Of a damage that nobody could explain. */
    unassessed: false,
  },
  /** Money from a deposit, or (null) the settlement: flying, there, failed or back. Excess was not owed. */
  move: {
    ...{ from: null as string | null, amount: 0, excess: 0, method: '', state: 'back' },
    ...{ claimed: false, accepted: false },
  },
  dispute: { amount: 0, open: false, lost: false, carried: false },
  obligation: { kind: '', ref: '', amount: 0, discharged: false },
  /** merchant, inTransit, received, inspected, lost or lossAccepted; what was found is undecided until it is charged or waived. */
  device: {
    ...{ where: 'merchant', owner: 'provider', shared: false, retired: false, report: false, ...newWay() },
    ...{ undecided: [] as string[], accessories: [] as readonly Part[], unexplained: false },
  },
})
type Items = ReturnType<typeof blank>
type Ledgers = { [Item in keyof Items as `${Item}s`]: Record<string, Items[Item]> }

/** All of money and custody that was ever told, as it stands. */
export const newBooks = () => ({
  ...({ deposits: {}, charges: {}, moves: {}, disputes: {}, obligations: {}, devices: {} } as Ledgers),
  /** Stated, agreed or disputed; charged is what it asks back: a negative net, and what was paid too much. */
  statement: { id: '', upTo: '', net: 0, charged: 0, state: '', outdated: false, passedOn: false },
  account: { token: '', name: '', verified: false, cooling: false },
  /** Whether each that is known has moved money. */
  transactions: {} as Record<string, boolean>,
  /** Met too much: the settlement gives it back. */
  credit: 0,
  closingSince: '',
  /** Reports that have counted, and say nothing when told again; clocks that have run and were not begun anew. */
  ...{ told: [] as string[], run: [] as string[] },
})
export type Books = ReturnType<typeof newBooks>
export const set = <Item extends object>(item: Item, to: Partial<Item>): Item => Object.assign(item, to)
