import { blockerCodes, type Issue } from '../domain/index.ts'
import { status } from './shape/acceptance.ts'
import { payoutAccount } from './shape/account.ts'
import { proposedAct } from './shape/acts.ts'
import { assignedAgent } from './shape/agents.ts'
import { application } from './shape/applications.ts'
import { charge } from './shape/charges.ts'
import { deadline } from './shape/clocks.ts'
import { closing, tailItem } from './shape/closing.ts'
import { identity, type LifecycleContext } from './shape/context.ts'
import { deposit } from './shape/deposits.ts'
import { device } from './shape/devices.ts'
import { dispute } from './shape/disputes.ts'
import { hold } from './shape/holds.ts'
import { proposal } from './shape/imposed.ts'
import {
  fields,
  instant,
  type Kind,
  ledger,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  word,
} from './shape/kinds.ts'
import { followUp, note } from './shape/notes.ts'
import { carriedOver } from './shape/obligations.ts'
import { order, refusedAnswer } from './shape/orders.ts'
import { paperOnFile } from './shape/papers.ts'
import { representative } from './shape/parties.ts'
import { policy } from './shape/policy.ts'
import { type LifecycleRecord, recordFormat } from './shape/record.ts'
import { madeRequest } from './shape/requests.ts'
import { told } from './shape/told.ts'
import { transaction } from './shape/transactions.ts'
import { transfers } from './shape/transfers.ts'
import { stateValue } from './whole-state.ts'

const issue = () =>
  fields<Issue>({
    code: oneOf(blockerCodes),
    at: instant,
    eventSeq: natural,
    ref: optional(text),
    // for people to read, nothing is decided by it
    data: () => undefined,
  })

const context = () =>
  fields<LifecycleContext>({
    identity: identity(),
    policy: policy(),
    status: status(),
    disabledAt: nullable(instant),
    enabledAt: nullable(instant),
    lastTransactionAt: nullable(instant),
    holds: ledger(hold(), 'holdId'),
    devices: ledger(device(), 'serial'),
    deposits: ledger(deposit(), 'depositId'),
    charges: ledger(charge(), 'chargeId'),
    disputes: ledger(dispute(), 'caseId'),
    transactions: ledger(transaction(), 'ref'),
    orders: ledger(order(), 'orderId'),
    deadlines: ledger(deadline(), 'id'),
    documents: ledger(paperOnFile(), 'id'),
    application: nullable(application()),
    proposal: nullable(proposal()),
    payouts: transfers(),
    credit: natural,
    proposedActs: ledger(proposedAct()),
    closing: nullable(closing()),
    payoutAccount: nullable(payoutAccount()),
    carriedOver: ledger(carriedOver(), 'obligationId'),
    refusedAnswers: ledger(refusedAnswer(), 'orderId'),
    requests: ledger(madeRequest(), 'requestId'),
    agent: nullable(assignedAgent()),
    representatives: ledger(representative()),
    unreachable: list(word('merchant serviceProvider')),
    tail: list(tailItem()),
    issues: list(issue()),
    told: told(),
    followUps: ledger(followUp(), 'id'),
    notes: optional(ledger(note(), 'id')),
    endedHolds: optional(list(text)),
  })

const record = () =>
  fields<LifecycleRecord>({
    format: oneOf([recordFormat]),
    machineVersion: text,
    lifecycleId: text,
    version: natural,
    at: instant,
    value: stateValue,
    context: context(),
  })

let described: Kind<LifecycleRecord> | undefined

/**
 * JSON Pointer to the first thing that is not what a record has there; nothing: it is whole. The description is made when it
 * is first needed, so that a bundle which only steps leaves it out.
 *
 * @param before a whole record that this one follows.
 */
export const damageIn = (stored: unknown, before?: LifecycleRecord): string | undefined => {
  described ??= record()
  return described(stored, before)
}
