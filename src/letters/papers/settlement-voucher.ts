import { textOf } from '../../domain/index.ts'
import { depositSums } from '../deposit-sums.ts'
import type { ChargeLine, SettlementVoucherFacts } from '../facts.ts'
import { newestOfMoney } from '../money-entries.ts'
import { movementsOf, movementTable } from '../movements.ts'
import type { Paper } from '../paper.ts'
import type { Story } from '../story.ts'
import {
  arrived,
  moneyIn,
  offSettlement,
  openOf,
  paidFor,
  settlementOwed,
  settlementRest,
  sum,
} from '../sums.ts'
import type { Voice } from '../voice.ts'

const chargesOf = ({ record, context }: Story): readonly ChargeLine[] => {
  const money = moneyIn(context)
  return Object.values(context.charges).map((charge) => {
    const { chargeId, kind, amount, status } = charge
    const { paid, deducted } = paidFor(charge)
    const open = openOf(record, charge)
    return { chargeId, kind, amount, paid: money(paid), deducted: money(deducted), open: money(open), status }
  })
}

const factsOf = (
  story: Story,
  statement: NonNullable<NonNullable<Story['context']['closing']>['statement']>,
): SettlementVoucherFacts => {
  const { record, context } = story
  const money = moneyIn(context)
  const { statementId, upTo, net, gross, fees, status, stale } = statement
  const told = story.all('settlement.stated').findLast(({ event }) => event.statementId === statementId)
  const charges = chargesOf(story)
  return {
    statementId,
    statedAt: told?.at ?? null,
    upTo,
    gross: gross === undefined ? null : money(gross),
    fees: fees === undefined ? null : money(fees),
    net: money(net),
    status,
    isOutdated: stale,
    charges,
    deposits: Object.values(context.deposits).map((deposit) => depositSums(story, deposit)),
    owed: money(settlementOwed(context)),
    paidOut: money(arrived(context.payouts)),
    payouts: movementsOf(story, context.payouts),
    carriedOver: money(offSettlement(record)),
    stillOwed: money(settlementRest(record)),
    owedByMerchant: money(sum(charges.map(({ open }) => open.amount))),
  }
}

const chargeRow = ({ kind, amount, paid, deducted, open, status }: ChargeLine, voice: Voice): string[] => [
  voice.charge(kind),
  ...[amount, paid, deducted, open].map(voice.money),
  voice.words.chargeStates[status],
]

/** What the settlement came to, what was charged and deducted, and what became of it. */
export const settlementVoucher: Paper<'settlement_voucher'> = {
  statements: (story) => {
    const statement = story.context.closing?.statement
    if (!statement) return []
    const basis = newestOfMoney(story) ?? story.opening
    return [{ about: statement.statementId, basis, facts: factsOf(story, statement) }]
  },
  sections: (facts, voice) => [
    ...voice.lines(
      'settlement',
      voice.line('reference', facts.statementId),
      ...voice.maybe('stated', facts.statedAt, voice.day),
      voice.line('upTo', voice.moment(facts.upTo)),
      ...voice.maybe('gross', facts.gross, voice.money),
      ...voice.maybe('fees', facts.fees, voice.money),
      voice.line('net', voice.money(facts.net)),
      voice.line('status', voice.words.statementStates[facts.status]),
      ...(facts.isOutdated ? [voice.say('outdated')] : []),
    ),
    ...voice.lines(
      'payment',
      voice.line('owed', voice.money(facts.owed)),
      voice.line('paidOut', voice.money(facts.paidOut)),
      ...(facts.carriedOver.amount === 0 ? [] : [voice.line('carriedOver', voice.money(facts.carriedOver))]),
      voice.line('stillOwed', voice.money(facts.stillOwed)),
      voice.line('owedByMerchant', voice.money(facts.owedByMerchant)),
    ),
    ...movementTable('payouts', facts.payouts, voice),
    ...voice.table(
      'charges',
      ['what', 'amount', 'paid', 'fromDeposits', 'open', 'status'],
      facts.charges.map((charge) => chargeRow(charge, voice)),
    ),
    ...voice.table(
      'deposits',
      ['what', 'taken', 'deducted', 'refunded', 'carriedOver', 'held'],
      facts.deposits.map(({ kind, taken, deducted, refunded, carriedOver, held }) => [
        textOf('deposit', kind, voice.locale),
        ...[taken, deducted, refunded, carriedOver, held].map(voice.money),
      ]),
    ),
  ],
}
