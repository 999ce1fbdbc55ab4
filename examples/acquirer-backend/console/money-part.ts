import { type LifecycleRecord, openItems } from 'terminal-lifecycle/machine'
import { coded } from './coded.ts'
import { type Html, html } from './html.ts'
import { day, money, moneyOf, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

const dueIn = ({ context }: LifecycleRecord, id: string): string | undefined => {
  const deadline = context.deadlines[id]
  return deadline?.status === 'running' ? deadline.due : undefined
}

const statement = (reader: Reader, record: LifecycleRecord): Html => {
  const { words } = reader
  const { closing, identity } = record.context
  const found = closing?.statement
  if (!found) return html`<p>${words.noStatement}</p>`
  const until = dueIn(record, 'settlementObjection')
  const sum = (name: string, amount: number | undefined): Html =>
    amount === undefined
      ? html``
      : html`<div><dt>${name}</dt><dd class="money">${money(amount, identity.currency)}</dd></div>`
  return html`<p>${words.statement} <span class="mono">${found.statementId}</span> · ${coded(words, 'money', found.status)}${found.stale ? html` · ${words.stale}` : ''}${until ? html` · ${fill(words.objectUntil, { day: day(reader, until) })}` : ''}</p>
  <dl class="sums">${sum(words.gross, found.gross)}${sum(words.fees, found.fees)}${sum(words.net, found.net)}</dl>`
}

const charges = (reader: Reader, record: LifecycleRecord): Html => {
  const { words } = reader
  const all = Object.values(record.context.charges)
  if (all.length === 0) return html`<p>${words.noCharges}</p>`
  const open = openItems(record).charges
  const { currency } = record.context.identity
  return html`<table class="list"><thead><tr><th scope="col">${words.charge}</th><th scope="col">${words.state_}</th><th scope="col" class="number">${words.amount}</th><th scope="col" class="number">${words.open}</th></tr></thead>
  <tbody>${all.map(({ chargeId, kind, amount, status }) => {
    const until = dueIn(record, `chargeObjection:${chargeId}`)
    return html`<tr><td data-label="${words.charge}">${say(reader, 'charge', kind)}<br><small class="mono">${chargeId}</small></td>
      <td data-label="${words.state_}">${coded(words, 'money', status)}${until ? html`<br><small>${fill(words.objectUntil, { day: day(reader, until) })}</small>` : ''}</td>
      <td class="number" data-label="${words.amount}">${moneyOf(amount)}</td>
      <td class="number" data-label="${words.open}">${money(open.get(chargeId) ?? 0, currency)}</td></tr>`
  })}</tbody></table>`
}

const deposits = (reader: Reader, record: LifecycleRecord): Html => {
  const { words } = reader
  const all = Object.values(record.context.deposits)
  if (all.length === 0) return html`<p>${words.noDeposits}</p>`
  const open = openItems(record).deposits
  const { currency } = record.context.identity
  return html`<table class="list"><thead><tr><th scope="col">${words.deposit}</th><th scope="col" class="number">${words.amount}</th><th scope="col" class="number">${words.held}</th></tr></thead>
  <tbody>${all.map(({ depositId, kind, amount }) => {
    const due = dueIn(record, `depositDue:${depositId}`)
    return html`<tr><td data-label="${words.deposit}">${say(reader, 'deposit', kind)}<br><small class="mono">${depositId}</small>${due ? html`<br><small>${fill(words.dueOn, { day: day(reader, due) })}</small>` : ''}</td>
      <td class="number" data-label="${words.amount}">${moneyOf(amount)}</td>
      <td class="number" data-label="${words.held}">${money(open.get(depositId) ?? 0, currency)}</td></tr>`
  })}</tbody></table>`
}

/** What is owed to whom: statement, charges, deposits, and whose account; the account itself is nobody's to read. */
export const moneyPart = (reader: Reader, record: LifecycleRecord): Html => {
  const { words } = reader
  const { payoutAccount } = record.context
  return html`<section data-part="money" aria-labelledby="money">
  <h2 id="money">${words.money}</h2>
  ${statement(reader, record)}
  ${payoutAccount ? html`<p>${words.account}${words.with}${payoutAccount.name} · ${payoutAccount.verifiedBy === null ? words.notVerified : words.verified}</p>` : ''}
  ${charges(reader, record)}
  ${deposits(reader, record)}
</section>`
}
