import type { LifecycleRecord } from '../../../src/machine/index.ts'
import type { Books } from '../books.ts'
import { sumsOf as modelOf, total } from '../sums.ts'
import type { Around } from './told.ts'

type Sums = Readonly<Record<string, unknown>>

/** What is compared after each step, name by name, as the model has it. */
const sumsOf = (books: Books, around: Around): Sums => {
  const sums: Record<string, unknown> = {}
  const { carriedOf, cleared, moved, paidOn } = modelOf(books, around)
  for (const id of Object.keys(books.deposits)) {
    sums[`deposit ${id} refunded`] = moved(id, 'there')
    sums[`deposit ${id} on its way`] = moved(id, 'flying')
    sums[`deposit ${id} carried over`] = carriedOf('deposit', id)
    for (const [chargeId, charge] of Object.entries(books.charges)) {
      const amount = charge.paid[`deposit:${id}`] ?? 0
      if (amount > 0) sums[`deposit ${id} deducted for ${chargeId}`] = amount
    }
  }
  for (const [id, charge] of Object.entries(books.charges)) {
    sums[`charge ${id} amount`] = charge.amount
    sums[`charge ${id} open`] = Math.max(0, charge.amount - paidOn(id) - carriedOf('charge', id))
    sums[`charge ${id} argued about`] = charge.state === 'disputed'
    sums[`charge ${id} carried over`] = carriedOf('charge', id)
  }
  sums['settlement paid'] = moved(null, 'there')
  sums['settlement on its way'] = moved(null, 'flying')
  sums['settlement carried over'] = around.phase === 'live' ? 0 : carriedOf('settlement', null)
  sums.credit = books.credit
  sums.statement =
    books.statement.id === ''
      ? null
      : [books.statement.id, books.statement.net, books.statement.state].join(' ')
  for (const [serial, { where, undecided }] of Object.entries(books.devices)) {
    sums[`device ${serial}`] = where
    sums[`device ${serial} undecided`] = [...undecided].sort().join(' ')
  }
  for (const [id, { open }] of Object.entries(books.disputes)) sums[`dispute ${id} open`] = open
  sums['account verified'] = books.account.verified
  if (around.phase === 'closing')
    for (const [region, done] of Object.entries(cleared())) sums[`region ${region}`] = done
  return sums
}

const regions = ({ value }: LifecycleRecord): Record<string, boolean> => {
  const closing = (value as { closing?: unknown }).closing
  if (closing === undefined) return {}
  const open = (closing as { clearing?: Record<string, string> }).clearing
  return Object.fromEntries(
    ['settlement', 'charges', 'deposits', 'devices'].map((name) => [
      `region ${name}`,
      open === undefined || open[name] === 'done',
    ]),
  )
}

/** The same of the record. */
const recorded = (record: LifecycleRecord): Sums => {
  const { deposits, charges, payouts, closing, credit, devices, disputes, payoutAccount } = record.context
  const sums: Record<string, unknown> = {}
  const of = (moves: typeof payouts, state: string) =>
    total(moves, ({ status, amount, excess }) => (status === state ? amount - excess : 0))
  for (const [id, deposit] of Object.entries(deposits)) {
    sums[`deposit ${id} refunded`] = of(deposit.refunds, 'confirmed')
    sums[`deposit ${id} on its way`] = of(deposit.refunds, 'ordered')
    sums[`deposit ${id} carried over`] = deposit.carriedOver
    for (const [chargeId, amount] of Object.entries(deposit.deductions))
      if (amount > 0) sums[`deposit ${id} deducted for ${chargeId}`] = amount
  }
  for (const [id, { amount, payments, carriedOver, status }] of Object.entries(charges)) {
    sums[`charge ${id} amount`] = amount.amount
    sums[`charge ${id} open`] = Math.max(0, amount.amount - total(payments, (paid) => paid) - carriedOver)
    sums[`charge ${id} argued about`] = status === 'disputed'
    sums[`charge ${id} carried over`] = carriedOver
  }
  sums['settlement paid'] = of(payouts, 'confirmed')
  sums['settlement on its way'] = of(payouts, 'ordered')
  sums['settlement carried over'] = closing?.settlementCarriedOver ?? 0
  sums.credit = credit
  const { statement } = closing ?? { statement: null }
  const agreed = { confirmed: 'agreed', deemed: 'agreed', stated: 'stated', disputed: 'disputed' } as const
  sums.statement = statement && [statement.statementId, statement.net, agreed[statement.status]].join(' ')
  for (const [serial, { custody, undecided }] of Object.entries(devices)) {
    sums[`device ${serial}`] = custody
    sums[`device ${serial} undecided`] = [...undecided].sort().join(' ')
  }
  for (const [id, { status }] of Object.entries(disputes)) sums[`dispute ${id} open`] = status === 'open'
  sums['account verified'] = (payoutAccount?.verifiedBy ?? null) !== null
  return { ...sums, ...regions(record) }
}

/** In words: what step has and what the model has, where they differ. */
export const between = (record: LifecycleRecord, books: Books, around: Around): string[] => {
  const step = recorded(record)
  const model = sumsOf(books, around)
  return [...new Set([...Object.keys(step), ...Object.keys(model)])]
    .filter((name) => step[name] !== model[name])
    .map((name) => `${name}: step ${step[name]}, model ${model[name]}`)
}
