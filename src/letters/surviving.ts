import type { SurvivingObligation } from './facts.ts'
import type { Story } from './story.ts'
import { moneyIn, obligationRest, openOf } from './sums.ts'

/** What binds a merchant whatever is owed: the rules, its customers' data, its vouchers. (R-031, R-037, R-038) */
export const duties: readonly SurvivingObligation[] = (['rules', 'customerData', 'vouchers'] as const).map(
  (kind) => ({ kind, owedBy: 'merchant', of: null, amount: null, due: null }),
)

const carried = ({ record, context }: Story): readonly SurvivingObligation[] => {
  const money = moneyIn(context)
  return Object.values(context.carriedOver).flatMap((obligation) => {
    const { kind, ref, reviewAt, discharged, amount } = obligation
    const rest = obligationRest(record, obligation)
    // an objection that was carried over has no amount, and is open until somebody discharges it
    if (discharged || (rest === 0 && amount.amount > 0)) return []
    // a case that nobody has decided is the merchant's to bear, carried over or not
    const owedBy = kind === 'charge' || kind === 'dispute' ? ('merchant' as const) : ('provider' as const)
    const of = kind === 'charge' ? (context.charges[ref]?.kind ?? null) : null
    return [{ kind, owedBy, of, amount: money(rest), due: reviewAt }]
  })
}

/** Cases that nobody has decided: those in the books, and those that came after the books were closed. */
const openDisputes = ({ context, all }: Story): readonly { caseId: string; owed: SurvivingObligation }[] => {
  const late = context.tail.flatMap(({ kind, open, eventSeq }) => {
    const told = all('dispute.opened').find(({ entry }) => entry.seq === eventSeq)
    return kind === 'dispute.opened' && open && told ? [told.event] : []
  })
  const inBooks = Object.values(context.disputes).filter(({ status }) => status === 'open')
  return [...inBooks, ...late].map(({ caseId, amount, dueAt }) => ({
    caseId,
    owed: { kind: 'dispute', owedBy: 'merchant', of: null, amount, due: dueAt },
  }))
}

/** What is owed beyond the end: what two people carried over, what came up afterwards, and cases that nobody has decided. */
export const owedBeyond = (story: Story): readonly SurvivingObligation[] => {
  const { record, context } = story
  const money = moneyIn(context)
  const known = new Set(Object.values(context.carriedOver).map(({ kind, ref }) => `${kind}:${ref}`))
  const charges = Object.values(context.charges).flatMap((charge) => {
    const open = openOf(record, charge)
    if (open === 0 || known.has(`charge:${charge.chargeId}`)) return []
    const due = context.deadlines[`chargeObjection:${charge.chargeId}`]
    return [
      {
        kind: 'charge' as const,
        owedBy: 'merchant' as const,
        of: charge.kind,
        amount: money(open),
        due: due?.status === 'running' ? due.due : null,
      },
    ]
  })
  const disputes = openDisputes(story).filter(({ caseId }) => !known.has(`dispute:${caseId}`))
  return [...carried(story), ...charges, ...disputes.map(({ owed }) => owed)]
}
