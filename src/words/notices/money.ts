import { type ChargeKind, type DocumentType, documentTypes, type ObligationKind } from '../../domain/index.ts'
import type { Charge, Deposit } from '../../machine/index.ts'
import type { Values } from './lines.ts'
import { clockOf, itemOf, type Subject, type Teller } from './subject.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0)

/** What was carried over is off the books while closing; afterwards what of it was discharged. */
const offBooks = ({ context }: Subject, kind: ObligationKind, ref: string, carriedOver: number): number =>
  context.closing?.closedAt == null
    ? carriedOver
    : sum(
        Object.values(context.carriedOver).map((one) =>
          one.discharged && one.kind === kind && one.ref === ref ? one.amount.amount : 0,
        ),
      )

/** What is neither given back, on its way, deducted nor carried over. */
const leftOf = (subject: Subject, { depositId, amount, refunds, deductions, carriedOver }: Deposit): number =>
  amount.amount -
  sum(
    Object.values(refunds).map(({ status, amount: paid, excess }) =>
      status === 'confirmed' || status === 'ordered' ? paid - excess : 0,
    ),
  ) -
  sum(Object.values(deductions)) -
  offBooks(subject, 'deposit', depositId, carriedOver)

const chargeName = ({ tongue }: Subject, { kind }: Charge): string =>
  tongue.name('charge', kind as ChargeKind)

const openOf = (subject: Subject, { chargeId, amount, payments, carriedOver }: Charge): number =>
  amount.amount - sum(Object.values(payments)) - offBooks(subject, 'charge', chargeId, carriedOver)

/** The library's own names are no references that anybody was given. */
const reference = (id: string): Values => (id.includes(':') ? {} : { reference: id })

export const aboutStatement: Teller = (subject) => {
  const { context, notice, tongue } = subject
  const statement = context.closing?.statement
  const values = notice.ref === null ? {} : reference(notice.ref)
  if (statement?.statementId !== notice.ref) return { values }
  const objection = clockOf(context, 'settlementObjection')
  return {
    flags: statement.net < 0 ? ['owes'] : [],
    values: {
      ...values,
      upTo: tongue.moment(statement.upTo),
      net: tongue.money(Math.abs(statement.net)),
      ...(objection && { due: tongue.moment(objection.due) }),
    },
  }
}

/** The inspection of a device, or a paper. */
const groundOf = ({ context, tongue }: Subject, ground: string | null): Values => {
  const { phrases } = tongue.words
  if (ground === null) return {}
  if (itemOf(context.devices, ground)) return { ground: tongue.fill(phrases.inspection, { serial: ground }) }
  const type = itemOf(context.documents, ground)?.type
  const isPaper = type !== undefined && (documentTypes as readonly string[]).includes(type)
  return isPaper ? { ground: tongue.name('document', type as DocumentType) } : {}
}

export const aboutCharge: Teller = (subject) => {
  const { context, notice, tongue } = subject
  const charge = itemOf(context.charges, notice.ref)
  if (charge === undefined) return { values: notice.ref === null ? {} : reference(notice.ref) }
  const objection = clockOf(context, `chargeObjection:${charge.chargeId}`)
  return {
    flags: [
      ...(charge.amount.amount === 0 ? (['nothing'] as const) : []),
      ...(charge.status === 'disputed' ? (['disputed'] as const) : []),
    ],
    values: {
      ...reference(charge.chargeId),
      ...groundOf(subject, charge.ground),
      item: chargeName(subject, charge),
      amount: tongue.money(charge.amount.amount),
      ...(objection?.status === 'running' && { due: tongue.moment(objection.due) }),
    },
  }
}

export const aboutDeposit: Teller = (subject) => {
  const { context, notice, tongue } = subject
  const { phrases } = tongue.words
  const deposit = itemOf(context.deposits, notice.ref)
  if (deposit === undefined) return {}
  const left = leftOf(subject, deposit)
  const deductions = Object.entries(deposit.deductions)
    .filter(([, amount]) => amount > 0)
    .map(([chargeId, amount]) => {
      const charge = itemOf(context.charges, chargeId)
      const what = charge ? chargeName(subject, charge) : tongue.name('obligation', 'charge')
      return tongue.fill(phrases.sumFor, { what, amount: tongue.money(amount) })
    })
  return {
    values: {
      item: tongue.name('deposit', deposit.kind),
      amount: tongue.money(deposit.amount.amount),
      ...(left >= 0 && { left: tongue.money(left) }),
      ...(deductions.length > 0 && { deductions: tongue.list(deductions) }),
    },
  }
}

/** Money that outlives the closure: what is kept and until when, what was carried over, what is owed. */
export const remaining = (subject: Subject): readonly string[] => {
  const { context, tongue } = subject
  const { phrases } = tongue.words
  const carriedOver = Object.values(context.carriedOver).filter(({ discharged }) => !discharged)
  // what was carried over is told as that, and not once more as what it was
  const isCarried = (kind: ObligationKind, ref: string) =>
    carriedOver.some((one) => one.kind === kind && one.ref === ref)
  const deposits = Object.values(context.deposits).flatMap((deposit) => {
    const left = leftOf(subject, deposit)
    if (left <= 0 || isCarried('deposit', deposit.depositId)) return []
    const tail = clockOf(context, `guaranteeTail:${deposit.depositId}`)
    const what = tongue.name('deposit', deposit.kind)
    const values = { what, amount: tongue.money(left), day: tail ? tongue.day(tail.due) : '' }
    return [tongue.fill(tail?.status === 'running' ? phrases.depositFrom : phrases.depositNow, values)]
  })
  const carried = carriedOver.map(({ kind, amount, reviewAt }) =>
    tongue.fill(phrases.carriedOver, {
      what: tongue.name('obligation', kind),
      amount: tongue.money(amount.amount),
      day: tongue.day(reviewAt),
    }),
  )
  const charges = Object.values(context.charges)
    .filter((charge) => openOf(subject, charge) > 0 && !isCarried('charge', charge.chargeId))
    .map((charge) =>
      tongue.fill(phrases.chargeLeft, {
        what: chargeName(subject, charge),
        amount: tongue.money(openOf(subject, charge)),
      }),
    )
  return [...deposits, ...carried, ...charges]
}
