import type { Books } from './books.ts'
import type { Around } from './play/told.ts'

type Many<Item> = Record<string, Item> | readonly Item[]
export const total = <Item>(items: Many<Item>, of: (item: Item, id: string) => number): number =>
  Object.entries<Item>(items).reduce((sum, [id, item]) => sum + of(item, id), 0)
export const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)
export const isMissing = ({ where }: { where: string }): boolean => /^(lost|lossAccepted)$/.test(where)
export const isHere = (device: { where: string; arrived: boolean }): boolean =>
  device.arrived && !isMissing(device)

/** What comes out of the books. A purse is a deposit, or (null) the settlement. */
export const sumsOf = (books: Books, around: Around) => {
  const { charges, moves, obligations, deposits, devices, statement } = books
  const { phase, lastTransactionAt, erased, keysGone, revoked } = around
  const obligationsOf = (kind: string, ref: string | null) =>
    Object.values(obligations).filter((one) => one.kind === kind && (ref ?? one.ref) === one.ref)
  const carriedOf = (kind: string, ref: string | null) =>
    total(obligationsOf(kind, ref), ({ amount }) => amount)
  // once the books are closed, what was carried over is owed again, and what was discharged is spent
  const spent = (kind: string, ref: string | null) =>
    total(obligationsOf(kind, ref), (one) => (phase !== 'closed' || one.discharged ? one.amount : 0))

  const paidOn = (id: string) => total(charges[id]?.paid ?? {}, (amount) => amount)
  const openOf = (id: string) => Math.max(0, (charges[id]?.amount ?? 0) - paidOn(id) - spent('charge', id))
  const chargesOpen = (...states: string[]) =>
    total(charges, ({ state }, id) => (states.includes(state) ? openOf(id) : 0))

  const moved = (purse: string | null, ...states: string[]) =>
    total(moves, (one) => (one.from === purse && states.includes(one.state) ? one.amount - one.excess : 0))
  const deducted = (depositId: string) => total(charges, ({ paid }) => paid[`deposit:${depositId}`] ?? 0)
  // what was asked back of a statement is a charge, and lowers nothing here
  const owed = () => books.credit + Math.max(0, statement.net + statement.charged)
  /** What a purse holds for the merchant: neither there, on its way, deducted nor carried over. */
  const freeOf = (purse: string | null) => {
    const gone = moved(purse, 'there', 'flying') + spent(purse === null ? 'settlement' : 'deposit', purse)
    if (purse !== null) return (deposits[purse]?.amount ?? 0) - deducted(purse) - gone
    return books.closingSince === '' ? 0 : Math.max(0, owed() - gone)
  }

  /** It covers the last transaction, and no money moved since. */
  const isCovered = () =>
    statement.id !== '' && !statement.outdated && !isAfter(lastTransactionAt ?? '', statement.upTo)
  /** Nobody waits for it, and the host takes its keys no more: what is on it is of no matter. */
  const isMoot = (serial: string) => devices[serial]?.where === 'lossAccepted' && revoked.has(serial)
  /** Inspected, its loss accepted, or kept by the merchant that owns it; a broken journey is answered first. */
  const isSettled = ([serial, { owner, where, journey, breach }]: [string, Books['devices'][string]]) => {
    const isAnswered = breach && erased.has(serial) && !journey.includes('TENANT_CONSENT_MISSING')
    const isBack = where === 'inspected' && (journey.length === 0 || isAnswered)
    return isBack || where === 'lossAccepted' || (owner === 'merchant' && where !== 'lost')
  }
  const isCustodySettled = () => Object.entries(devices).every(isSettled)
  const isUndecided = () => Object.values(devices).some(({ undecided }) => undecided.length > 0)

  // also what would be too much when it arrives
  const isEmpty = (purse: string | null) =>
    freeOf(purse) === 0 &&
    Object.values(moves).every(({ from, state }) => from !== purse || state !== 'flying')
  const isWiped = (serial: string) =>
    isMoot(serial) || (erased.has(serial) && keysGone.has(serial) && !around.wantsSeal(serial))
  const isAgreed = () =>
    statement.state === 'agreed' || (statement.state === 'disputed' && statement.passedOn)
  const isDecided = () => Object.values(books.disputes).every(({ open, carried }) => !open || carried)
  /** What money and custody owe to a closure, part by part: is it done? */
  const cleared = () => ({
    settlement: isCovered() && isAgreed() && isEmpty(null) && isDecided(),
    charges: !isUndecided() && Object.keys(charges).every((id) => openOf(id) === 0),
    deposits: Object.keys(deposits).every(isEmpty),
    devices: isCustodySettled() && Object.keys(devices).every(isWiped),
  })

  return {
    ...{ obligationsOf, carriedOf, paidOn, openOf, chargesOpen, moved, deducted, owed, freeOf },
    ...{ isCovered, isMoot, isCustodySettled, isUndecided, cleared },
  }
}
