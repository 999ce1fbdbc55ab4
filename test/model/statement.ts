import { type Books, change, type No, type Statement, type Then, unrun } from './books.ts'
import { claimed, comesTo, cutCarried, dropCarried } from './charges.ts'
import { ordered, takenBack, transferNo } from './moves.ts'
import { flying, owed, paidOn, restOf, there } from './sums.ts'
import type { Around, Said } from './told.ts'

const after = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)

/** It covers the last transaction, and no money moved since. */
export const covers = ({ statement }: Books, { lastTransactionAt }: Around): boolean =>
  statement !== null &&
  !statement.outdated &&
  (lastTransactionAt === null || !after(lastTransactionAt, statement.upTo))

const wanted = (books: Books, around: Around, id: string): Said =>
  books.statement?.id === id ? [!covers(books, around) && 'STATEMENT_STALE'] : ['NO_STATEMENT']

const net = 'settlement:net'
/** What is paid or on its way, beside what was met too much and is being given back. */
const paidFor = (books: Books) => Math.max(0, there(books, null) + flying(books, null) - books.credit)

/** A negative net, and what earlier statements paid too much, is one charge that follows the newest statement. */
const askBack = (books: Books): Books => {
  const before = books.charges[net]
  if (!books.statement) return books
  const due = Math.max(0, paidFor(books) - books.statement.net)
  if (before === undefined && due === 0) return books
  const lower = before !== undefined && due <= before.amount
  const state = lower && due > 0 ? before.state : 'determined'
  const asked = lower ? comesTo(books, net, due, { state }) : claimed(books, net, due, 'settlement')
  const argued = before?.state === 'disputed' && due > 0
  const charge = argued ? change(asked, 'charges', net, { state: 'disputed' }) : asked
  return { ...charge, statement: { ...books.statement, charged: due } }
}

/** Money that did not move in the end is not asked back: the charge comes down with it, and never goes up. */
export const followMoney = (books: Books, before: Books): Books => {
  const charge = books.charges[net]
  const bound = (now: Books) => there(now, null) + flying(now, null)
  if (!charge || !books.statement || bound(books) >= bound(before)) return books
  const due = Math.max(0, paidFor(books) - books.statement.net)
  const state = due > 0 ? charge.state : 'determined'
  const lower = due < charge.amount ? comesTo(books, net, due, { state }) : books
  return { ...lower, statement: { ...books.statement, charged: Math.min(due, books.statement.charged) } }
}

export const statementNo: No = {
  // a statement about less than the one before it is an old one
  'settlement.stated': ({ statement }, { upTo }, _) => [
    statement !== null && after(statement.upTo, upTo) && 'STATEMENT_STALE',
  ],
  'settlement.confirmed': (books, { statementId }, around) => wanted(books, around, statementId),
  'settlement.disputed': (books, { statementId }, around) => wanted(books, around, statementId),
  'settlement.deemedAccepted': (books, { statementId }, around) => [
    ...wanted(books, around, statementId),
    books.statement?.state === 'disputed' && 'SETTLEMENT_DISPUTED',
    !books.run.includes('settlementObjection') && 'NOTICE_RUNNING',
  ],
  'payout.ordered': (books, { amount, method }, around) => [
    around.phase === 'closing' && books.statement?.state !== 'agreed' && 'SETTLEMENT_NOT_CONFIRMED',
    around.phase === 'closing' && books.statement !== null && !covers(books, around) && 'STATEMENT_STALE',
    amount.amount > restOf(books, around) && 'AMOUNT_TOO_HIGH',
    ...transferNo(books, method, around),
  ],
  'payoutAccount.verified': ({ account }, { token }) => [
    account?.token !== token && 'ACCOUNT_UNVERIFIED',
    account?.token === token && !account.named && 'NAME_MISMATCH',
  ],
  'dispute.closed': ({ disputes }, { caseId }) => [disputes[caseId] === undefined && 'DISPUTE_UNKNOWN'],
}

