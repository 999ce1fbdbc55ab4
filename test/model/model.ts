import { type Books, newBooks, newWay, set } from './books.ts'
import { entriesIn } from './entries.ts'
import type { Around, Told } from './play/told.ts'
import { sumsOf } from './sums.ts'
import { isLate, objections, sceneOf } from './verdicts.ts'
import { isBegun, writingIn } from './writing.ts'

/** The same report again is nothing new. What came too early counts when it is told again. */
const once = /^(payout|refund)\.(confirmed|failed|returned)$|^device\.(shipped|received)$/
const back = /^(loss\.accepted|device\.(received|declaredUnreturned))$/
const tell = (books: Books, around: Around, told: Told): void => {
  const { event } = told
  const { unrun } = writingIn(books, around)
  const codes = objections(books, around, told) ?? []
  const isUnknown = codes.some((code) => /UNKNOWN$|^WRONG_SERIAL$/.test(code))
  const now = sceneOf(books, around, told)
  const said = event.type === 'device.received' ? `${event.serial} ${event.receiptId}` : JSON.stringify(event)
  if (isUnknown || books.told.includes(said)) return
  if (isLate(event, around) && event.type !== 'dispute.closed') return
  if (event.type === 'settlement.stated' && event.statementId === books.statement.id) return
  if (once.test(event.type)) books.told.push(said)
  // the clock that waits for this begins anew, or ends
  if (/^settlement\./.test(event.type)) unrun('settlementObjection')
  if (back.test(event.type)) unrun(`deviceReturnDue:${now.serial}`)
  entriesIn(now, codes)[event.type]?.()
}

/** A closure begins, or is taken back: its statement is of that closure alone, and so is the way back of what sells. */
const turn = (books: Books, now: Around, at: string): void => {
  const { unrun } = writingIn(books, now)
  const isBegun = now.phase === 'closing' && books.closingSince === ''
  if (!isBegun && (now.phase !== 'live' || books.closingSince === '')) return
  unrun('guaranteeTail')
  for (const [serial, device] of Object.entries(books.devices)) {
    // what was replaced is owed back, whether or not the terminal goes on
    if (isBegun || !device.retired) unrun(`deviceReturnDue:${serial}`)
    const where = /^(received|inspected)$/.test(device.where) ? 'merchant' : device.where
    if (!device.retired) set(device, { ...newWay(), where })
  }
  books.closingSince = isBegun ? at : ''
  if (!isBegun) set(books.statement, newBooks().statement)
}

/** What nobody has begun, and nobody would order now, stays at home; charges may be open where enough is left for them. */
const takeBack = (books: Books, now: Around, told: Told, type: 'payout.ordered' | 'refund.ordered'): void => {
  for (const move of Object.values(books.moves)) {
    const isMeant = (move.from === null) === (type === 'payout.ordered')
    if (!isMeant || move.state !== 'flying' || isBegun(move)) continue
    const asked = move.from === null ? 0 : sumsOf(books, now).chargesOpen('raised', 'determined')
    const { from, method } = move
    const event = { type, depositId: from ?? undefined, method, amount: { amount: asked } } as Told['event']
    // a transaction that took no money outdates nothing that was ordered
    const codes = objections(books, { ...now, lastTransactionAt: null }, { ...told, event }) ?? []
    if (codes.some((code) => code !== 'CHARGES_OUTSTANDING')) set(move, { state: 'failed' })
  }
}

/** What stands in the books once this was told and taken; it has changed what is around as well. */
export const entered = (before: Books, told: Told, around: Around, now: Around): Books => {
  const books = structuredClone(before)
  const { unrun, askBack } = writingIn(books, now)
  tell(books, around, told)
  if (now.lastTransactionAt !== around.lastTransactionAt) unrun('guaranteeTail')
  turn(books, now, told.at)
  takeBack(books, now, told, 'payout.ordered')
  const bound = (of: Books) => sumsOf(of, now).moved(null, 'there', 'flying')
  const isNew = books.statement.id !== before.statement.id
  if (books.statement.id !== '' && (isNew || bound(books) < bound(before))) askBack(isNew)
  takeBack(books, now, told, 'refund.ordered')
  return books
}
