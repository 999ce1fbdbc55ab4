import { blank, newBooks, type Part, set } from './books.ts'
import { isAfter, isHere, isMissing } from './sums.ts'
import type { Scene, Table } from './verdicts.ts'
import { settlementNet, writingIn } from './writing.ts'

/** What stands in the books then, event by event; a report is entered with the codes that it is kept with. */
export const entriesIn = (now: Scene, codes: readonly string[]): Table<unknown> => {
  const { books, around, told, event, asked, serial, purse } = now
  const { charge, device, dispute, move, obligation } = now
  const { account, statement, charges } = books
  const { unrun, dropCarried, comeTo, claim, fail, arrive, comeBack } = writingIn(books, around)
  const { chargeId = '', caseId = '', obligationId = '', orderId = '', kind = '', ref = '' } = event
  const net = charges[settlementNet]

  // without an order nothing moves: it was told before
  const order = (from: string | null, amount: number, method = 'directTransfer') =>
    told.orderId &&
    set(books.moves, { [told.orderId]: { ...blank().move, from, amount, method, state: 'flying' } })
  const decide = (kind: string) => set(device, { undecided: device.undecided.filter((one) => one !== kind) })
  // it turned up: owed again, or looked at anew where it had been here and the terminal does not work with it
  const find = () => {
    if (!isMissing(device)) return
    const arrived = device.arrived && (around.phase !== 'live' || device.retired)
    set(device, { arrived, where: arrived ? 'received' : 'merchant' })
    unrun(`deviceReturnDue:${serial}`)
  }

  return {
    'timer.due': () => {
      const { deadlineId = '' } = event
      const [clock] = deadlineId.split(':')
      // the two decisions that a clock takes: who says nothing has no claim, what nobody could tell was nobody's fault
      if (clock === 'payoutAccountCooling') set(account, { cooling: false })
      else if (clock === 'damageDecisionDue') set(device, { undecided: [] })
      else if (clock !== 'assessmentDue') set(books, { run: [...books.run, deadlineId] })
      else if (device.cause === '' || device.cause === 'undetermined') decide('damage')
      for (const [id, one] of Object.entries(charges))
        if (
          clock === 'assessmentDue' &&
          one.ground === serial &&
          one.unassessed &&
          one.state !== 'determined'
        )
          comeTo(id, 0, { state: 'determined' })
    },
    'settlement.stated': () => {
      const { statementId: id = '', upTo: until = '', net: figure } = event
      // nobody states what is still to come
      const upTo = isAfter(until, told.at) ? told.at : until
      set(statement, { ...newBooks().statement, id, upTo, net: figure?.amount ?? 0, state: 'stated' })
    },
    'settlement.confirmed': () => {
      set(statement, { state: 'agreed' })
      // who agrees to the statement argues about its figure no more
      if (net?.state === 'disputed') set(net, { state: 'determined' })
    },
    'settlement.deemedAccepted': () => set(statement, { state: 'agreed' }),
    'settlement.disputed': () => {
      set(statement, { state: 'disputed' })
      // to dispute what one owes is to dispute the charge
      if (net?.state === 'raised' && now.paidOn(settlementNet) < net.amount) set(net, { state: 'disputed' })
    },
    'transaction.reported': () => {
      const { ref = '', state = '', occurredAt = '' } = event
      if (event.test) return
      const before = books.transactions[ref]
      const isMoney = /^(completed|settled)$/.test(state)
      // one that is not known may have been taken and have left, unless it was made since the closure began
      const isNew = isAfter(occurredAt, books.closingSince) && !isAfter(occurredAt, told.at)
      if (before === undefined ? isMoney || !isNew : before !== isMoney) statement.outdated = true
      books.transactions[ref] = isMoney
      if (around.phase === 'live' && !/^(authorised|pending)$/.test(state)) delete books.transactions[ref]
    },
    'payout.ordered': () => order(null, asked, event.method),
    'payout.confirmed': () => arrive(move, asked, orderId),
    'payout.failed': () => fail(move),
    'payout.returned': () => comeBack(move, asked),
    'payoutAccount.changed': () => {
      const { token = '', name = '' } = event
      // the same account again is no other one
      if (account.token !== token || account.name !== name)
        set(account, { token, name, verified: false, cooling: true })
    },
    'payoutAccount.verified': () => set(account, { verified: true }),
    'order.claimed': () => set(move, { claimed: true }),
    'order.confirmed': () => set(move, { accepted: true }),
    'order.failed': () => !event.retryable && fail(move),
    'order.cancelled': () => fail(move),
    'order.repeated': () => order(move.from, move.amount, event.method ?? move.method),
    'charge.raised': () => {
      if (charges[chargeId]) return
      // nothing is taken before a third person has said whose fault it was
      const isUnexplained = device.cause === 'undetermined' || (device.cause === '' && device.unexplained)
      const unassessed = kind === 'damage' && isUnexplained
      const state = unassessed ? 'disputed' : 'raised'
      comeTo(chargeId, asked, { kind, state, unassessed, ground: kind === 'damage' ? serial : '' })
      decide(kind)
    },
    'charge.waived': () => decide(kind),
    'charge.disputed': () => set(charge, { state: 'disputed' }),
    'charge.determined': () => comeTo(chargeId, asked, { state: 'determined' }),
    'charge.met': () => set(charge.paid, { [event.paymentRef ?? '']: asked }),
    'deposit.deducted': () =>
      set(charge.paid, { [`deposit:${purse}`]: (charge.paid[`deposit:${purse}`] ?? 0) + asked }),
    'refund.ordered': () => order(purse, asked, event.method),
    'refund.confirmed': () => arrive(move, asked, orderId),
    'refund.failed': () => fail(move),
    'refund.returned': () => comeBack(move, asked),
    'dispute.opened': () => {
      // told again while it is open, it stays carried over
      if (dispute.open && dispute.amount === asked) return
      dropCarried(caseId)
      books.disputes[caseId] = { ...blank().dispute, amount: asked, open: true }
    },
    'dispute.closed': () => {
      const lost = event.outcome === 'lost' && event.liability === 'merchant'
      const isLate = around.phase === 'closed'
      if (!isLate && !dispute.open && dispute.lost === lost) return
      if (!lost) dropCarried(caseId)
      if (isLate) return
      set(dispute, { open: false, lost })
      const id = `dispute:${caseId}`
      // what was carried over is owed beyond the closure already
      if (lost && !dispute.carried) claim(id, dispute.amount, 'chargeback')
      else if (charges[id]) comeTo(id, 0, { state: 'determined' })
    },
    'obligation.carriedOver': () => {
      if (books.obligations[obligationId]) return
      books.obligations[obligationId] = { kind, ref, amount: asked, discharged: false }
      set(dispute, { carried: true })
      if (statement.state === 'disputed' && (kind === 'settlement' || ref === settlementNet))
        set(statement, { passedOn: true })
    },
    'obligation.discharged': () => set(obligation, { discharged: true }),
    'device.registered': () => set(device, { accessories: event.accessories ?? [] }),
    'device.replaced': () => {
      const { oldSerial = '', newSerial = '', owner = '', tenancy } = event
      set(books.devices[oldSerial] ?? device, { retired: true })
      books.devices[newSerial] = { ...blank().device, owner, shared: tenancy === 'shared' }
    },
    'device.lost': () => {
      const report = device.report || event.report?.type === 'loss_report'
      if (device.where !== 'lossAccepted') set(device, { where: 'lost', report })
    },
    'device.found': find,
    'loss.accepted': () => set(device, { where: 'lossAccepted' }),
    'device.declaredUnreturned': () => {
      set(device, { where: 'lossAccepted' })
      const { chargeId: id, amount } = event.charge ?? { chargeId: '', amount: null }
      if (amount && device.owner === 'provider')
        charges[id] = { ...blank().charge, kind: 'device', amount: amount.amount }
    },
    'return.authorised': () => {
      const journey = device.journey.filter((code) => code !== 'TENANT_CONSENT_MISSING')
      set(device, { journey, allowed: true, bag: event.seal?.bagNo ?? '' })
    },
    'device.shipped': () => {
      find()
      const isWhole = event.condition === 'intact' || event.condition === 'worn'
      const leftWhole = isWhole && (told.role !== 'merchant' || (event.photoHashes ?? []).length > 0)
      // told late, of a journey that has ended: it is here
      const where = isHere(device) ? device.where : 'inTransit'
      set(device, { leftWhole, where, journey: [...device.journey, ...codes] })
    },
    'device.received': () =>
      set(device, { arrived: true, where: 'received', journey: [...device.journey, ...codes] }),
    'device.inspected': () => {
      if (!isHere(device)) return
      const looked: readonly Part[] = event.accessories ?? []
      const back = (name: string) => looked.find((one) => one.name === name)?.returned ?? 0
      const isLess =
        looked.some(({ expected = 0, returned = 0 }) => returned < expected) ||
        device.accessories.some(({ name, count = 0 }) => back(name) < count)
      // it left whole: somebody else says what broke it
      const { cause: said = '' } = event.damage ?? {}
      const cause = said === 'human' && device.leftWhole ? 'undetermined' : said
      const isDamaged = cause !== '' && cause !== 'nonHuman'
      const found = [...(isDamaged ? ['damage'] : []), ...(isLess ? ['accessory'] : [])]
      const mine = device.owner === 'merchant' ? [] : found
      // what was found since it came is decided once
      const before = device.where === 'inspected' ? device.found : []
      const undecided = mine.filter((one) => device.undecided.includes(one) || !before.includes(one))
      const breach = event.sealBreach !== undefined
      // a second look could tell what the first one could not
      for (const one of Object.values(charges))
        if (device.where === 'inspected' && one.ground === serial && cause !== 'undetermined')
          set(one, { unassessed: false })
      const unexplained = cause === '' ? device.unexplained : cause === 'undetermined'
      set(device, { where: 'inspected', inspected: true, cause, unexplained, breach, found: mine, undecided })
    },
  }
}