const marked = (books: Books, state: 'agreed' | 'disputed'): Books => ({
  ...unrun(books, 'settlementObjection'),
  statement: books.statement && { ...books.statement, state },
})
const agreed = (books: Books): Books => {
  const now = marked(books, 'agreed')
  // who agrees to the statement argues about its figure no more
  return now.charges[net]?.state === 'disputed' ? change(now, 'charges', net, { state: 'determined' }) : now
}
const isMoney = (state: string): boolean => state === 'completed' || state === 'settled'

export const statementThen: Then = {
  'settlement.stated': (books, { statementId, upTo, net: figure }, _, { at }) => {
    if (books.statement?.id === statementId) return books
    const statement: Statement = {
      // nobody states what is still to come
      ...{ id: statementId, upTo: after(upTo, at) ? at : upTo, net: figure.amount, state: 'stated' as const },
      ...{ outdated: false, passedOn: false, charged: books.charges[net]?.amount ?? 0 },
    }
    const asked = askBack(takenBack({ ...unrun(books, 'settlementObjection'), statement }))
    const left = Math.max(0, owed(asked) - there(asked, null) - flying(asked, null))
    const kept = Math.min(left, asked.settlementCarried)
    return {
      ...cutCarried(asked, 'settlement', null, asked.settlementCarried - kept),
      settlementCarried: kept,
    }
  },
  'settlement.confirmed': agreed,
  'settlement.deemedAccepted': (books) => marked(books, 'agreed'),
  'settlement.disputed': (books) => {
    const now = takenBack(marked(books, 'disputed'))
    const charge = now.charges[net]
    // to dispute what one owes is to dispute the charge
    const open = charge?.state === 'raised' && paidOn(now, net) < charge.amount
    return open ? change(now, 'charges', net, { state: 'disputed' }) : now
  },
  'payout.ordered': (books, { amount: { amount }, method = books.method }, _, told) =>
    ordered(books, told, { from: null, amount, method }),
  'payoutAccount.changed': (books, { token, name }) =>
    // the same account again is no other one
    books.account?.token === token && books.account.name === name
      ? books
      : takenBack(
          {
            ...books,
            account: { token, name, named: name === '青禾便利店', verified: false, cooling: true },
          },
          ({ method }) => method === 'directTransfer',
        ),
  'payoutAccount.verified': (books) => ({
    ...books,
    account: books.account && { ...books.account, verified: true },
  }),
  'transaction.reported': (books, { ref, state, occurredAt, test }, { phase }, { at }) => {
    if (test) return books
    const before = books.transactions[ref]
    const now = isMoney(state)
    // decision 027: one that is not known may have been taken and have left, unless it was made since the closure began
    const since =
      books.closingSince !== null && after(occurredAt, books.closingSince) && !after(occurredAt, at)
    const moved = before === undefined ? now || !since : before !== now
    const { [ref]: _, ...others } = books.transactions
    const ended = !['authorised', 'pending'].includes(state)
    const known = { ...books, transactions: phase === 'live' && ended ? others : { ...others, [ref]: now } }
    if (!moved || !known.statement) return known
    return takenBack({ ...known, statement: { ...known.statement, outdated: true } })
  },
  'dispute.opened': (books, { caseId, amount: { amount } }) => {
    const before = books.disputes[caseId]
    // told again while it is open, it stays carried over
    if (before?.open && before.amount === amount) return books
    const dispute = { amount, open: true, lost: false, carried: false }
    return { ...dropCarried(books, caseId), disputes: { ...books.disputes, [caseId]: dispute } }
  },
  'dispute.closed': (books, { caseId, outcome, liability }) => {
    const dispute = books.disputes[caseId]
    const lost = outcome === 'lost' && liability === 'merchant'
    if (dispute === undefined || (!dispute.open && dispute.lost === lost)) return books
    const ended = change(books, 'disputes', caseId, { open: false, lost })
    const closed = lost ? ended : dropCarried(ended, caseId)
    const id = `dispute:${caseId}`
    // what was carried over is owed beyond the closure already
    if (lost && !dispute.carried) return claimed(closed, id, dispute.amount, 'chargeback')
    return closed.charges[id] ? comesTo(closed, id, 0, { state: 'determined' }) : closed
  },
}
