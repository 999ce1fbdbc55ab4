import { type Books, blank } from './books.ts'
import type { Around, Told } from './play/told.ts'
import { isAfter, isHere, sumsOf, total } from './sums.ts'

export type Type = Told['event']['type']
export type Table<Entry> = { readonly [T in Type]?: () => Entry }
type Keys<Event> = Event extends unknown ? keyof Event : never
type Field<Event, Key> = Event extends unknown ? (Key extends keyof Event ? Event[Key] : never) : never
/** Whatever an event tells; each tells some of it. */
type Fields = { readonly [Key in Keys<Told['event']>]?: Field<Told['event'], Key> }

/** What an event names has to stand in the books: what does not says so alone, and is nothing new. */
const named = [
  ['depositId', 'deposits', 'DEPOSIT_UNKNOWN'],
  ['chargeId', 'charges', 'CHARGE_UNKNOWN'],
  ['serial', 'devices', 'DEVICE_UNKNOWN'],
  ['orderId', 'moves', 'PAYOUT_UNKNOWN'],
  ['caseId', 'disputes', 'DISPUTE_UNKNOWN'],
  ['obligationId', 'obligations', 'OBLIGATION_UNKNOWN'],
] as const
/** Reports of a device say so in another word. */
const isOfDevice = /^device\.(lost|found|shipped|received|inspected)$/
export const knownCodes = ['WRONG_SERIAL', ...named.map(([, , code]) => code)]
type Ids = { [Id in (typeof named)[number][0]]?: string }
const carriedBy: Record<string, keyof Ids> = { deposit: 'depositId', charge: 'chargeId', dispute: 'caseId' }

const idsOf = ({ moves }: Books, event: Told['event']): Ids => {
  if (event.type === 'obligation.carriedOver') return { [carriedBy[event.kind] ?? '']: event.ref }
  const ids = event as Ids
  if (event.type === 'timer.due') return { serial: event.deadlineId.split(':')[1] ?? '' }
  // an order that moves money from another purse names nothing
  const isOther = moves[ids.orderId ?? '']?.from !== (ids.depositId ?? null)
  return /^(payout|refund)\./.test(event.type) && ids.orderId && isOther ? { ...ids, orderId: '' } : ids
}

/** What was told, amid what stands in the books; a blank item stands for one that is not there. */
export const sceneOf = (books: Books, around: Around, told: Told) => {
  const ids = idsOf(books, told.event)
  const { chargeId = '', depositId = '', serial = '', orderId = '', caseId = '', obligationId = '' } = ids
  const event = told.event as Fields
  const sums = sumsOf(books, around)
  const purse = ids.depositId ?? null
  return {
    ...{ books, around, told, ids, event, serial, purse, asked: event.amount?.amount ?? 0, ...sums },
    ...{ open: sums.openOf(chargeId), paid: sums.paidOn(chargeId), free: sums.freeOf(purse) },
    ran: (clock: string) => books.run.includes(clock),
    charge: books.charges[chargeId] ?? blank().charge,
    deposit: books.deposits[depositId] ?? blank().deposit,
    device: books.devices[serial] ?? blank().device,
    move: books.moves[orderId] ?? blank().move,
    dispute: books.disputes[caseId] ?? blank().dispute,
    obligation: books.obligations[obligationId] ?? blank().obligation,
  }
}
export type Scene = ReturnType<typeof sceneOf>

/** What follows from a fact has no price, and may name no table. */
const priced =
  /^(rental|maintenance|deactivation|annual|data_traffic|transaction|early_termination|other|damage|accessory)$/

