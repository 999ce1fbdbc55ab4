import type { EventType } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import type { Dice } from '../../support/dice.ts'
import { cny, paper } from '../../support/samples.ts'
import type { Books } from '../books.ts'

type Of<T extends EventType> = Partial<Extract<LifecycleEvent, { type: T }>> & { type: T }

/** What somebody would say of these books next: of money that is on its way that it came, of a charge that it is paid. */
export const likely = (books: Books, dice: Dice): readonly Of<EventType>[] => {
  const said: Of<EventType>[] = []
  const say = <T extends EventType>(event: Of<T>) => said.push(event as unknown as Of<EventType>)
  for (const [orderId, { from, amount, state }] of Object.entries(books.moves)) {
    const of = from === null ? 'payout' : 'refund'
    const told = { ...(from === null ? { payoutId: 'payout-1' } : { depositId: from }), orderId }
    const whole = {
      ...told,
      amount: cny(Math.max(1, dice.one([amount, amount, amount, amount - 1, amount + 3]))),
    }
    const reason = 'said the bank'
    if (state === 'flying' || state === 'failed') say({ type: `${of}.confirmed`, ...whole } as never)
    if (state === 'flying') say({ type: `${of}.failed`, ...told, reason } as never)
    if (state === 'flying') say({ type: 'order.claimed', orderId })
    if (state === 'flying') say({ type: 'order.cancelled', orderId, reason })
    if (state === 'there') say({ type: `${of}.returned`, ...whole, reason } as never)
  }
  for (const [chargeId, { state }] of Object.entries(books.charges)) {
    if (state === 'raised') say({ type: 'charge.disputed', chargeId })
    say({ type: 'charge.determined', chargeId })
    say({ type: 'charge.met', chargeId })
    for (const depositId of Object.keys(books.deposits))
      say({ type: 'deposit.deducted', depositId, chargeId })
    say({ type: 'obligation.carriedOver', kind: 'charge', ref: chargeId })
  }
  for (const depositId of Object.keys(books.deposits)) {
    say({
      type: 'refund.ordered',
      depositId,
      method: dice.one(['cheque', 'cheque', 'directTransfer'] as const),
    })
    say({ type: 'obligation.carriedOver', kind: 'deposit', ref: depositId })
  }
  for (const [serial, { where, undecided, arrived }] of Object.entries(books.devices)) {
    for (const kind of undecided as ('damage' | 'accessory')[]) say({ type: 'charge.waived', serial, kind })
    for (const kind of undecided as ('damage' | 'accessory')[])
      say({ type: 'charge.raised', serial, kind, chargeId: `found-${dice.below(99)}` })
    if (where === 'lost') say({ type: 'keys.removed', serial, method: 'revokedAtHost' })
    if (where === 'lost') say({ type: 'loss.accepted', serial, evidence: [paper('loss_report')] })
    if (where === 'inTransit') say({ type: 'device.received', serial })
    if (arrived) say({ type: 'device.inspected', serial })
    if (where === 'merchant') say({ type: 'return.authorised', serial })
  }
  for (const [caseId, { open }] of Object.entries(books.disputes)) {
    if (open) say({ type: 'dispute.closed', caseId })
    if (open) say({ type: 'obligation.carriedOver', kind: 'dispute', ref: caseId })
  }
  for (const obligationId of Object.keys(books.obligations))
    say({ type: 'obligation.discharged', obligationId })
  const { statement, account } = books
  if (statement.id === '') say({ type: 'settlement.stated' })
  else {
    const { id: statementId, state } = statement
    if (state === 'stated') say({ type: 'settlement.confirmed', statementId })
    if (state === 'stated') say({ type: 'settlement.deemedAccepted', statementId })
    if (state === 'agreed')
      say({ type: 'payout.ordered', method: dice.one(['cheque', 'directTransfer'] as const) })
    say({ type: 'obligation.carriedOver', kind: 'settlement', ref: statementId })
  }
  if (account.token !== '' && !account.verified) say({ type: 'payoutAccount.verified' })
  return said
}
