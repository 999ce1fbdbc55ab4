import { type Books, change, type No, type Then, unrun } from './books.ts'
import { carriedNo, carriedThen } from './carried.ts'
import { chargesNo, chargesThen, comesTo, dropCarried } from './charges.ts'
import { depositsNo, depositsThen, overtaken } from './deposits.ts'
import { devicesNo, devicesThen } from './devices.ts'
import { movesNo, movesThen, takenBack } from './moves.ts'
import { followMoney, statementNo, statementThen } from './statement.ts'
import type { Around, Code, Told, Type } from './told.ts'

const no: No = { ...chargesNo, ...depositsNo, ...movesNo, ...statementNo, ...devicesNo, ...carriedNo }
const then: Then = {
  ...{ ...chargesThen, ...depositsThen, ...movesThen, ...statementThen, ...devicesThen, ...carriedThen },
}

/** Events on which money or custody have a say. */
export const speaksOf = Object.keys(no) as Type[]

/** What is told of devices, transactions and disputes when the books are closed goes to the tail. */
const isLate = ({ type }: Told['event'], { phase }: Around): boolean =>
  phase === 'closed' && /^(device|transaction|dispute|batch)\./.test(type)

/** Why money or custody refuses it now, or the issues that it is kept with; nothing where the model has no say. */
export const objections = (books: Books, around: Around, { event }: Told): readonly Code[] | undefined => {
  if (event.type === 'timer.due' || isLate(event, around)) return undefined
  if (event.type === 'order.cancelled' && books.moves[event.orderId] === undefined) return undefined
  return no[event.type]?.(books, event as never, around).filter((code) => code !== false)
}

/** The two decisions that a clock takes: who says nothing has no claim, what nobody could tell was nobody's fault. */
const rung = (books: Books, deadlineId: string): Books => {
  const [name, serial = ''] = deadlineId.split(':')
  if (name === 'payoutAccountCooling')
    return { ...books, account: books.account && { ...books.account, cooling: false } }
  if (name === 'damageDecisionDue') return change(books, 'devices', serial, { undecided: [] })
  if (name !== 'assessmentDue') return { ...books, run: [...books.run, deadlineId] }
  const undecided = books.devices[serial]?.undecided.filter((kind) => kind !== 'damage') ?? []
  return Object.entries(books.charges).reduce(
    (now, [id, { kind, ground, state }]) =>
      kind === 'damage' && ground === serial && state !== 'determined'
        ? comesTo(now, id, 0, { state: 'determined' })
        : now,
    change(books, 'devices', serial, { undecided }),
  )
}

/** The same report again is nothing new. What came too early counts when it is told again. */
const once = /^(payout|refund)\.(confirmed|failed|returned)$|^device\.(shipped|received)$/
const unheard: ReadonlySet<Code> = new Set(['PAYOUT_UNKNOWN', 'DEPOSIT_UNKNOWN', 'WRONG_SERIAL'])

/** What stands in the books once this was told and taken. */
export const entered = (books: Books, around: Around, told: Told): Books => {
  const { event } = told
  if (isLate(event, around))
    return event.type === 'dispute.closed' && (event.outcome !== 'lost' || event.liability !== 'merchant')
      ? dropCarried(books, event.caseId)
      : books
  if (event.type === 'timer.due') return followMoney(rung(books, event.deadlineId), books)
  const said = once.test(event.type) ? JSON.stringify(event) : ''
  if (books.told.includes(said)) return books
  const counts = said && !objections(books, around, told)?.some((code) => unheard.has(code))
  const heard = counts ? { ...books, told: [...books.told, said] } : books
  return followMoney(then[event.type]?.(heard, event as never, around, told) ?? heard, books)
}

/** What was known of the way back of a device that sells. */
const newWays = (books: Books): Books =>
  Object.entries(books.devices).reduce((now, [serial, { retired, where }]) => {
    if (retired) return now
    const back = where === 'received' || where === 'inspected' ? 'merchant' : where
    const way = { bag: null, journey: [], leftWhole: false, arrived: false, inspection: null }
    return change(now, 'devices', serial, { ...way, where: back })
  }, books)

/** What was told has changed what is around: the phase, what is held, when the last transaction was. */
export const amid = (books: Books, before: Around, now: Around, at: string): Books => {
  // who holds money takes back what nobody has begun to pay
  const held = now.fundsHeld ? takenBack(books, () => true) : books
  const later = now.lastTransactionAt !== before.lastTransactionAt
  return overtaken(inPhase(later ? unrun(held, 'guaranteeTail') : held, now.phase, at), now)
}

/** A closure begins, or is taken back: its statement is of that closure alone, and so is the way back of a device. */
const inPhase = (books: Books, phase: Around['phase'], at: string): Books => {
  if (phase === 'closing' && books.closingSince === null)
    return { ...unrun(newWays(books), 'deviceReturnDue', 'guaranteeTail'), closingSince: at }
  if (phase === 'live' && books.closingSince !== null) {
    // what was replaced is owed back, whether or not the terminal goes on
    const bound = Object.entries(books.devices).filter(([, { retired }]) => !retired)
    const clocks = bound.map(([serial]) => `deviceReturnDue:${serial}`)
    const now = unrun(newWays(books), 'guaranteeTail', ...clocks)
    return { ...now, closingSince: null, statement: null, settlementCarried: 0 }
  }
  return books
}