/** Why money or custody says no, event by event; a report is kept, with this as its issue. */
export const verdictsOn = (now: Scene): Table<Readonly<Record<string, boolean>>> => {
  const { books, around, event, asked, serial, purse, ran, free, open, chargesOpen } = now
  const { charge, deposit, device, dispute, move, obligation } = now
  const { account, statement } = books
  const isOtherAmount = asked !== move.amount
  const arrival = () => ({
    AMOUNT_MISMATCH: isOtherAmount,
    PAID_TWICE: move.state === 'failed' || (move.state === 'flying' && move.excess > 0),
  })
  // only a transfer needs an account; a hold keeps money back however it would travel
  const kind = event.kind ?? ''
  const isTransfer = (event.method ?? 'directTransfer') === 'directTransfer'
  const transfer = () => ({
    ...{ ACCOUNT_UNVERIFIED: isTransfer && !account.verified, COOLING_OFF: isTransfer && account.cooling },
    FUNDS_HELD: around.fundsHeld,
  })
  const isMeant = statement.id === event.statementId
  const answer = () => ({ NO_STATEMENT: !isMeant, STATEMENT_STALE: isMeant && !now.isCovered() })
  const isClosing = around.phase === 'closing'
  const isPledge = deposit.kind === 'device_pledge'

  // what may be carried over, and how much of it there is
  const isOtherStatement = kind === 'settlement' && statement.id !== event.ref
  const isOtherDispute = kind === 'dispute' && (!dispute.open || dispute.carried)
  const isMovable = /^(deposit|charge|settlement|dispute)$/.test(kind) && !isOtherStatement && !isOtherDispute
  const left = kind === 'charge' ? open : kind === 'dispute' ? dispute.amount : free
  // what was paid after the books were closed has discharged it, the older ones first; a lost case is owed until it is discharged
  const unpaid = (...bound: string[]) => {
    const { kind: of, ref, amount, discharged } = obligation
    if (discharged || of === 'dispute') return discharged ? 0 : amount
    const alike = now.obligationsOf(of, ref).filter((one) => !one.discharged)
    const younger = alike.slice(alike.indexOf(obligation) + 1)
    const from = of === 'settlement' ? null : ref
    const rest = of === 'charge' ? now.openOf(ref) : now.freeOf(from) + now.moved(from, ...bound)
    return Math.min(amount, Math.max(0, rest - total(younger, (one) => one.amount)))
  }

  // a damage, and what is missing, rest on an inspection that found them at the merchant's expense, once
  const isGrounded = /^(damage|accessory)$/.test(kind) && !device.undecided.includes(kind)
  const isFound = device.found.includes(kind)
  const isUnknown = event.serial !== undefined && !books.devices[serial]

  const { bagNo, sealIntact } = event
  const isOtherBag = device.bag !== '' && bagNo !== undefined && bagNo !== device.bag
  const isSealed = device.bag !== '' && (bagNo !== undefined || sealIntact !== undefined)
  const isErased = around.erased.has(serial)
  // how it travelled: erased or sealed, in its own bag, with those who share it agreeing
  const travel = () => ({
    ERASE_OR_SEAL_FIRST: !isSealed && (!isErased || around.wantsSeal(serial)),
    TENANT_CONSENT_MISSING: !device.allowed && device.shared,
  })
  const isOverdue = ran(`deviceReturnDue:${serial}`)

  return {
    // a statement about less than the one before it is an old one
    'settlement.stated': () => ({ STATEMENT_STALE: isAfter(statement.upTo, event.upTo ?? '') }),
    'settlement.confirmed': answer,
    'settlement.disputed': answer,
    'settlement.deemedAccepted': () => ({
      ...answer(),
      SETTLEMENT_DISPUTED: statement.state === 'disputed',
      NOTICE_RUNNING: !ran('settlementObjection'),
    }),
    'payout.ordered': () => ({
      SETTLEMENT_NOT_CONFIRMED: isClosing && statement.state !== 'agreed',
      STATEMENT_STALE: isClosing && statement.id !== '' && !now.isCovered(),
      AMOUNT_TOO_HIGH: asked > free,
      ...transfer(),
    }),
    'payout.confirmed': arrival,
    'payout.failed': () => ({}),
    'payout.returned': () => ({ AMOUNT_MISMATCH: isOtherAmount }),
    'payoutAccount.verified': () => ({
      ACCOUNT_UNVERIFIED: account.token !== event.token,
      NAME_MISMATCH: account.token === event.token && account.name !== '青禾便利店',
    }),
    'dispute.closed': () => ({}),
    'charge.raised': () => ({
      FEE_TABLE_NOT_IN_FORCE: priced.test(kind) && event.feeTableVersion !== 'standard',
      DEVICE_UNKNOWN: isUnknown,
      DEVICE_NOT_INSPECTED: isGrounded && serial !== '' && !isUnknown && !device.inspected,
      LIABILITY_WITHOUT_GROUND: isGrounded && !isUnknown && (serial === '' || device.inspected) && !isFound,
      CHARGE_ENDED: isGrounded && isFound,
    }),
    'charge.waived': () => ({
      DEVICE_NOT_INSPECTED: isGrounded && !device.inspected,
      CHARGE_ENDED: isGrounded && device.inspected,
    }),
    // who was heard once is not heard again
    'charge.disputed': () => ({
      CHARGE_ENDED: charge.state !== 'raised' || now.paid >= charge.amount,
    }),
    'charge.determined': () => ({ AMOUNT_TOO_HIGH: asked > charge.amount }),
    'charge.met': () => ({ CHARGE_ENDED: open === 0, AMOUNT_TOO_HIGH: open > 0 && asked > open }),
    'deposit.deducted': () => ({
      CHARGE_DISPUTED: charge.state === 'disputed',
      NOTICE_RUNNING: open > 0 && charge.state === 'raised' && !ran(`chargeObjection:${event.chargeId}`),
      CHARGE_ENDED: open === 0,
      DEPOSIT_EXHAUSTED: free <= 0 && open > 0,
      AMOUNT_TOO_HIGH: asked > Math.min(free, open),
    }),
    'refund.ordered': () => ({
      CUSTODY_OPEN: isPledge && !now.isCustodySettled(),
      DAMAGE_UNDECIDED: isPledge && now.isUndecided(),
      RELEASE_NOT_DUE: !isPledge && !ran(`guaranteeTail:${purse}`),
      CHARGES_OUTSTANDING: chargesOpen('raised', 'determined') > 0,
      // what the parties argue about stays where it is
      AMOUNT_TOO_HIGH: asked > free - chargesOpen('disputed'),
      ...transfer(),
    }),
    'refund.confirmed': arrival,
    'refund.failed': () => ({}),
    'refund.returned': () => ({ AMOUNT_MISMATCH: isOtherAmount }),
    'order.cancelled': () => ({ ORDER_CLAIMED: move.state === 'flying' && move.claimed }),
    'obligation.carriedOver': () => ({
      NOT_TRANSFERABLE: !isMovable && !isOtherStatement && !isOtherDispute,
      NO_STATEMENT: isOtherStatement,
      DISPUTE_UNKNOWN: isOtherDispute,
      AMOUNT_TOO_HIGH: isMovable && asked > left,
    }),
    'obligation.discharged': () => ({
      OBLIGATION_DISCHARGED: obligation.discharged || (obligation.amount > 0 && unpaid('flying') === 0),
      AMOUNT_TOO_HIGH: unpaid('flying') > 0 && unpaid() < obligation.amount,
    }),
    'device.lost': () => ({}),
    'device.found': () => ({}),
    'loss.accepted': () => ({
      DEVICE_NOT_LOST: device.where !== 'lost',
      KEYS_NOT_REVOKED: !around.keysGone.has(serial) && !around.revoked.has(serial),
      REPORT_MISSING: !device.report && ![event.evidence ?? []].flat().length,
    }),
    'device.declaredUnreturned': () => ({ NOT_YET_DUE: !isOverdue }),
    'device.declaredUnreadable': () => ({ DEVICE_NOT_RECEIVED: !device.arrived }),
    'return.authorised': () => ({
      ERASE_OR_SEAL_FIRST: !event.seal && (!(isErased || now.isMoot(serial)) || around.wantsSeal(serial)),
      // where that is overdue, or the device is here, two persons do as well
      TENANT_CONSENT_MISSING: device.shared && !event.consent && !device.arrived && !isOverdue,
    }),
    'device.shipped': () => ({ ...travel(), SEAL_BROKEN: isOtherBag }),
    'device.received': () => ({
      ...travel(),
      SEAL_BROKEN: !isErased && (isOtherBag || sealIntact === false),
    }),
    'device.inspected': () => ({ DEVICE_NOT_RECEIVED: !isHere(device) }),
  }
}

/** What is told of devices, transactions and disputes when the books are closed goes to the tail. */
export const isLate = ({ type }: Told['event'], { phase }: Around): boolean =>
  phase === 'closed' && /^(device|transaction|dispute|batch)\./.test(type)

/** Why money or custody refuses it now, or the issues that it is kept with; nothing where the model has no say. */
export const objections = (books: Books, around: Around, told: Told): readonly string[] | undefined => {
  const now = sceneOf(books, around, told)
  const { type } = told.event
  const codes = verdictsOn(now)[type]
  if (codes === undefined || isLate(told.event, around)) return undefined
  const unknown = named.find(([id, ledger]) => now.ids[id] !== undefined && !books[ledger][now.ids[id] ?? ''])
  if (unknown && type === 'order.cancelled') return undefined
  if (unknown && type !== 'charge.raised') return [isOfDevice.test(type) ? 'WRONG_SERIAL' : unknown[2]]
  return Object.entries(codes()).flatMap(([code, applies]) => (applies ? [code] : []))
}
