import type { Actor } from '../../src/domain/index.ts'
import { chargeOpen } from '../../src/machine/facts/charges.ts'
import { freeDeposit } from '../../src/machine/facts/deposits.ts'
import { settlementRest } from '../../src/machine/facts/settlement.ts'
import {
  type Accepted,
  createLifecycle,
  type LifecycleRecord,
  requirements,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { p1, p2, p3, sys } from './people.ts'
import { batch, cny, paper, statusRead } from './samples.ts'

const { step } = createLifecycle()
const day = 86_400_000

/** Two people of the provider and its systems: nobody else says a word. */
export class Alone {
  record: LifecycleRecord
  #now: number
  readonly #heard: (answer: Accepted) => void

  constructor(start: LifecycleRecord, heard: (answer: Accepted) => void = () => undefined) {
    this.record = start
    this.#now = Date.parse(start.at)
    this.#heard = heard
  }

  at(): string {
    this.#now += 1_000
    return new Date(this.#now).toISOString()
  }

  wait(days: number): void {
    this.#now += days * day
  }

  tell(actor: Actor, event: LifecycleEvent): boolean {
    const answer = step(this.record, { commandId: 'c', at: this.at(), actor, event })
    if (!answer.accepted) return false
    this.record = answer.record
    this.#heard(answer)
    return true
  }

  byTwo(act: LifecycleEvent): boolean {
    this.tell(p1, { type: 'act.proposed', act: act as never })
    return this.tell(p2, act)
  }

  get context() {
    return this.record.context
  }

  /** A name that nobody has used. */
  next(): string {
    return `n${this.record.version}`
  }

  /** What the provider reads that is missing. */
  open() {
    const asked = requirements(this.record, { at: this.at(), viewer: 'provider' })
    return [...asked.currentlyDue, ...asked.pastDue, ...asked.pendingVerification]
  }
}

/** A paper of its own: another one may be on file under the usual name. */
const fresh = (alone: Alone, type: Parameters<typeof paper>[0]) => paper(type, `${type}-${alone.next()}`)

/** A wipe by one person that another one verifies; what could not be copied is waived by two. */
const erase = (alone: Alone, serial: string): void => {
  const device = alone.context.devices[serial]
  if (device === undefined) return
  const scope = device.tenancy === 'shared' ? 'application' : 'device'
  const wipe = { type: 'erasure.authorised', serial, scope, procedure: 'wipe-3' } as const
  if (!alone.tell(p1, wipe)) {
    alone.byTwo({ type: 'backup.waived', serial, statement: fresh(alone, 'server_side_records_statement') })
    alone.tell(p1, wipe)
  }
  alone.tell(p1, { type: 'erasure.completed', serial, method: 'purge', tool: 'tool 4' })
  // whoever did not wipe it
  for (const person of [p2, p3]) alone.tell(person, { type: 'erasure.verified', serial })
}

const restate = (alone: Alone): void => {
  const net = alone.context.closing?.statement?.net ?? 50_000
  const upTo = alone.at()
  alone.tell(sys, { type: 'settlement.stated', statementId: alone.next(), upTo, net: cny(net) })
}

/** What the merchant is not there to pay, or to be paid, outlives the closure. */
const carryOver =
  (kind: 'settlement' | 'charge' | 'deposit' | 'dispute') =>
  (alone: Alone, ref: string): void => {
    const { context } = alone
    const { deposits, charges, disputes } = context
    const deposit = deposits[ref]
    const charge = charges[ref]
    const left = {
      settlement: () => settlementRest(context),
      deposit: () => (deposit ? freeDeposit(context, deposit) : 0),
      charge: () => (charge ? chargeOpen(context, charge) : 0),
      dispute: () => disputes[ref]?.amount.amount ?? 0,
    }
    alone.byTwo({
      ...{ type: 'obligation.carriedOver', obligationId: alone.next(), kind, ref, amount: cny(left[kind]()) },
      ...{ owner: 'acquirer-1', basis: 'the merchant is not there', reviewAt: '2030-01-01T00:00:00Z' },
    })
  }

/** The bank's own answer to what is on its way, also where somebody else ordered it before the life was opened. */
const answerTransfers = (alone: Alone): void => {
  for (const { depositId, refunds } of Object.values(alone.context.deposits))
    for (const [orderId, { status, amount }] of Object.entries(refunds))
      if (status === 'ordered' && alone.context.orders[orderId] === undefined)
        alone.tell(sys, { type: 'refund.confirmed', depositId, orderId, amount: cny(amount) })
  for (const [orderId, { status, amount, reference }] of Object.entries(alone.context.payouts))
    if (status === 'ordered' && alone.context.orders[orderId] === undefined)
      alone.tell(sys, { type: 'payout.confirmed', payoutId: reference, orderId, amount: cny(amount) })
  for (const { orderId, status, kind, params } of Object.values(alone.context.orders)) {
    if (status !== 'ordered') continue
    if (kind === 'payOut')
      alone.tell(sys, {
        type: 'payout.confirmed',
        payoutId: params.payoutId,
        orderId,
        amount: cny(params.amount),
      })
    if (kind === 'refundDeposit')
      alone.tell(sys, {
        type: 'refund.confirmed',
        depositId: params.depositId,
        orderId,
        amount: cny(params.amount),
      })
  }
}

const notReturned = (alone: Alone, serial: string): void => {
  alone.wait(20)
  alone.byTwo({ type: 'device.declaredUnreturned', serial })
  alone.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
}
const inspect = ({ tell }: Pick<Alone, 'tell'>, serial: string): void => {
  const sealBreach = 'the bag was open'
  tell(p1, { type: 'device.inspected', serial, condition: 'worn', accessories: [], sealBreach })
}

/** What the provider does about each thing that is missing. */
const acts: Readonly<Record<string, (alone: Alone, ref: string) => void>> = {
  ACCEPTANCE_NOT_DISABLED: (alone) => void alone.tell(sys, statusRead('off', alone.at())),
  TRANSACTIONS_OPEN: (alone, txnRef) => {
    alone.byTwo({
      type: 'counterparty.declaredUnreachable',
      party: 'merchant',
      evidence: [fresh(alone, 'service_of_notice')],
    })
    alone.tell(p1, { type: 'resolution.proposed', txnRef, handling: 'void' })
    // as long as the other side may still end it, that is waited for
    if (!alone.tell(p2, { type: 'resolution.accepted', txnRef, handling: 'void' })) alone.wait(1)
  },
  TEST_TRANSACTION_OPEN: (alone, ref) => {
    const { kind = 'sale', amount = cny(0), occurredAt = alone.at() } = alone.context.transactions[ref] ?? {}
    const voided = { ref, kind, amount, occurredAt, state: 'voided', test: true } as const
    alone.tell(sys, { type: 'transaction.reported', ...voided } as LifecycleEvent)
  },
  DEVICE_NOT_DRAINED: (alone, serial) =>
    void alone.tell(sys, { ...batch(alone.at(), alone.next()), serial } as LifecycleEvent),
  NO_STATEMENT: restate,
  STATEMENT_STALE: restate,
  // an objection that nobody comes back to: stated anew, it is served and its time runs as of any other
  SETTLEMENT_DISPUTED: restate,
  SETTLEMENT_NOT_CONFIRMED: (alone, statementId) => {
    alone.wait(40)
    alone.byTwo({ type: 'settlement.deemedAccepted', statementId, proof: fresh(alone, 'service_of_notice') })
  },
  OUTSTANDING_BALANCE: carryOver('settlement'),
  CHARGES_OUTSTANDING: carryOver('charge'),
  DAMAGE_UNDECIDED: (alone, serial) => {
    for (const kind of alone.context.devices[serial]?.undecided ?? [])
      alone.byTwo({ type: 'charge.waived', serial, kind, basis: 'nobody argues' })
  },
  DEPOSIT_NOT_REFUNDED: carryOver('deposit'),
  DISPUTE_OPEN: carryOver('dispute'),
  DEVICE_NOT_RETURNED: notReturned,
  DEVICE_REPORTED_LOST: (alone, serial) => {
    alone.byTwo({ type: 'loss.accepted', serial, evidence: [fresh(alone, 'loss_report')] })
    alone.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
  },
  DEVICE_NOT_INSPECTED: (alone, serial) => inspect({ tell: alone.tell.bind(alone) }, serial),
  SEAL_BROKEN: (alone, serial) => inspect({ tell: alone.tell.bind(alone) }, serial),
  TENANT_CONSENT_MISSING: (alone, serial) =>
    alone.byTwo({
      ...{ type: 'return.authorised', serial, destination: 'institution' },
      ...{ seal: { bagNo: 'bag-9', trackingNo: 'track-9' } },
    }),
  BACKUP_MISSING: erase,
  BACKUP_STALE: erase,
  BACKUP_UNVERIFIED: erase,
  ERASURE_NOT_AUTHORISED: erase,
  ERASURE_NOT_COMPLETED: erase,
  ERASURE_NOT_VERIFIED: erase,
  KEYS_NOT_REMOVED: (alone, serial) => {
    alone.tell(p1, { type: 'keys.removed', serial, method: 'zeroised' })
    alone.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
  },
  DEVICE_STILL_BOUND: (alone, serial) => {
    alone.tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-1' })
    alone.tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-1' })
  },
  // an authority is not one of the silent: what it froze ends with its own order; the provider's own hold by two people
  LEGAL_HOLD: (alone, holdId) => {
    const lifted = { type: 'hold.lifted', holdId, orderRef: `release-${holdId}` } as const
    if (!alone.tell(p1, lifted)) alone.byTwo(lifted)
  },
  PAYOUT_PENDING: answerTransfers,
  REFUND_PENDING: answerTransfers,
  UNBINDING_PENDING: (alone, serial) =>
    void alone.tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-9' }),
  CLOSURE_NOT_CONFIRMED: (alone) =>
    void alone.tell(p1, { type: 'closure.confirmed', providerRef: alone.next() }),
  STATUS_NOT_CLOSED: (alone) => void alone.tell(sys, statusRead('off', alone.at(), 'closed')),
}

/** From a closure under way to its end; says what is still missing after so many rounds. */
export const closeAlone = (alone: Alone, rounds = 40): string[] => {
  for (let round = 0; round < rounds && alone.record.value !== 'closed'; round += 1)
    for (const { code, ref } of alone.open()) acts[code]?.(alone, ref ?? '')
  return alone.record.value === 'closed' ? [] : alone.open().map(({ code, ref }) => `${code} ${ref ?? ''}`)
}

/** A closure that the provider imposes by two people, as soon as its notice has run. */
export const imposeAlone = (alone: Alone): boolean => {
  const basis = 'contract, clause 9'
  if (alone.context.proposal === null)
    alone.tell(p1, { type: 'closure.proposed', proposalId: alone.next(), reason: 'RULE_VIOLATION', basis })
  const proposalId = alone.context.proposal?.proposalId ?? ''
  const notice = paper('closure_notice', `notice-${proposalId}`)
  alone.tell(p3, { type: 'document.added', document: notice, for: proposalId })
  alone.wait(40)
  for (const person of [p2, p3]) alone.tell(person, { type: 'closure.imposed', proposalId })
  return alone.context.closing !== null
}
