import { type BlockerCode, type ClearingRegion, clearingRegions } from 'terminal-lifecycle/domain'
import { openItems, type Requirement, type Requirements } from 'terminal-lifecycle/machine'
import type { Case } from './case.ts'
import { dueOf } from './due.ts'
import { type Html, html } from './html.ts'
import { joined, money, type Reader, say, sellingOf } from './reader.ts'
import { obligationsOf } from './standing.ts'

/** To which obligation a thing belongs that is asked for. */
const regionCodes: Readonly<Record<ClearingRegion, readonly BlockerCode[]>> = {
  acceptance: ['ACCEPTANCE_NOT_DISABLED', 'HOLD_EFFECTIVE'],
  transactions: [
    'TRANSACTIONS_OPEN',
    'TEST_TRANSACTION_OPEN',
    'DEVICE_NOT_DRAINED',
    'COUNTERPARTY_MUST_ACCEPT',
  ],
  settlement: [
    'NO_STATEMENT',
    'STATEMENT_STALE',
    'SETTLEMENT_NOT_CONFIRMED',
    'SETTLEMENT_DISPUTED',
    'OUTSTANDING_BALANCE',
    'PAYOUT_PENDING',
    'DISPUTE_OPEN',
    'ACCOUNT_UNVERIFIED',
    'FUNDS_HELD',
  ],
  charges: ['CHARGES_OUTSTANDING', 'DAMAGE_UNDECIDED'],
  deposits: ['DEPOSIT_NOT_REFUNDED', 'REFUND_PENDING'],
  devices: [
    'DEVICE_NOT_RETURNED',
    'DEVICE_NOT_RECEIVED',
    'DEVICE_REPORTED_LOST',
    'DEVICE_NOT_INSPECTED',
    'ERASURE_NOT_AUTHORISED',
    'ERASURE_NOT_COMPLETED',
    'ERASURE_NOT_VERIFIED',
    'TENANT_CONSENT_MISSING',
    'SEAL_BROKEN',
    'CUSTODY_OPEN',
  ],
  binding: ['DEVICE_STILL_BOUND', 'UNBINDING_PENDING', 'KEYS_NOT_REMOVED'],
}

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0)

/** What is left of an obligation, as a figure or a number of items. */
const restOf = (reader: Reader, { record, capabilities }: Case, region: ClearingRegion): string => {
  const { context } = record
  const { currency } = context.identity
  const open = openItems(record)
  const devices = Object.values(context.devices)
  const rests: Readonly<Record<ClearingRegion, () => string>> = {
    acceptance: () => sellingOf(reader, capabilities),
    transactions: () => String(open.transactions.size),
    settlement: () => money(open.settlement, currency),
    charges: () => money(sum(open.charges.values()), currency),
    deposits: () => money(sum(open.deposits.values()), currency),
    devices: () => devices.map(({ serial }) => serial).join(' '),
    binding: () =>
      devices
        .filter(({ binding }) => binding !== 'unbound')
        .map(({ serial }) => serial)
        .join(' '),
  }
  return rests[region]()
}

const asked = ({ pastDue, currentlyDue, pendingVerification, eventuallyDue }: Requirements) => [
  ...pastDue,
  ...currentlyDue,
  ...pendingVerification,
  ...eventuallyDue,
]

const region = (
  reader: Reader,
  found: Case,
  { name, done, items }: { name: ClearingRegion; done: boolean; items: readonly Requirement[] },
): Html => {
  const owners = [...new Set(items.map(({ owner }) => say(reader, 'role', owner)))]
  const [due] = items
    .flatMap((item) => item.due ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  return html`<li class="region">
    <h3><span class="status ${done ? 'done' : 'later'}">${say(reader, 'state', name)}</span></h3>
    <p>${say(reader, 'state', `${name}.${done ? 'done' : 'open'}`)}${done ? '' : html`<br>${restOf(reader, found, name)}`}</p>
    ${done || owners.length === 0 ? '' : html`<p class="muted">${joined(reader, owners)}${due ? html`<br>${dueOf(reader, due)}` : ''}</p>`}
  </li>`
}

/** The seven obligations at a glance: word, rest, whose turn, and when. */
export const regionsPart = (reader: Reader, found: Case): Html => {
  const { words } = reader
  const done = obligationsOf(found.record)
  if (done.size === 0) return html``
  const wanted = asked(found.requirements)
  return html`<section data-part="regions" aria-labelledby="regions">
  <h2 id="regions">${words.regions}</h2>
  <ol class="regions">${clearingRegions.map((name) =>
    region(reader, found, {
      name,
      done: done.get(name) === true,
      items: wanted.filter(({ code }) => regionCodes[name].includes(code)),
    }),
  )}</ol>
</section>`
}
